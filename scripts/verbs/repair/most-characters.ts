/** Characters of one text that are repaired at once: some two million words, two gigabytes of memory. */
export const mostCharacters = 12_000_000

/** Say that a text is too long, and what to do. */
export function explainTooLong(characters: number): string {
  const millions = (characters / 1e6).toFixed(1)
  return `has ${millions} million characters, and at most ${mostCharacters / 1e6} million are repaired at once; divide it first.`
}
