import type {Block, Original, Sign} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import {setLines} from '../set/set-lines.ts'
import type {TypeLine} from '../set/set-lines.ts'
import {setPages} from '../set/set-pages.ts'
import type {BodyLine, NoteLine, PageMeasure} from '../set/set-pages.ts'
import type {Joined, Truth} from '../truth.ts'
import {NoteNumbers} from './note-numbers.ts'
import type {Misreading} from './note-numbers.ts'
import {glueOf, TruthWriter} from './truth-writer.ts'
import type {Open} from './truth-writer.ts'
import {damageWords, writeSigns} from './write-signs.ts'
import type {SignDamage} from './write-signs.ts'

/** How a book comes out of OCR that writes Markdown. */
export interface OcrMarkdown {
  readonly damage: SignDamage
  /** Notes at the end are a list. */
  readonly measure: PageMeasure
  /** How often italics are noticed, from 0 to 1. */
  readonly italics: number
  /** What stands before and after a heading of the text, beside its number signs. */
  readonly bold: string
  /** What begins a quotation. */
  readonly quotationStart: string
  /** What stands before the notes of a page. */
  readonly noteRule: string
  /** How the number at the foot is written, with `#` for the digits; empty for none. */
  readonly folio: string
  /** Titles that stand above left and right pages, with `#` for the number; empty for none. */
  readonly heads: readonly [left: string, right: string]
  readonly firstPage: number
  readonly misreading: Misreading
  /** Whether the ending of an ordinal is raised: 22<sup>nd</sup>. */
  readonly raisesOrdinals: boolean
}

/**
 * Damage a text the way OCR does that writes Markdown: lines are put together to paragraphs, but
 * pages go on cutting them, and what is printed at head and foot stands in between.
 */
export function writeOcrMarkdown(
  original: Original,
  settings: OcrMarkdown,
  draw: Draw,
): {source: string; truth: Truth} {
  return new MarkdownWriter(settings, draw).write(original)
}

class MarkdownWriter {
  readonly #writer = new TruthWriter()
  readonly #settings: OcrMarkdown
  readonly #draw: Draw
  readonly #numbers: NoteNumbers
  #open: Open | undefined
  #openNote: Open | undefined

  constructor(settings: OcrMarkdown, draw: Draw) {
    this.#settings = settings
    this.#draw = draw
    this.#numbers = new NoteNumbers(settings.misreading, settings.damage, draw)
  }

  write(original: Original): {source: string; truth: Truth} {
    const {measure, firstPage, noteRule} = this.#settings
    let number = firstPage
    for (const [index, page] of setPages(original, measure).entries()) {
      if (index > 0) this.#writeHead(number)
      for (const [block, lines] of Map.groupBy(page.lines, (line) => line.block)) {
        this.#writeBlock(block, lines)
      }
      if (page.notes.length > 0) this.#writer.write(noteRule)
      for (const [label, lines] of Map.groupBy(page.notes, (line) => line.label)) {
        this.#writeNote(label, lines, (own) => `<sup>${own}</sup> `, '\n\n')
      }
      this.#writeFolio(number++)
    }
    if (measure.notes === 'end' && original.notes.size > 0) this.#writeEndnotes(original, number)
    return this.#writer.done()
  }

  #writeHead(number: number): void {
    const head = this.#settings.heads[number % 2]
    if (!head) return
    const {ligatures} = this.#settings.damage
    const words = damageWords(
      head.replace('#', String(number)),
      ligatures.head ?? ligatures.body,
      this.#draw,
    )
    this.#writer.damage(words, '', {kind: 'head', form: 'own paragraph', region: 'head'})
    this.#writer.write('\n\n')
  }

  #writeFolio(number: number): void {
    const {folio} = this.#settings
    if (!folio) return
    const words = folio.replace('#', String(number))
    this.#writer.damage(words, '', {kind: 'head', form: 'folio', region: 'head'})
    this.#writer.write('\n\n')
  }

  #writeBlock(block: Block, lines: readonly BodyLine[]): void {
    const {bold, quotationStart} = this.#settings
    const isHeading = block.kind === 'heading'
    const hashes = block.depth === 1 ? '#' : '###'
    if (isHeading) this.#writer.write(`${hashes} ${bold}`)
    if (block.kind === 'quotation') this.#writer.write(quotationStart)
    if (lines[0]?.isFirst && block.kind === 'item') this.#writer.write(`${block.number}. `)
    if (!lines[0]?.isFirst && this.#open) this.#writer.resume(this.#open)
    const of = block.kind === 'quotation' ? 'quotation' : 'paragraph'
    this.#open = this.#writeLines(lines, 'body', of)
    this.#writer.write(isHeading ? `${bold}\n\n` : '\n\n')
  }

  #writeNote(
    label: string,
    lines: readonly NoteLine[],
    start: (label: string) => string,
    end: string,
  ): void {
    const [before = '', after = ''] = start('#').split('#')
    if (lines[0]?.isFirst) {
      this.#writer.write(before)
      this.#numbers.write(this.#writer, label, 'note')
      this.#writer.write(after)
    } else if (this.#openNote) this.#writer.resume(this.#openNote)
    this.#openNote = this.#writeLines(lines, 'note', 'note')
    this.#writer.write(end)
  }

  /** Write the list of notes at the end; pages cut it as they cut the text. */
  #writeEndnotes({notes}: Original, firstPage: number): void {
    const {measure, bold} = this.#settings
    this.#writer.write(`### ${bold}Notes${bold}\n\n`)
    const lines = [...notes].flatMap(([label, signs]) =>
      setLines(signs, {...measure, width: measure.noteWidth, indent: 0}).map(
        (line, index): NoteLine => ({...line, label, isFirst: index === 0}),
      ),
    )
    for (let from = 0; from < lines.length; from += measure.lines) {
      const page = lines.slice(from, from + measure.lines)
      for (const [label, own] of Map.groupBy(page, (line) => line.label)) {
        this.#writeNote(label, own, (number) => `${number}. `, '\n')
      }
      this.#writer.write('\n')
      this.#writeFolio(firstPage + from / measure.lines)
    }
  }

  /** Write lines as one, words that were divided made whole; what the page cut goes on later. */
  #writeLines(lines: readonly TypeLine[], region: 'body' | 'note', of: Joined): Open | undefined {
    const {damage, italics, raisesOrdinals} = this.#settings
    const signs = lines.flatMap((line, index): Sign[] => {
      if (line.end !== 'blank' || index === lines.length - 1) return [...line.signs]
      const isItalic =
        line.signs.at(-1)?.isItalic === true && lines[index + 1]?.signs[0]?.isItalic === true
      return [...line.signs, {char: ' ', isItalic}]
    })
    writeSigns(this.#writer, signs, {
      region,
      damage,
      draw: this.#draw,
      writeCall: (label) => {
        this.#writer.write('<sup>')
        this.#numbers.write(this.#writer, label, 'call')
        this.#writer.write('</sup>')
      },
      emphasis: () => (this.#draw.happens(italics) ? '*' : ''),
      raisesOrdinals,
    })
    const end = lines.at(-1)?.end ?? 'block'
    if (end === 'block') return undefined
    // The asterisk that ends italics stands after the hyphen, or before it: nobody asks.
    if (end === 'divided') this.#writer.write('-')
    return {at: this.#writer.offset, glue: glueOf(end), of}
  }
}
