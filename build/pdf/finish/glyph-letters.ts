import {readFont} from '../../read-font.ts'

/** Features whose glyphs stand for the same letters: old-style and tabular figures, capitals. */
const variants = ['onum', 'lnum', 'pnum', 'tnum', 'smcp', 'c2sc', 'case', 'locl', 'sups', 'subs']

/**
 * Say which letters the glyphs of a font stand for, those without a character of their own too.
 *
 * Shape: font → for each glyph all characters that it shows; for a ligature, its letters.
 */
export function glyphLetters(font: Uint8Array): Map<number, readonly string[]> {
  const {tables, substitution} = readFont(font)
  const letters = new Map<number, readonly string[]>()
  for (const [code, glyph] of Object.entries(tables.cmap.glyphIndexMap)) {
    const letter = String.fromCodePoint(Number(code))
    // Presentation forms are what must not come back.
    if (/[\uFB00-\uFB06]/.test(letter)) continue
    letters.set(glyph, [...(letters.get(glyph) ?? []), letter])
  }
  // Twice, for small capitals may have figures of their own.
  for (const feature of [...variants, ...variants]) {
    for (const {sub, by} of substitution.getSingle(feature) ?? []) {
      const own = typeof sub === 'number' ? letters.get(sub) : undefined
      if (own && !letters.has(by)) letters.set(by, own)
    }
  }
  for (const {sub, by} of substitution.getLigatures('liga') ?? []) {
    const parts = typeof sub === 'number' ? [sub] : sub
    const word = parts.map((glyph) => letters.get(glyph)?.[0] ?? '').join('')
    if (word !== '' && !letters.has(by)) letters.set(by, [word])
  }
  return letters
}
