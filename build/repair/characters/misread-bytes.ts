/** The characters of Windows-1252 whose bytes are 0x80 to 0x9F; a blank where it has none. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** The bytes of the characters of Windows-1252 that Latin-1 has not. */
const bytes: ReadonlyMap<string, number> = new Map(
  [...upper].flatMap((character, index): [string, number][] =>
    character === ' ' ? [] : [[character, 0x80 + index]],
  ),
)

/** One byte after the first of a character, as it was misread. */
const further = `[\\u0080-\\u00BF${upper.replaceAll(' ', '')}]`

/**
 * Bytes of one character in UTF-8 that were read as characters of Windows-1252 or Latin-1. Must match
 * "Ã©" and "â€™"; must not match "é" or "Ã" before a letter.
 */
export const misreadPattern: string = [
  `[\\u00C2-\\u00DF]${further}`,
  `[\\u00E0-\\u00EF]${further}{2}`,
  `[\\u00F0-\\u00F4]${further}{3}`,
].join('|')

/** The least code that a character of two, three and four bytes may have. */
const least = [0x80, 0x800, 0x10000]

/**
 * Turn the characters of one {@link misreadPattern} back into the bytes that they were, and read these as
 * UTF-8.
 *
 * Shape: two to four characters → the character they are, `null` when they are none.
 */
export function rereadBytes(characters: string): string | null {
  const extra = characters.length - 1
  let code = characters.charCodeAt(0) & (0x3f >> extra)
  for (const one of characters.slice(1)) {
    code = (code << 6) | ((bytes.get(one) ?? one.charCodeAt(0)) & 0x3f)
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code < (least[extra - 1] ?? 0) || code > 0x10ffff || isSurrogate) return null
  return String.fromCodePoint(code)
}
