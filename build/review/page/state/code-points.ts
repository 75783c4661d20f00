/** The code points of some words in order, a line end of two characters being one. */
export function codePointsOf(words: string): string[] {
  return words.match(/\r\n|[^]/gu) ?? []
}
