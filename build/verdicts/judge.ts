import type {KindClass} from '../text/record.ts'
import type {Policy, Said, State} from './verdict.ts'

/** What is judged: who made it, of which class, and the digest of what it says now. */
export interface Judged {
  readonly by: string
  readonly class: KindClass | 'structure'
  readonly of: string
}

/** How far something is judged, and by whom. */
export interface Judgement<V extends Said = Said> {
  readonly state: State
  /** The verdicts on what it says now. */
  readonly valid: readonly V[]
  /** The verdicts on what it said before. */
  readonly stale: readonly V[]
  /** How many reviewers more must accept it; 0 when it is settled. */
  readonly lacking: number
}

/**
 * Say how far something is judged.
 *
 * Shape: what is judged, all verdicts on it, policy → its state. A verdict that settles a dispute outdoes
 * the others; two of them that differ are a dispute again. A question outdoes acceptance, for it is not
 * answered.
 */
export function judge<V extends Said>(
  judged: Judged,
  verdicts: readonly V[],
  policy: Policy,
): Judgement<V> {
  const valid = verdicts.filter(({of}) => of === judged.of)
  const stale = verdicts.filter(({of}) => of !== judged.of)
  const settling = valid.filter(({settles}) => settles !== undefined)
  const voices = settling.length > 0 ? settling : valid
  const says = (name: Said['verdict']): V[] => voices.filter(({verdict}) => verdict === name)
  const end = (state: State, lacking = 0): Judgement<V> => ({state, valid, stale, lacking})
  const [accepts, rejects, queries] = [says('accept'), says('reject'), says('query')]
  if (accepts.length > 0 && rejects.length > 0) return end('contested', 1)
  if (queries.length > 0) return end('query', 1)
  if (rejects.length > 0) return end('rejected')
  if (accepts.length > 0 && settling.length > 0) return end('accepted')
  const counted = accepts.filter(({who}) => policy.selfAcceptance || who !== judged.by)
  const needed = isTwofold(judged.class, policy) ? 2 : 1
  const lacking = Math.max(0, needed - counted.length)
  if (lacking === 0) return end('accepted')
  return end(valid.length === 0 && stale.length > 0 ? 'stale' : 'open', lacking)
}

/** Whether a verdict takes something out of the edition: a rejection that nobody contests. */
export function isRejected(of: string, verdicts: readonly Said[]): boolean {
  // No policy makes more or less of a rejection.
  const policy = {selfAcceptance: true, twoReviewers: []}
  return judge({by: '', class: 'structure', of}, verdicts, policy).state === 'rejected'
}

function isTwofold(kindClass: Judged['class'], {twoReviewers}: Policy): boolean {
  return kindClass !== 'structure' && twoReviewers.includes(kindClass)
}
