import type {Original} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import {setPages} from '../set/set-pages.ts'
import type {BodyLine, NoteLine, Page, PageMeasure} from '../set/set-pages.ts'
import type {TypeLine} from '../set/set-lines.ts'
import type {Joined, Truth, TruthParagraph} from '../truth.ts'
import {NoteNumbers} from './note-numbers.ts'
import type {Misreading} from './note-numbers.ts'
import {glueOf, TruthWriter} from './truth-writer.ts'
import type {Open} from './truth-writer.ts'
import {damageWords, writeSigns} from './write-signs.ts'
import type {SignDamage} from './write-signs.ts'

/** How a running head is set. */
export type HeadLayout = 'outer number' | 'number' | 'title' | 'none'

/** How a book comes out of the text layer of its PDF. */
export interface TextLayer {
  readonly damage: SignDamage
  readonly measure: PageMeasure
  readonly head: HeadLayout
  /** Titles of the left and of the right pages. */
  readonly titles: readonly [left: string, right: string]
  /** What stands between number and title. */
  readonly ornament: string
  /** How often a head runs into the first line of the text. */
  readonly headRunsIn: number
  readonly firstPage: number
  /** How the number at the foot is written, with `#` for the digits; empty for none. */
  readonly folio: string
  /** What begins a page. */
  readonly pageStart: string
  /** What begins the first line of a paragraph, and a line of a quotation. */
  readonly indent: string
  readonly quotationIndent: string
  /** What follows the last line of a paragraph beside its line end. */
  readonly afterParagraph: string
  /** What stands between head, text, notes and foot beside line ends. */
  readonly betweenParts: string
  /** How a note begins, with `#` for its number, raised when the sign before it is `^`. */
  readonly noteStart: string
  /** The hyphen at which words are divided. */
  readonly hyphen: '-' | '\u00AD'
  readonly misreading: Misreading
  /** Whether a number with which a line begins is taken for that of a list. */
  readonly takesLists: boolean
}

/** What is said of a number that was taken for that of a list. */
const captured = {
  kind: 'list number',
  form: 'captured',
  region: 'body',
  isConjecture: true,
} as const

/** Damage a text the way the text layer of a PDF does: lines and pages stay as they were set. */
export function writeTextLayer(
  original: Original,
  layer: TextLayer,
  draw: Draw,
): {source: string; truth: Truth} {
  return new LayerWriter(layer, draw).write(setPages(original, layer.measure))
}

class LayerWriter {
  readonly #writer = new TruthWriter()
  readonly #layer: TextLayer
  readonly #draw: Draw
  readonly #numbers: NoteNumbers
  #open: Open | undefined
  #openNote: Open | undefined
  /** Whether what indents the next line is written, and how many signs of it. */
  #isIndented = false
  #taken = 0

  constructor(layer: TextLayer, draw: Draw) {
    this.#layer = layer
    this.#draw = draw
    this.#numbers = new NoteNumbers(layer.misreading, layer.damage, draw)
  }

  write(pages: readonly Page[]): {source: string; truth: Truth} {
    const {betweenParts, pageStart, firstPage} = this.#layer
    for (const [index, page] of pages.entries()) {
      const number = firstPage + index
      if (index > 0) this.#writer.write(pageStart)
      this.#writeHead(number, index)
      for (const [at, line] of page.lines.entries()) {
        this.#writeBodyLine(line, page.lines[at + 1])
      }
      if (page.notes.length > 0) this.#writer.write(betweenParts)
      for (const [at, line] of page.notes.entries()) {
        this.#writeNoteLine(line, page.notes[at + 1])
      }
      this.#writeFolio(number)
      this.#writer.write(betweenParts)
    }
    return this.#writer.done()
  }

