import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import type {PageData} from '../../build/review/page-data.ts'
import {openDesk} from '../../scripts/review/desk/desk.ts'
import type {Desk} from '../../scripts/review/desk/desk.ts'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)
let desk: Desk
let data: PageData

const fileOf = (name: string, text = 'ligature'): string =>
  join(home.manuscript, 'specimen/texts', text, name)
const read = (name: string, text?: string): Promise<string> =>
  readFile(fileOf(name, text), 'utf8').catch(() => '')

beforeEach(async () => {
  const workspace = {manuscript: home.manuscript, out: home.out, sources: []}
  const only = ['ligature']
  const options = {mode: 'desk', who: null, images: {}, only, sample: () => null} as const
  desk = await openDesk(workspace, 'specimen', options)
  data = await desk.data()
})

function itemOf(id: string, text = 'ligature') {
  const item = data.texts.find((one) => one.id === text)?.items.find((one) => one.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}

const verdict = (id: string, more: object = {}, who = 'anna') =>
  desk.act('verdicts', {
    text: 'ligature',
    who,
    changes: [{id, of: itemOf(id).of, verdict: 'accept', was: null, ...more}],
  })

/** A change of a verdict, of any digest. */
function changeTo(name: string): object {
  return {id: 'l51.our', of: '00000000', verdict: name, was: null}
}

/** Whether all is well with the edition. */
async function expectRight(): Promise<void> {
  const {code, stderr} = await edition('check', 'specimen', '--only', 'markdown')
  expect(code, stderr).toBe(0)
}

describe('verdicts', () => {
  test('are written in the one form, and undone', async () => {
    await verdict('l51.our', {note: 'Seen in the print: flour.'})
    const {done} = await verdict('ligature@49:14', {verdict: 'reject'})
    const {of} = itemOf('l51.our')
    const first = `l51.our:\n  verdict: accept\n  of: ${of}\n  note: "Seen in the print: flour."\n`
    const written = await read('reviews/anna.yaml')
    expect(written.startsWith(first)).toBe(true)
    expect(written).toContain('ligature@49:14:\n  verdict: reject\n')
    await expectRight()
    await desk.act('undo', {done})
    expect(await read('reviews/anna.yaml')).toBe(first)
    const states = (await desk.data()).texts[0]?.items.map(({judgement}) => judgement.state)
    expect(states?.filter((state) => state === 'accepted')).toHaveLength(1)
  })

  test('the last one of a file takes the file with it', async () => {
    await verdict('l51.our')
    const {of} = itemOf('l51.our')
    await verdict('l51.our', {verdict: null, was: {verdict: 'accept', of}})
    expect(await read('reviews/anna.yaml')).toBe('')
    await expectRight()
  })

  test('are refused when the record has changed meanwhile', async () => {
    await change(fileOf('corrections.yaml'), 'reading: "flour"', 'reading: "Flour"')
    await expect(verdict('l51.our')).rejects.toMatchObject({status: 409})
    expect(await read('reviews/anna.yaml')).toBe('')
  })

  test('are refused when another verdict was given meanwhile; of several, all', async () => {
    await verdict('l51.our')
    await expect(verdict('l51.our', {verdict: 'reject'})).rejects.toMatchObject({status: 409})
    const changes = ['l51.our', 'ligature@49:14'].map((id) => {
      return {id, of: itemOf(id).of, verdict: 'reject', was: null}
    })
    const before = await read('reviews/anna.yaml')
    const both = desk.act('verdicts', {text: 'ligature', who: 'anna', changes})
    await expect(both).rejects.toMatchObject({status: 409})
    expect(await read('reviews/anna.yaml')).toBe(before)
  })

  test('many at once come one after another', async () => {
    const ids = (data.texts[0]?.items ?? []).filter(({sort}) => sort !== 'proposal').slice(0, 30)
    await Promise.all(ids.map(({id}) => verdict(id)))
    expect((await read('reviews/anna.yaml')).match(/verdict: accept/g)).toHaveLength(30)
  })

  test.each([
    ['a reviewer with a path for a name', {who: '../../anna'}],
    [
      'no verdict that there is',
      {changes: [{id: 'l51.our', of: '00000000', verdict: 'yes', was: null}]},
    ],
    ['nothing to be changed', {changes: []}],
    ['a key that nobody knows', {more: 1}],
    ['two verdicts on one', {changes: [changeTo('accept'), changeTo('reject')]}],
    ['a note that no file may hold', {changes: [{...changeTo('accept'), note: 'a\u0007b'}]}],
  ])('%s', async (_, more) => {
    const {of} = itemOf('l51.our')
    const changes = [{id: 'l51.our', of, verdict: 'accept', was: null}]
    const request = {text: 'ligature', who: 'anna', changes, ...more}
    await expect(desk.act('verdicts', request)).rejects.toMatchObject({status: 400})
  })
})

describe('records', () => {
  const ask = (what: 'reading' | 'promote', id: string, more: object) =>
    desk.act(what, {
      text: 'ligature',
      who: 'anna',
      id,
      of: itemOf(id).of,
      why: 'As in print.',
      ...more,
    })

  test('another reading', async () => {
    const before = await read('corrections.yaml')
    const {done} = await ask('reading', 'l51.our', {reading: 'Flour'})
    const after = await read('corrections.yaml')
    expect(after).toMatch(/l51\.our:\n  at: 51:64\n  lemma: "our"\n  reading: "Flour"\n/)
    expect(after).toContain('  by: anna\n  why: As in print.\n')
    await expectRight()
    await desk.act('undo', {done})
    expect(await read('corrections.yaml')).toBe(before)
  })

  test('a hit becomes a record by hand, as it is or with another reading', async () => {
    await ask('promote', 'ligature@49:14', {})
    expect(await read('corrections.yaml')).toMatch(
      /l49\.ocials:\n  at: 49:14\n  lemma: "ocials"\n  reading: "officials"\n  kind: ocr\/ligature\n/,
    )
    await expectRight()
    data = await desk.data()
    expect(() => itemOf('ligature@49:14')).toThrow()
    await ask('reading', 'l49.ocials', {reading: 'Officials'})
    await expectRight()
  })

  test('what the rules of records forbid is refused, with its reason, and nothing is written', async () => {
    const before = await read('corrections.yaml')
    const same = ask('reading', 'l51.our', {reading: 'our'})
    await expect(same).rejects.toThrow(/record-noop/)
    expect(await read('corrections.yaml')).toBe(before)
  })
})

test('a file that cannot be read is told of, and what is there is still shown', async () => {
  expect(data.faults).toEqual([])
  await change(fileOf('corrections.yaml'), 'kind: ocr/ligature', 'kind: ocr/nonsense')
  const broken = await desk.data()
  expect(broken.texts).toEqual([])
  expect(broken.faults).toEqual([
    expect.stringMatching(/corrections\.yaml:\d+:\d+ {2}error {2}.*schema-value/),
  ])
  await expect(verdict('l51.our')).rejects.toMatchObject({status: 409})
  await change(fileOf('corrections.yaml'), 'kind: ocr/nonsense', 'kind: ocr/ligature')
  expect((await desk.data()).texts).toHaveLength(1)
})

describe('words of the source', () => {
  const say = (lemma: string, more: object) => {
    const source = data.texts[0]?.source ?? ''
    const start = source.indexOf(lemma)
    const place = {start, end: start + lemma.length, lemma}
    return desk.act('words', {
      text: 'ligature',
      who: 'anna',
      ...place,
      why: 'It looks odd.',
      ...more,
    })
  }
  test('are corrected, asked about, annotated', async () => {
    await say('ministry', {act: 'correct', reading: 'Ministry', kind: 'ocr/character'})
    await say('word behind', {act: 'query', kind: 'undetermined/wording'})
    await say('A sack', {act: 'annotate', kind: 'gloss'})
    const records = await read('corrections.yaml')
    expect(records).toContain('  lemma: "ministry"\n  reading: "Ministry"\n')
    expect(records).toMatch(/act: query\n  lemma: "word behind"\n/)
    expect(await read('annotations.yaml')).toMatch(/lemma: "A sack"\n  kind: gloss\n  claims:\n/)
    await expectRight()
  })
  test('are refused when the source has others', async () => {
    const wrong = say('ministry', {act: 'query', kind: 'undetermined/wording', start: 0, end: 8})
    await expect(wrong).rejects.toMatchObject({status: 409})
  })
})

describe('proposals', () => {
  const key = 'ligature@49:43'
  beforeEach(async () => {
    // As the README does: without its exception, the rule asks again.
    const own = await read('rules.yaml')
    await writeFile(fileOf('rules.yaml'), own.replace(/^  ligature@49:43: .*\n/m, ''))
    expect((await edition('propose', 'ligature')).code).toBe(0)
    data = await desk.data()
    expect(itemOf(key)).toMatchObject({sort: 'proposal', lemma: 'ocials'})
  })
  const answer = (more: object) =>
    desk.act('answer', {
      text: 'ligature',
      who: 'anna',
      id: key,
      of: itemOf(key).of,
      why: 'Seen.',
      ...more,
    })

  test('accepted: a record by hand', async () => {
    await answer({answer: 'accept'})
    expect(await read('corrections.yaml')).toMatch(
      /l49\.ocials:\n  at: 49:43\n  lemma: "ocials"\n  reading: "officials"\n/,
    )
    await expectRight()
  })
  test('rejected: an exception, and the table of proposals is fresh', async () => {
    const {done} = await answer({answer: 'reject'})
    expect(await read('rules.yaml')).toContain('  ligature@49:43: Seen.\n')
    await expectRight()
    await desk.act('undo', {done})
    data = await desk.data()
    expect(itemOf(key).sort).toBe('proposal')
    await expectRight()
  })
  test('asked about: a query', async () => {
    await answer({answer: 'query'})
    expect(await read('corrections.yaml')).toMatch(/at: 49:43\n  act: query\n  lemma: "ocials"\n/)
    await expectRight()
  })
  test('refused when it is not what was seen', async () => {
    await expect(answer({answer: 'accept', of: '00000000'})).rejects.toMatchObject({status: 409})
  })
})
