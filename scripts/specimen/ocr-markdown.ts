import {chance} from './chance.ts'
import {DamagedWriter} from './damaged.ts'
import type {Damaged} from './damaged.ts'
import {fillSheets} from './fill-sheets.ts'
import type {Measure, NoteLine} from './fill-sheets.ts'
import type {Original} from './read-original.ts'
import {glueOf, joinTo, writeLines, writeSheet} from './sheets-as-markdown.ts'
import type {Open, Reading} from './sheets-as-markdown.ts'

/** How an article comes out of OCR as Markdown. */
export interface OcrMarkdown {
  readonly measure: Measure
  /** The lines of the sheet that the repository put before the article. */
  readonly cover: readonly string[]
  /** How often italics are noticed, from 0 to 1. */
  readonly italics: number
  readonly seed: number
}

/**
 * Damage a text the way OCR does that writes Markdown.
 *
 * Lines are joined to paragraphs, but pages go on cutting them, notes and quotations included:
 * the notes of a page stand after a rule in the middle of what they interrupt. Quotations are set
 * like the text; headings get more strokes than they should, and bold letters; some italics are
 * missed. The cover sheet of the repository comes first.
 */
export function damageAsOcrMarkdown(original: Original, settings: OcrMarkdown): Damaged {
  const writer = new DamagedWriter()
  const draw = chance(settings.seed)
  const reading: Reading = {
    call: (label) => `<sup>${label}</sup>`,
    sees: () => draw() < settings.italics,
    around: ({kind, depth}) =>
      kind === 'heading' ? [depth === 1 ? '# **' : '### **', '**'] : ['', ''],
  }
  writer.drop(settings.cover.join('\n'), 'cover')
  writer.write('\n\n')
  let open: Open | undefined
  let openNote: Open | undefined
  for (const [index, sheet] of fillSheets(original, settings.measure).entries()) {
    if (index > 0) writer.mark({type: 'page', start: writer.offset})
    open = writeSheet(writer, sheet, reading, open)
    if (sheet.notes.length === 0) continue
    writer.write(open ? '\n\n---\n\n' : '---\n\n')
    openNote = writeNotes(writer, sheet.notes, reading, openNote)
  }
  return writer.done()
}

function writeNotes(
  writer: DamagedWriter,
  notes: readonly NoteLine[],
  reading: Reading,
  open: Open | undefined,
): Open | undefined {
  let left: Open | undefined
  for (const label of new Set(notes.map((line) => line.label))) {
    const lines = notes.filter((line) => line.label === label)
    const [first, last] = [lines[0], lines.at(-1)]
    if (first?.isFirst) writer.write(`<sup>${label}</sup> `)
    const start = writer.offset
    writeLines(writer, lines, reading)
    if (!first?.isFirst && open) joinTo(writer, open, start)
    left = last && last.end !== 'block' ? {at: writer.offset, glue: glueOf(last.end)} : undefined
    writer.write('\n\n')
  }
  return left
}
