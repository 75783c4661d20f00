import {PDFDict, PDFName, PDFRawStream, PDFRef} from 'pdf-lib'
import type {PDFDocument} from 'pdf-lib'
import {textFaceFile, twins} from '../faces.ts'
import {readCMap, writeCMap} from './cmap.ts'
import {glyphLetters} from './glyph-letters.ts'
import {name, packed, unpacked} from './pdf-objects.ts'

/**
 * Let each glyph be copied as the letters that the text has.
 *
 * A browser derives them from the characters of a font alone: a ligature becomes a presentation
 * form, an old-style figure nothing, an apostrophe a letter that looks like it. The fonts
 * themselves know better.
 *
 * Shape: document and every character of the text → fonts changed in place.
 * Source: ISO 32000-1, 9.10.3 (ToUnicode CMaps).
 */
export function mendToUnicode(document: PDFDocument, characters: ReadonlySet<string>): void {
  const {context} = document
  const usual = new Set(twins.values())
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(name('Subtype')) !== name('Type0')) continue
    const ref = font.get(name('ToUnicode'))
    const stream = context.lookup(ref)
    const face = textFaceFile(baseFont(font))
    if (!face || !(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    const glyphs = readCMap(unpacked(stream).toString('latin1'))
    const letters = glyphLetters(face)
    const groups = [...glyphs.keys()].map((glyph) => letters.get(glyph) ?? [])
    const isForTwins =
      groups.every((group) => group.some((letter) => usual.has(letter))) &&
      groups.some((group) => group.some((letter) => twins.has(letter) && characters.has(letter)))
    const mended = new Map(
      [...letters].map(([glyph, group]) => {
        const fitting = group.filter((letter) => twins.has(letter) === isForTwins)
        const used = fitting.find((letter) => [...letter].every((one) => characters.has(one)))
        return [glyph, used ?? fitting[0] ?? group[0] ?? ''] as const
      }),
    )
    context.assign(ref, packed(context, Buffer.from(writeCMap(mended), 'latin1')))
  }
}

/** The PostScript name of a font, without the mark of a subset. */
function baseFont(font: PDFDict): string {
  const base = font.get(name('BaseFont'))
  return base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, '') : ''
}
