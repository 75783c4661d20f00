import {ask, required} from '../dialogs/ask.ts'
import {askForm} from '../dialogs/form-dialog.ts'
import {askWho} from '../dialogs/ask-who.ts'
import type {Entry} from '../state/entry.ts'
import {sameForm} from '../state/forms.ts'
import {sayItem, sayPlace} from '../state/say-item.ts'
import {sourceIn, standingIn, voiceIn} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import type {Voice} from '../state/voice.ts'
import {el} from '../view/element.ts'
import type {Ground} from './ground.ts'
import type {Acts, Answering} from './say.ts'

/** What a reviewer can say of the item that is open. */
export interface Judging {
  judge(verdict: 'accept' | 'reject'): Promise<void>
  query(): Promise<void>
  settle(): Promise<void>
  withdraw(): void
  /** Say again what was said, with the note as it is now. */
  saveNote(): void
  judgeForm(): Promise<void>
  /** Make sure that there is a name to write under; whether there is one. */
  hasName(): Promise<boolean>
}

const past = {accept: 'Accepted', reject: 'Rejected', query: 'Asked about'}

/** Make what a reviewer can say. */
export function makeJudging(ground: Ground, acts: Acts): Judging {
  const {get, set} = ground
  const hasName = async (): Promise<boolean> => {
    if (get().who !== null) return true
    const who = await askWho(null)
    if (who !== null) set({who})
    return who !== null
  }
  const say = (entry: Entry, voice: Voice, goesOn = true): void => {
    const what = `${past[voice.verdict]}: ${sayPlace(entry)}, ${sayItem(entry)}.`
    acts.judge([{entry, voice}], what, goesOn)
    forget(ground, [entry.key])
  }

  return {
    hasName,
    async judge(verdict) {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      if (entry.item.sort !== 'proposal') {
        say(entry, voiceWith(entry, verdict, noteFor(get(), entry)))
        return
      }
      const given = noteFor(get(), entry)
      const why = verdict === 'accept' ? given : await askWhyLeft(entry, given)
      if (why === null) return
      acts.answer([answerTo(get(), entry, verdict, why)], `${past[verdict]}: ${sayPlace(entry)}.`)
      forget(ground, [entry.key])
    },

    async query() {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      const answers = await ask({
        title: 'What is your question?',
        says: [el('p', {}, sayItem(entry))],
        fields: [
          {
            name: 'question',
            label: 'Question',
            kind: 'lines',
            value: noteFor(get(), entry),
            check: required('the question'),
          },
        ],
        confirm: 'Ask',
      })
      const note = answers?.['question']?.trim()
      if (note === undefined) return
      if (entry.item.sort === 'proposal') {
        acts.answer([answerTo(get(), entry, 'query', note)], `Asked about: ${sayPlace(entry)}.`)
        forget(ground, [entry.key])
      } else say(entry, voiceWith(entry, 'query', note))
    },

    async settle() {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      const answers = await ask({
        title: 'Settle the dispute',
        says: [
          el(
            'p',
            {},
            `${sayPlace(entry)}, ${sayItem(entry)}. What you say here outdoes the other verdicts.`,
          ),
        ],
        fields: [
          {
            name: 'verdict',
            label: 'The edition',
            kind: 'choice',
            value: 'accept',
            choices: [
              ['accept', 'is right'],
              ['reject', 'is wrong: the source stands'],
            ],
            check: required('a verdict'),
          },
          {name: 'why', label: 'Reason', kind: 'lines', check: required('a reason')},
        ],
        confirm: 'Settle',
      })
      if (!answers) return
      const verdict = answers['verdict'] === 'reject' ? 'reject' : 'accept'
      const settles = (answers['why'] ?? '').trim()
      say(entry, {...voiceWith(entry, verdict, noteFor(get(), entry)), settles})
    },

    withdraw() {
      const {at: entry} = get()
      if (!entry) return
      const what = `Verdict taken back: ${sayPlace(entry)}.`
      acts.judge([{entry, voice: null}], what, false)
    },

    saveNote() {
      const review = get()
      const {at: entry} = review
      const voice = entry && voiceIn(review, entry)
      if (!entry || !voice) return
      const {note: _, ...rest} = voice
      const note = noteFor(review, entry)
      say(entry, note === '' ? rest : {...rest, note}, false)
    },

    async judgeForm() {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      const review = get()
      const places = sameForm(review.entries, entry).map((one) => {
        return {entry: one, standing: standingIn(review, one), source: sourceIn(review, one)}
      })
      const isProposal = entry.item.sort === 'proposal'
      const answer = await askForm(entry.item.form, places, isProposal)
      if (!answer) return
      const {verdict, entries, note} = answer
      const what = `${past[verdict]}: ${entries.length} of the form ${entry.item.form}.`
      if (isProposal) {
        acts.answer(
          entries.map((one) => answerTo(review, one, verdict, note, entry)),
          what,
        )
      } else {
        acts.judge(
          entries.map((one) => ({entry: one, voice: voiceWith(one, verdict, note)})),
          what,
          true,
        )
      }
    },
  }
}

function voiceWith({item}: Entry, verdict: Voice['verdict'], note: string): Voice {
  return {verdict, of: item.of, ...(note === '' ? {} : {note})}
}

/** The note that goes with a verdict: what is written now, or what was said before. */
function noteFor(review: Review, entry: Entry): string {
  return (review.drafts.get(entry.key) ?? voiceIn(review, entry)?.note ?? '').trim()
}

/** Notes that were said are no drafts any more. */
function forget({get, set}: Ground, keys: readonly string[]): void {
  const drafts = new Map([...get().drafts].filter(([key]) => !keys.includes(key)))
  set({drafts})
}

async function askWhyLeft(entry: Entry, given: string): Promise<string | null> {
  const answers = await ask({
    title: 'Leave the source as it is',
    says: [el('p', {}, sayItem(entry))],
    fields: [
      {name: 'why', label: 'Reason', kind: 'lines', value: given, check: required('a reason')},
    ],
    confirm: 'Leave it',
  })
  return answers?.['why']?.trim() ?? null
}

/** The answer to a proposal; of others of its form the reading that was chosen, where they have it. */
function answerTo(
  {chosen}: Review,
  entry: Entry,
  answer: Answering['answer'],
  why: string,
  like: Entry = entry,
): Answering {
  const wanted = like.item.candidates?.[chosen.get(like.key) ?? 0]?.reading
  const candidates = entry.item.candidates ?? []
  const found = candidates.find(({reading}) => reading === wanted) ?? candidates[0]
  const reading = answer === 'accept' && found ? {reading: found.reading} : {}
  return {entry, answer, why: why || entry.item.why || 'As it was proposed.', ...reading}
}
