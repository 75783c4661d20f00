import {judge} from '../../../verdicts/judge.ts'
import type {Judgement} from '../../../verdicts/judge.ts'
import {isSettled} from '../../../verdicts/verdict.ts'
import type {Policy, Said, State} from '../../../verdicts/verdict.ts'
import type {Entry} from './entry.ts'

/** What the reviewer says of an item. */
export type Voice = Pick<Said, 'verdict' | 'of' | 'note' | 'settles'>

/** What is not yet in the data: verdicts by key, `null` for one that was taken back. */
export type NewVoices = ReadonlyMap<string, Voice | null>

/** Who judges, what they have said since the data was made, and what it takes to be accepted. */
export interface Voices {
  readonly who: string | null
  readonly voices: NewVoices
  readonly policy: Policy
}

/** What the reviewer says of an item; `null` when nothing. */
export function voiceOf({key, item}: Entry, {who, voices}: Voices): Voice | null {
  const fresh = voices.get(key)
  if (fresh !== undefined) return fresh
  if (who === null) return null
  const {valid, stale} = item.judgement
  const said = [...valid, ...stale].find((one) => one.who === who)
  return said ? withoutName(said) : null
}

/** How far an item is judged, with what the reviewer has just said. */
export function judgementOf(entry: Entry, given: Voices): Judgement {
  const {item, key} = entry
  const {who, voices, policy} = given
  if (!voices.has(key)) return item.judgement
  const me = who ?? ''
  const others = [...item.judgement.valid, ...item.judgement.stale].filter((one) => one.who !== me)
  const mine = voices.get(key)
  const all = mine ? [...others, {...mine, who: me, id: item.id}] : others
  return judge(item, all, policy)
}

/** How an item stands: how far it is judged, or that it is proposed and waits for an answer. */
export const standings = [
  'open',
  'accepted',
  'rejected',
  'contested',
  'stale',
  'query',
  'proposed',
  'answered',
] as const
export type Standing = State | 'proposed' | 'answered'

/** Say how an item stands; `answered` are the keys of proposals that were just answered. */
export function standingOf(
  entry: Entry,
  given: Voices & {readonly answered: ReadonlySet<string>},
): Standing {
  if (entry.item.sort === 'proposal') return given.answered.has(entry.key) ? 'answered' : 'proposed'
  return judgementOf(entry, given).state
}

/** Whether nothing more is to be said of what stands so. */
export function isDone(standing: Standing): boolean {
  return standing === 'answered' || (standing !== 'proposed' && isSettled(standing))
}

/** Whether what a reviewer said was said of the item as it is now. */
export function isOfNow(voice: Voice | null, {item}: Entry): boolean {
  return voice !== null && voice.of === item.of
}

/** Whether two verdicts say the same. */
export function isSameVoice(one: Voice | null, other: Voice | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.verdict === other.verdict &&
    one.of === other.of &&
    one.note === other.note &&
    one.settles === other.settles
  )
}

function withoutName({verdict, of, note, settles}: Said): Voice {
  return {
    verdict,
    of,
    ...(note === undefined ? {} : {note}),
    ...(settles === undefined ? {} : {settles}),
  }
}
