import {describe, expect, test} from 'vitest'
import {RefusedError} from '../../build/review/page/flow/desk.ts'
import type {Desk} from '../../build/review/page/flow/desk.ts'
import type {Ground} from '../../build/review/page/flow/ground.ts'
import {makeLine} from '../../build/review/page/flow/line.ts'
import {makePost} from '../../build/review/page/flow/post.ts'
import {withData} from '../../build/review/page/flow/reload.ts'
import {makeActs} from '../../build/review/page/flow/say.ts'
import {readVoices} from '../../build/review/page/flow/shelf.ts'
import type {Entry} from '../../build/review/page/state/entry.ts'
import {beginReview, findEntry, standingIn, voiceIn} from '../../build/review/page/state/review.ts'
import type {Review} from '../../build/review/page/state/review.ts'
import type {Voice} from '../../build/review/page/state/voice.ts'
import {inventPage} from './invent-page.ts'

/** A desk that answers when it is told to, and a page that shows nothing. */
function table(mode: 'desk' | 'static') {
  const asked: {what: string; body: unknown; answer: () => void; refuse: (why: string) => void}[] =
    []
  const kept = new Map<string, string>()
  const desk: Desk = {
    ask: (what, body) =>
      new Promise((resolve, reject) => {
        const done = asked.length + 1
        asked.push({
          what,
          body,
          answer: () => resolve({done, what: `${what} ${done}`}),
          refuse: (why) => reject(new RefusedError(why)),
        })
      }),
    load: () => Promise.reject(new RefusedError('nothing to load')),
    listen: () => undefined,
  }
  let review: Review = beginReview(inventPage({mode}), {areShown: true, areOn: true})
  let reloads = 0
  const ground: Ground = {
    desk: mode === 'desk' ? desk : null,
    shelf: {
      read: (name) => kept.get(name) ?? null,
      write: (name, words) => Boolean(kept.set(name, words)),
    },
    get: () => review,
    set(change) {
      review = {...review, ...change}
    },
  }
  const post = mode === 'desk' ? makePost(desk, makeLine(), () => void reloads++) : null
  const entry = (key: string): Entry => {
    const found = findEntry(review, key)
    if (!found) throw new Error(`nothing was invented as ${key}`)
    return found
  }
  return {ground, post, asked, entry, acts: makeActs(ground, post), reloads: () => reloads}
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
const accept = ({item}: Entry): Voice => ({verdict: 'accept', of: item.of})

describe('at a desk', () => {
  test('a verdict shows at once, goes on to the next, and is sent with what stood before', async () => {
    const {ground, acts, asked, entry, post} = table('desk')
    const one = entry('letters/h1')
    ground.set({at: one})
    acts.judge(
      [{entry: one, voice: {verdict: 'reject', of: one.item.of, note: 'No title.'}}],
      'Rejected.',
      true,
    )
    expect(standingIn(ground.get(), one)).toBe('rejected')
    expect(ground.get().at?.key).toBe('letters/c1')
    await settled()
    expect(asked.map(({what, body}) => [what, body])).toEqual([
      [
        'verdicts',
        {
          text: 'letters',
          who: 'ed',
          changes: [{id: 'h1', verdict: 'reject', of: one.item.of, note: 'No title.', was: null}],
        },
      ],
    ])
    expect(post?.underWay()).toEqual(new Set(['letters/h1']))
    asked[0]?.answer()
    await settled()
    expect(post?.underWay()).toEqual(new Set())
  })

  test('what is refused is put back, said, and looked at anew', async () => {
    const {ground, acts, asked, entry, reloads} = table('desk')
    const one = entry('letters/c1')
    acts.judge([{entry: one, voice: {verdict: 'reject', of: one.item.of}}], 'Rejected.', true)
    await settled()
    asked[0]?.refuse('It has changed meanwhile.')
    await settled()
    const review = ground.get()
    expect(standingIn(review, one)).toBe('open')
    expect(review.message).toEqual({
      words: 'letters/c1: not written. It has changed meanwhile.',
      isFault: true,
    })
    expect(review.undoable).toEqual([])
    expect(reloads()).toBe(1)
  })

  test('what is taken back before the desk has answered is undone in its turn', async () => {
    const {ground, acts, asked, entry} = table('desk')
    const [one, two] = [entry('letters/ligature@3:92'), entry('reports/ligature@1:9')]
    acts.judge(
      [one, two].map((each) => ({entry: each, voice: accept(each)})),
      'Accepted: 2.',
      false,
    )
    acts.undo()
    expect(voiceIn(ground.get(), one)).toBe(null)
    for (let number = 0; number < 4; number++) {
      await settled()
      asked[number]?.answer()
    }
    await settled()
    expect(asked.map(({what, body}) => (what === 'undo' ? body : what))).toEqual([
      'verdicts',
      'verdicts',
      {done: 2},
      {done: 1},
    ])
    expect(ground.get().undoable).toEqual([])
    acts.undo()
    expect(ground.get().message.words).toBe('Nothing to take back.')
  })

  test('a proposal is answered with the reading that was chosen', async () => {
    const {ground, acts, asked, entry} = table('desk')
    const one = entry('letters/confusion@10:58')
    acts.answer(
      [{entry: one, answer: 'accept', reading: 'tube', why: 'It is a tube.'}],
      'Accepted.',
    )
    expect(standingIn(ground.get(), one)).toBe('answered')
    await settled()
    expect(asked[0]?.body).toMatchObject({
      id: 'confusion@10:58',
      of: one.item.of,
      reading: 'tube',
      who: 'ed',
    })
    asked[0]?.refuse('No.')
    await settled()
    expect(standingIn(ground.get(), one)).toBe('proposed')
  })

  test('fresh data replaces what the desk has answered for, and keeps what is under way', () => {
    const {ground, entry} = table('desk')
    const [one, two] = [entry('letters/h1'), entry('letters/c1')]
    const voices = new Map([one, two].map((each) => [each.key, accept(each)]))
    ground.set({voices, at: two})
    const next = withData(ground.get(), inventPage({mode: 'desk', who: null}), new Set([two.key]))
    expect([...(next.voices?.keys() ?? [])]).toEqual([two.key])
    expect(next.at?.key).toBe(two.key)
    expect(next.at).not.toBe(two)
    expect(next.who).toBe('ed')
  })
})

test('a page that stands alone keeps verdicts in the browser, and finds them again', () => {
  const {ground, acts, entry} = table('static')
  const [one, two] = [entry('letters/h1'), entry('letters/l4.diculty')]
  acts.judge([{entry: one, voice: {...accept(one), note: 'Yes.'}}], 'Accepted.', true)
  acts.judge([{entry: two, voice: null}], 'Taken back.', false)
  const {data} = ground.get()
  const again = readVoices(ground.shelf, data)
  expect(again).toEqual({
    who: 'ed',
    voices: new Map<string, Voice | null>([
      ['letters/h1', {...accept(one), note: 'Yes.'}],
      ['letters/l4.diculty', null],
    ]),
  })
  acts.undo()
  acts.undo()
  expect(voiceIn(ground.get(), one)).toBe(null)
  expect(voiceIn(ground.get(), two)?.verdict).toBe('accept')
  // Another source is another review.
  const other = {...data, texts: data.texts.map((text) => ({...text, sha256: '0'}))}
  expect(readVoices(ground.shelf, other).voices).toEqual(new Map())
  acts.judge([{entry: one, voice: null}], 'Nothing.', false)
  expect(ground.get().message.words).toBe('You have said so already.')
})
