/** Letters that Unicode does not take apart, as they are sorted. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}

/** Words as they are sorted and compared: small letters and figures, without diacritics and apostrophes. */
export function folded(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘ʼ“”"]/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðþßæœıħ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
