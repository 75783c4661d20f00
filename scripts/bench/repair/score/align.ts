/** Something of which a text is made, so that two texts can be laid side by side. */
export interface Char {
  readonly char: string
  /** Where in the source it stands, or -1 when a reading brought it in. */
  readonly at: number
  /** Which edit brought it in, or -1. */
  readonly by: number
}

/** Beyond so many comparisons two texts are held to have nothing in common but their ends. */
const most = 4_000_000

/**
 * Lay two texts side by side so that they share as much as they can; of several ways, the one that
 * shares most characters of the same place of the source.
 *
 * Shape: two texts → for each character of the first its index in the second, or -1; ascending.
 */
export function align(one: readonly Char[], other: readonly Char[]): Int32Array {
  const map = new Int32Array(one.length).fill(-1)
  const same = (a: number, b: number): boolean => one[a]?.char === other[b]?.char
  const isShared = (a: number, b: number): boolean =>
    same(a, b) && one[a]?.at === other[b]?.at && (one[a]?.at ?? -1) >= 0
  let lead = 0
  while (lead < one.length && lead < other.length && isShared(lead, lead)) map[lead] = lead++
  let [a, b] = [one.length, other.length]
  while (a > lead && b > lead && isShared(a - 1, b - 1)) map[--a] = --b
  const [rows, columns] = [a - lead, b - lead]
  if (rows === 0 || columns === 0 || rows * columns > most) return map
  const wide = columns + 1
  const best = new Float64Array((rows + 1) * wide)
  const gain = (row: number, column: number): number => {
    const [x, y] = [lead + row, lead + column]
    if (!same(x, y)) return -1
    return isShared(x, y) ? 1.001 : 1
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const skip = Math.max(at(best, (row + 1) * wide + column), at(best, row * wide + column + 1))
      const won = gain(row, column)
      const take = won < 0 ? -1 : at(best, (row + 1) * wide + column + 1) + won
      best[row * wide + column] = Math.max(skip, take)
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const here = at(best, row * wide + column)
    const won = gain(row, column)
    if (won >= 0 && here === at(best, (row + 1) * wide + column + 1) + won) {
      map[lead + row] = lead + column
      row++
      column++
    } else if (here === at(best, (row + 1) * wide + column)) row++
    else column++
  }
  return map
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0
}
