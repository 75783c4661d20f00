/** What binding looks at: what is printed, and where it stands in the source. */
export interface Bindable {
  readonly printed: string
  readonly position: {readonly start: {readonly offset: number}}
}

/** A body with all that call it. */
export interface Binding<R extends Bindable, B extends Bindable> {
  readonly body: B
  readonly references: readonly R[]
}

/** What keeps references and bodies from fitting, or makes a number doubtful. */
export interface BindingFault<T extends Bindable> {
  readonly ruleId:
    | 'reference-without-note'
    | 'note-without-reference'
    | 'note-duplicate'
    | 'reference-sequence'
    | 'note-sequence'
  readonly at: T
  readonly other?: T | undefined
  readonly reason: string
}

/** What is known of a series of notes. */
export interface BindOptions {
  /** Whether its numbers begin anew in the course of the text. */
  readonly restarts: boolean
  /** Whether its numbers count up, so that one out of its turn is likely misread. */
  readonly inSequence: boolean
}

/**
 * Bind references to the bodies of notes.
 *
 * Shape: both in the order of the source → bindings in the order of the bodies, and faults. When
 * there are no faults of binding, each reference has one body and each body a reference. Where the
 * numbers begin anew, a body takes the first free reference of its number before it.
 */
export function bind<R extends Bindable, B extends Bindable>(
  references: readonly R[],
  bodies: readonly B[],
  {restarts, inSequence}: BindOptions,
): {bindings: Binding<R, B>[]; faults: BindingFault<R | B>[]} {
  const faults: BindingFault<R | B>[] = []
  const free = new Set(references)
  const seen = new Map<string, B>()
  const bindings: Binding<R, B>[] = []
  for (const body of bodies) {
    const same = [...free].filter((reference) => reference.printed === body.printed)
    const before = same.filter(({position}) => position.start.offset < body.position.start.offset)
    const mine = restarts ? (before.length > 0 ? before : same).slice(0, 1) : same
    const twin = restarts ? undefined : seen.get(body.printed)
    seen.set(body.printed, body)
    if (twin) {
      const reason = `Unexpected second note ${body.printed}; correct its number, or join it to the first.`
      faults.push({ruleId: 'note-duplicate', at: body, other: twin, reason})
    } else if (mine.length === 0) {
      const reason = `Expected a reference to note ${body.printed}; look for a misread number.`
      faults.push({ruleId: 'note-without-reference', at: body, reason})
    } else {
      for (const reference of mine) free.delete(reference)
      bindings.push({body, references: mine})
    }
  }
  for (const reference of free) {
    const reason = `Expected a note ${reference.printed} for this reference; look for a misread number.`
    faults.push({ruleId: 'reference-without-note', at: reference, reason})
  }
  if (inSequence) {
    faults.push(...outOfSequence(references, 'reference-sequence', 'reference'))
    faults.push(...outOfSequence(bodies, 'note-sequence', 'note'))
  }
  return {bindings, faults}
}

/** A number that neither goes on from the one before nor comes again is likely misread. */
function outOfSequence<T extends Bindable>(
  list: readonly T[],
  ruleId: 'reference-sequence' | 'note-sequence',
  what: string,
): BindingFault<T>[] {
  const faults: BindingFault<T>[] = []
  let expected: number | undefined
  let faulty: number | undefined
  for (const at of list) {
    const number = Number(at.printed)
    // After a gap the numbers go on from the one that seemed wrong.
    const goesOn = faulty !== undefined && number === faulty + 1
    if (expected !== undefined && !goesOn && number !== expected && number !== expected - 1) {
      const reason = `Unexpected ${what} ${number} in the place of ${expected}; correct it if it is misread.`
      faults.push({ruleId, at, reason})
      expected++
      faulty = number
    } else {
      expected = number + 1
      faulty = undefined
    }
  }
  return faults
}
