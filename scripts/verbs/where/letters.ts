/**
 * Take the letters out of words.
 *
 * Shape: words → their letters, ligatures and accented ones in their parts. Figures, signs and blanks are left
 * out: calls of notes stand between words, and hyphens at the ends of lines.
 */
export function lettersOf(words: string): string {
  return words.normalize('NFKD').replaceAll(/\P{L}+/gu, '')
}
