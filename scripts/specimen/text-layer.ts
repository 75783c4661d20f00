import type {Line} from './break-lines.ts'
import {chance} from './chance.ts'
import {DamagedWriter} from './damaged.ts'
import type {Damaged} from './damaged.ts'
import {fillSheets} from './fill-sheets.ts'
import type {Measure, NoteLine, SetLine, Sheet} from './fill-sheets.ts'
import type {Original, Sign} from './read-original.ts'

/** How a page of a book comes out of the text layer of a PDF. */
export interface TextLayer {
  readonly measure: Measure
  /** The running head, and the number of the first page. */
  readonly head: string
  readonly firstPage: number
  /** How often the blank at a change of the fount is lost, from 0 to 1. */
  readonly glue: number
  readonly seed: number
  /** Whether the pages before and after are missing, so that the text begins and ends in a cut. */
  readonly isCut: boolean
}

/** Joined letters, and the characters that stand for them in old codes. */
const ligatures: readonly (readonly [letters: string, character: string])[] = [
  ['ffi', '\uFB03'],
  ['ffl', '\uFB04'],
  ['ff', '\uFB00'],
  ['fi', '\uFB01'],
  ['fl', '\uFB02'],
]

/**
 * Damage a text the way the text layer of a PDF does.
 *
 * Lines and pages stay as they were set, paragraphs are no longer told apart, words stay divided.
 * The roman fount loses its ligatures, the italic one keeps them as single characters, the small
 * one of the notes sets none. Blanks go where the fount changes, and after the raised numbers of
 * notes. Running heads stand in the text, with a wrong glyph for their ornament; on every third
 * page they run into its first line. A number that begins a line is taken for that of a list.
 */
export function damageTextLayer(original: Original, settings: TextLayer): Damaged {
  const writer = new DamagedWriter()
  const draw = chance(settings.seed)
  const sheets = fillSheets(original, settings.measure)
  let open: number | undefined
  let begin = 0
  for (const [index, sheet] of sheets.entries()) {
    writeHead(writer, index, settings)
    const start = writer.offset
    if (index === 0) begin = start
    else writer.mark({type: 'page', start})
    if (open !== undefined) writer.mark({type: 'join', start: open, end: start, glue: 'space'})
    const [last] = sheet.lines.slice(-1)
    const isEnd = index === sheets.length - 1
    for (const line of sheet.lines) {
      const breaksOff = settings.isCut && isEnd && line === last
      writeBodyLine(writer, line, {isLast: line === last, breaksOff, draw, glue: settings.glue})
    }
    if (settings.isCut && isEnd) markCuts(writer, begin)
    open = last && last.end !== 'block' ? endOfText(writer) : undefined
    writeNotes(writer, sheet, isEnd)
  }
  return writer.done()
}

/** Where the text written so far ends: before the line break that was written last. */
function endOfText(writer: DamagedWriter): number {
  return writer.offset - 1
}

/** Say that the first and the last word of the text are cut off from what they belong to. */
function markCuts(writer: DamagedWriter, begin: number): void {
  const end = endOfText(writer)
  writer.mark({type: 'cut', start: begin, end: begin + 1, side: 'before'})
  writer.mark({type: 'cut', start: end - 1, end, side: 'after'})
}

function writeHead(writer: DamagedWriter, index: number, {head, firstPage}: TextLayer): void {
  const number = firstPage + index
  const words = number % 2 === 0 ? `${number} Ë ${head}` : `${head} Ë ${number}`
  if (index % 3 === 2) return writer.damage(`${words} `, '', 'page/head')
  writer.drop(words, 'head')
  writer.damage('\n', '\n\n', 'line/paragraph')
}

interface BodyLine {
  readonly isLast: boolean
  /** Whether the text ends with it in the middle of a word. */
  readonly breaksOff: boolean
  readonly draw: () => number
  readonly glue: number
}

function writeBodyLine(
  writer: DamagedWriter,
  line: SetLine,
  {isLast, breaksOff, draw, glue}: BodyLine,
): void {
  const {block} = line
  const start = writer.offset
  const captured = line.isFirst ? null : /^\d{1,2}\./.exec(lettersOf(line))
  if (captured) {
    writer.damage('- ', `[${captured[0].slice(0, -1)}]. `, 'ocr/lacuna')
    writeSigns(writer, line.signs.slice(captured[0].length + 1), draw, glue)
  } else writeSigns(writer, line.signs, draw, glue)
  if (block.kind === 'heading') {
    writer.mark({type: 'heading', start, end: writer.offset, depth: block.depth})
  }
  if (breaksOff) writer.write('-')
  endLine(writer, line, isLast || line.end === 'block')
}

function lettersOf({signs}: Line): string {
  return signs.map(({char}) => char).join('')
}

/** End a line: of a paragraph, of a page, or in the middle of a word. */
function endLine(writer: DamagedWriter, line: Line, endsParagraph: boolean): void {
  if (line.end === 'divided') writer.damage('-\n', '', 'line/hyphen')
  else if (line.end === 'hyphen') writer.damage('\n', '', 'line/hyphen')
  else if (line.end === 'dash') writer.damage('\n', '', 'line/break')
  else if (endsParagraph) writer.damage('\n', '\n\n', 'line/paragraph')
  else writer.write('\n')
}

function writeSigns(
  writer: DamagedWriter,
  signs: readonly Sign[],
  draw: () => number,
  glue: number,
): void {
  for (let at = 0; at < signs.length; at++) {
    const {char, isItalic, call} = signs[at] as Sign
    const [before, after] = [signs[at - 1], signs[at + 1]]
    const start = writer.offset
    const changes = before && after && before.isItalic !== after.isItalic
    const joined = ligatures.find(([letters]) => startsWith(signs, at, letters))
    if (call !== undefined) writer.write(raise(call))
    else if (char === ' ' && (before?.call || (changes && draw() < glue))) {
      writer.damage('', ' ', 'ocr/spacing')
    } else if (joined) {
      const [letters, character] = joined
      if (isItalic) writer.damage(character, letters, 'ocr/encoding')
      else writer.damage('', letters, 'ocr/ligature')
      at += letters.length - 1
    } else writer.write(char)
    if (isItalic) writer.emphasise(start)
  }
}

/** Whether letters of one fount stand at a place. */
function startsWith(signs: readonly Sign[], at: number, letters: string): boolean {
  const {isItalic} = signs[at] as Sign
  return Array.from(letters).every((letter, index) => {
    const sign = signs[at + index]
    return sign?.char === letter && sign.isItalic === isItalic
  })
}

function raise(number: string): string {
  return Array.from(number, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')
}

function writeNotes(writer: DamagedWriter, {notes}: Sheet, isLastPage: boolean): void {
  for (const [index, note] of notes.entries()) {
    if (note.isFirst) writer.write(`${note.label} `)
    writeNoteSigns(writer, note)
    const isLast = index === notes.length - 1
    if (isLastPage && isLast) writer.write('\n')
    else endLine(writer, note, note.end === 'block')
  }
}

/** The small fount of the notes sets no ligatures. */
function writeNoteSigns(writer: DamagedWriter, {signs}: NoteLine): void {
  for (const {char, isItalic} of signs) {
    const start = writer.offset
    writer.write(char)
    if (isItalic) writer.emphasise(start)
  }
}
