import {inOrder} from './correction.ts'
import type {Span} from './correction.ts'

/** What a correction changes, whoever made it. */
export interface Change extends Span {
  readonly lemma: string
  readonly reading: string
}

/** Says what is claimed of changes that became one, from these and their common span. */
export type Merge<C extends Change> = (parts: readonly C[], whole: Change) => C

/**
 * Make two lists of changes one: the first made on a source, the second on what the first makes of it.
 *
 * Shape: source and lists in any order, neither of which overlaps itself → changes of the source in its
 * order, none of which touch. Where changes of both lists meet they become the result of `merge`; it
 * is given the changes as they are in their lists, and their common span, lemma and reading. What
 * touches then is merged again. Changes that undo each other are gone.
 * Law: apply(apply(source, first), second) = apply(source, compose(source, first, second)).
 */
export function compose<C extends Change>(
  source: string,
  first: readonly C[],
  second: readonly C[],
  merge: Merge<C>,
): C[] {
  const runs: C[][] = []
  let end = -1
  for (const change of composeApart(source, first, second, merge)) {
    const run = runs.at(-1)
    if (run && change.start === end) run.push(change)
    else runs.push([change])
    end = change.end
  }
  return runs.flatMap((run) => {
    const [only] = run
    if (only && run.length === 1) return [only]
    const whole = {
      start: only?.start ?? 0,
      end: run.at(-1)?.end ?? 0,
      lemma: run.map((part) => part.lemma).join(''),
      reading: run.map((part) => part.reading).join(''),
    }
    return whole.lemma === whole.reading ? [] : [merge(run, whole)]
  })
}

/** A change at its span of the text between the two lists. */
interface Member<C extends Change> extends Span {
  readonly change: C
  readonly isFirst: boolean
}

/**
 * Make two lists of changes one, as {@link compose} does, and leave apart what only touches.
 *
 * Shape: as there, but no change may take nothing; one that meets none of the other list is itself, at
 * its span of the source.
 */
export function composeApart<C extends Change>(
  source: string,
  first: readonly C[],
  second: readonly C[],
  merge: Merge<C>,
): C[] {
  const {members, text} = applyFirst(source, first)
  const theirs = second.map((change) => ({
    change,
    start: change.start,
    end: change.end,
    isFirst: false,
  }))
  // How far a place of the source lies behind its place in the text between, after the last group.
  let shift = 0
  return groupsOf(inOrder([...members, ...theirs])).flatMap((group): C[] => {
    const start = Math.min(...group.map((member) => member.start))
    const end = Math.max(...group.map((member) => member.end))
    const from = start + shift
    for (const {change, isFirst, end: out} of group) if (isFirst) shift = change.end - out
    const [only] = group
    if (only && group.length === 1) {
      return [only.isFirst ? only.change : {...only.change, start: from, end: end + shift}]
    }
    const to = end + shift
    const whole = {
      start: from,
      end: to,
      lemma: source.slice(from, to),
      reading: applySecond(text, start, end, group),
    }
    const parts = group.map((member) => member.change)
    return whole.lemma === whole.reading ? [] : [merge(parts, whole)]
  })
}

/** Where each change of the first list stands in what the list makes of the source. */
function applyFirst<C extends Change>(
  source: string,
  first: readonly C[],
): {members: Member<C>[]; text: string} {
  const runs: string[] = []
  let at = 0
  let length = 0
  const members = inOrder(first).map((change): Member<C> => {
    const {start, end, reading} = change
    runs.push(source.slice(at, start), reading)
    const from = length + start - at
    length = from + reading.length
    at = end
    return {change, start: from, end: length, isFirst: true}
  })
  return {members, text: runs.join('') + source.slice(at)}
}

/** The runs of members that overlap; one that takes nothing overlaps only what is on both its sides. */
function groupsOf<C extends Change>(members: readonly Member<C>[]): Member<C>[][] {
  const groups: Member<C>[][] = []
  let end = -1
  for (const member of members) {
    const group = groups.at(-1)
    if (group && member.start < end) group.push(member)
    else groups.push([member])
    end = Math.max(end, member.end)
  }
  return groups
}

/** The text between, from place to place, with the changes of the second list. */
function applySecond<C extends Change>(
  text: string,
  start: number,
  end: number,
  group: readonly Member<C>[],
): string {
  let reading = ''
  let at = start
  for (const {change, isFirst} of group) {
    if (isFirst) continue
    reading += text.slice(at, change.start) + change.reading
    at = change.end
  }
  return reading + text.slice(at, end)
}
