import type {Fields, Value} from '../../model/revision.ts'

/** A value that differs, and where in an entry it stands. */
export interface Difference {
  /** Keys that lead to it; of a member of a list nothing, for its number says nothing. */
  readonly path: readonly string[]
  /** `undefined` when it was not there, or is not any more. */
  readonly before: Value | undefined
  readonly after: Value | undefined
}

/**
 * Say how two entries differ.
 *
 * Shape: fields before and after → differences in the order of the fields, the smallest there are. Members of lists
 * are held against each other by what they say: one that is put before others is one difference.
 */
export function differences(before: Fields, after: Fields): Difference[] {
  return differencesAt([], before, after)
}

/** The names of the fields that differ. */
export function fieldsThatDiffer(before: Fields, after: Fields): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isSame(before[name], after[name]))
}

/** Whether two values say the same; the order of keys does not matter. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one === other || canonical(one) === canonical(other)
}

function differencesAt(
  path: readonly string[],
  before: Value | undefined,
  after: Value | undefined,
): Difference[] {
  if (isSame(before, after)) return []
  if (isFields(before) && isFields(after)) {
    const names = fieldsThatDiffer(before, after)
    return names.flatMap((name) => differencesAt([...path, name], before[name], after[name]))
  }
  if (isList(before) && isList(after)) {
    return gapsBetween(before, after).flatMap(([was, is]) =>
      Array.from({length: Math.max(was.length, is.length)}, (_, index) =>
        differencesAt(path, was[index], is[index]),
      ).flat(),
    )
  }
  return [{path, before, after}]
}

/** Runs of members that are not in the other list, between those that are in both. */
function gapsBetween(before: readonly Value[], after: readonly Value[]): [Value[], Value[]][] {
  const [was, is] = [before.map(canonical), after.map(canonical)]
  const gaps: [Value[], Value[]][] = []
  let [i, j] = [0, 0]
  for (const [oldAt, newAt] of [...longestInBoth(was, is), [was.length, is.length] as const]) {
    if (oldAt > i || newAt > j) gaps.push([before.slice(i, oldAt), after.slice(j, newAt)])
    ;[i, j] = [oldAt + 1, newAt + 1]
  }
  return gaps
}

/** How many pairs of members are compared; longer lists are held against each other by their numbers. */
const most = 4_000_000

/** The longest sequence that two lists have in common: pairs of indices. */
function longestInBoth(
  one: readonly string[],
  other: readonly string[],
): (readonly [number, number])[] {
  // What is the same at both ends need not be compared with everything.
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start++
  let end = 0
  const rest = Math.min(one.length, other.length) - start
  while (end < rest && one[one.length - 1 - end] === other[other.length - 1 - end]) end++
  const [rows, columns] = [one.length - start - end, other.length - start - end]
  const pairs = Array.from({length: start}, (_, index) => [index, index] as const)
  const tail = Array.from({length: end}, (_, index) => {
    return [one.length - end + index, other.length - end + index] as const
  })
  if (rows * columns > most) return [...pairs, ...tail]
  const lengths = Array.from({length: rows + 1}, () => new Uint32Array(columns + 1))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    const line = lengths[row] as Uint32Array
    for (let column = columns - 1; column >= 0; column--) {
      line[column] =
        one[start + row] === other[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    if (one[start + row] === other[start + column]) pairs.push([start + row++, start + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return [...pairs, ...tail]
}

function canonical(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join()}]`
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? '')}`).join()}}`
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && !isList(value)
}
