/**
 * Widths of characters in a book face, in hundredths of the width of an average one.
 *
 * Rough classes, the same for all book faces: enough to tell a full line from a short one better
 * than counting characters does.
 */
const classes: readonly (readonly [width: number, characters: string])[] = [
  [62, "iljt'’‘|!.,;:·"],
  [76, 'fIr()[]{}-/ s“”"'],
  [100, 'acezvxkygdbhnopqu0123456789J?*–'],
  [140, 'ABCDEFGHKLNOPQRSTUVXYZ&w'],
  [170, 'mMW—%@Æœæ'],
]
const widths = new Map(
  classes.flatMap(([width, list]) => Array.from(list, (one) => [one, width] as const)),
)

/** Estimate how wide words are set, in hundredths of an average character. */
export function lineWidth(words: string): number {
  let sum = 0
  for (const character of words) sum += widths.get(character) ?? 100
  return sum
}
