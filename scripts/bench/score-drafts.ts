import type {DraftCitation, NoteWords} from '../../build/bibliography/draft/draft-citations.ts'

/** A citation as it should be found. Offsets in the words of its note. */
export interface KnownCitation {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly work: string
  readonly locator: string | null
}

/** A note and what it cites. */
export interface KnownNote extends NoteWords {
  readonly citations: readonly KnownCitation[]
}

/** Counts of citations. */
export interface DraftScore {
  readonly cited: number
  readonly drafted: number
  readonly found: number
  /** Of those found: with the right form, with the right locator. */
  readonly form: number
  readonly locator: number
  /** Of those found: of a work that was cited before, and how many of them go to it. */
  readonly back: number
  readonly work: number
  readonly faults: readonly string[]
}

/**
 * Score drafts against what is known.
 *
 * A citation is found when a draft in its note shares more than half of the words that either has. Works are
 * the same when the first citations of both are a pair.
 */
export function scoreDrafts(
  notes: readonly KnownNote[],
  drafts: readonly DraftCitation[],
): DraftScore {
  const faults: string[] = []
  const used = new Set<DraftCitation>()
  const workOf = new Map<string, string>()
  const right = {form: 0, locator: 0, work: 0}
  let [cited, found, back] = [0, 0, 0]
  for (const {note, words, citations} of notes) {
    for (const known of citations) {
      cited++
      const draft = drafts.find((one) => {
        return one.note === note && !used.has(one) && overlap(one, known) > 0.5
      })
      const shown = words.slice(known.start, known.end)
      if (!draft) {
        faults.push(`${note} missed ${known.form}: ${shown}`)
        continue
      }
      used.add(draft)
      found++
      if (draft.form === known.form) right.form++
      else faults.push(`${note} ${draft.form} for ${known.form}: ${shown}`)
      // The pages of a whole article are its own to some, and a place in it to others.
      if ([draft.locator ?? null, draft.pages].includes(known.locator)) right.locator++
      else faults.push(`${note} locator ${draft.locator} for ${known.locator}: ${shown}`)
      const before = workOf.get(known.work)
      workOf.set(known.work, before ?? draft.work)
      if (before === undefined) continue
      back++
      if (before === draft.work) right.work++
      else faults.push(`${note} work ${draft.work} for ${before}: ${shown}`)
    }
  }
  for (const one of drafts) if (!used.has(one)) faults.push(`${one.note} none: ${one.words}`)
  return {cited, drafted: drafts.length, found, ...right, back, faults}
}

interface Span {
  readonly start: number
  readonly end: number
}

/** How much two spans share, as a part of what both cover. */
function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  return shared / all
}
