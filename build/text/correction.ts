/** A run of a text: from the first character to the place after the last. Offsets in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One change of a text: the lemma at a span of the source, and the reading the edition gives it. */
export interface Correction extends Span {
  /** Permanent name of the record. */
  readonly id: string
  /** What the source has at the span. */
  readonly lemma: string
  /** What the edition has instead. */
  readonly reading: string
  /** Set when several touching records were made one: the records it came from, in order. */
  readonly parts?: readonly Correction[]
}

/** The ways in which a set of corrections can be wrong. */
export const faultRules = [
  'record-place',
  'record-lemma',
  'record-noop',
  'record-overlap',
  'record-touching',
] as const

/** Something wrong with one correction, or with two that meet. */
export interface Fault {
  readonly ruleId: (typeof faultRules)[number]
  /** The correction at fault. */
  readonly id: string
  /** The correction it meets, where there are two. */
  readonly other?: string
  /** A full sentence: what is there, what was expected, what to do. */
  readonly reason: string
  readonly start: number
}

/** Thrown by the text core when it is handed corrections that do not fit the text. */
export class CorrectionError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.id}: ${fault.reason}`).join('\n'))
    this.name = 'CorrectionError'
    this.faults = faults
  }
}

/** Put corrections in the order of the text. */
export function inOrder<C extends Span>(corrections: readonly C[]): C[] {
  return [...corrections].sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Find everything that is wrong with a set of corrections.
 *
 * Shape: source and corrections in any order → faults in the order of the text; none when
 * `apply` will accept them. An empty lemma is allowed here (the inverse of a deletion has one);
 * the file schema forbids it to editors.
 */
export function checkCorrections(source: string, corrections: readonly Correction[]): Fault[] {
  const faults: Fault[] = []
  let before: Correction | undefined
  for (const correction of inOrder(corrections)) {
    const {id, start, end, lemma, reading} = correction
    const add = (ruleId: Fault['ruleId'], reason: string, other?: string): void => {
      faults.push({ruleId, id, reason, start, ...(other === undefined ? {} : {other})})
    }
    if (!(start >= 0 && end >= start && end <= source.length)) {
      add('record-place', 'Unexpected span outside the source; correct its place.')
      continue
    }
    const found = source.slice(start, end)
    if (found !== lemma) {
      add('record-lemma', `Unexpected lemma ${quote(lemma)}, found ${quote(found)} in the source.`)
    }
    if (lemma === reading) add('record-noop', 'Unexpected reading equal to its lemma; remove it.')
    if (splitsCodePoint(source, start) || splitsCodePoint(source, end)) {
      add('record-place', 'Unexpected cut inside one character; move the place to its edge.')
    }
    if (before && start < before.end) {
      add(
        'record-overlap',
        `Unexpected overlap with ${before.id}; make them one record.`,
        before.id,
      )
    } else if (before && start === before.end) {
      const advice = 'make them one record with parts.'
      add('record-touching', `Unexpected record touching ${before.id}; ${advice}`, before.id)
    }
    if (!before || end >= before.end) before = correction
  }
  return faults
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? text.slice(0, 79) + '…' : text)
}

function splitsCodePoint(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