  #writeHead(number: number, index: number): void {
    const {head, titles, ornament, headRunsIn, damage, betweenParts} = this.#layer
    // The page on which a chapter begins has no head.
    if (head === 'none' || index === 0) return
    const isLeft = number % 2 === 0
    const title = damageWords(
      titles[isLeft ? 0 : 1],
      damage.ligatures.head ?? damage.ligatures.body,
      this.#draw,
    )
    const line = isLeft ? `${number}${ornament}${title}` : `${title}${ornament}${number}`
    const words = head === 'number' ? String(number) : head === 'title' ? title : line
    const runsIn = this.#draw.happens(headRunsIn)
    this.#dropHead(words, runsIn ? 'runs in' : head)
    if (runsIn) this.#writer.write(' ')
    else this.#endLine('text', false, betweenParts)
  }

  #dropHead(words: string, form: string): void {
    this.#writer.damage(words, '', {kind: 'head', form, region: 'head'})
  }

  #writeFolio(number: number): void {
    const {folio, betweenParts} = this.#layer
    if (!folio) return
    this.#writer.write(betweenParts)
    this.#dropHead(folio.replace('#', String(number)), 'folio')
    this.#endLine('text', false, '')
  }

  #writeBodyLine(line: BodyLine, next: BodyLine | undefined): void {
    const {indent, quotationIndent, afterParagraph} = this.#layer
    const {block, isFirst} = line
    if (block.kind === 'quotation' && !this.#isIndented) this.#writer.write(quotationIndent)
    else if (block.kind === 'paragraph' && isFirst) this.#writer.write(indent)
    this.#isIndented = false
    if (this.#open) this.#writer.resume(this.#open)
    this.#open = undefined
    this.#writeSigns(this.#taken ? line.signs.slice(this.#taken) : this.#takeList(line), 'body')
    this.#taken = 0
    const of = block.kind === 'quotation' ? 'quotation' : 'paragraph'
    if (!next) this.#open = this.#cut(line, of)
    if (!next || line.end === 'block') {
      const kind = block.kind === 'quotation' || block.kind === 'heading' ? block.kind : 'text'
      this.#endLine(kind, line.end === 'block', line.end === 'block' ? afterParagraph : '')
    } else {
      const gap = block.kind === 'quotation' ? quotationIndent : ''
      this.#endDividedLine(line, next, 'body', gap)
    }
  }

  /** Write what the number of a list becomes, if the line begins with one; give what is left. */
  #takeList({signs}: BodyLine): TypeLine['signs'] {
    const number = this.#listNumber(signs)
    if (number === '') return signs
    this.#writer.damage('- ', number, captured)
    return signs.slice(number.length)
  }

  #listNumber(signs: TypeLine['signs']): string {
    if (!this.#layer.takesLists) return ''
    return (
      /^\d{1,2}\. /.exec(
        signs
          .slice(0, 4)
          .map(({char}) => char || '\0')
          .join(''),
      )?.[0] ?? ''
    )
  }

  #writeNoteLine(line: NoteLine, next: NoteLine | undefined): void {
    if (line.isFirst) this.#writeNoteStart(line.label)
    else if (this.#openNote) {
      this.#writer.resume(this.#openNote)
      this.#openNote = undefined
    }
    this.#writeSigns(line.signs, 'note')
    if (!next) this.#openNote = this.#cut(line, 'note')
    if (!next || line.end === 'block') this.#endLine('note', line.end === 'block', '')
    else this.#endDividedLine(line, next, 'note', '')
  }

  #writeNoteStart(label: string): void {
    const [before = '', after = ''] = this.#layer.noteStart.split('#')
    this.#numbers.write(this.#writer, label, 'note', before === '^')
    this.#writer.write(after)
  }

  #writeSigns(signs: TypeLine['signs'], region: 'body' | 'note'): void {
    writeSigns(this.#writer, signs, {
      region,
      damage: this.#layer.damage,
      draw: this.#draw,
      writeCall: (label) => this.#numbers.write(this.#writer, label, 'call', true),
      emphasis: () => '',
    })
  }

  /** End the last line of a page: what it cuts goes on later. */
  #cut({end}: TypeLine, of: Joined): Open | undefined {
    if (end === 'block') return undefined
    if (end === 'divided') this.#writer.write(this.#layer.hyphen)
    return {at: this.#writer.offset, glue: glueOf(end), of}
  }

  /** End a line that does not end a paragraph; what indents the next line is written with it. */
  #endDividedLine({end}: TypeLine, next: TypeLine, region: 'body' | 'note', gap: string): void {
    const {hyphen} = this.#layer
    const number = region === 'body' ? this.#listNumber(next.signs) : ''
    // Of a number that is cut at its dash the second half is lost, the line end with it.
    if (end === 'dash' && number) this.#writer.damage(`\n${gap}- `, number, captured)
    else if (end === 'divided') {
      const form = hyphen === '-' ? 'hyphen' : 'U+00AD'
      this.#writer.damage(`${hyphen}\n${gap}`, '', {kind: 'soft hyphen', form, region})
    } else if (end === 'hyphen') {
      this.#writer.damage(`\n${gap}`, '', {kind: 'true hyphen', form: 'line end', region})
    } else if (end === 'dash') {
      this.#writer.damage(`\n${gap}`, '', {kind: 'dash', form: 'line end', region})
    } else return this.#writer.write('\n')
    this.#isIndented = true
    this.#taken = end === 'dash' ? number.length : 0
  }

  #endLine(of: TruthParagraph['of'], isNeeded: boolean, after: string): void {
    this.#writer.endParagraph(of, isNeeded)
    this.#writer.write(`\n${after}`)
  }
}
