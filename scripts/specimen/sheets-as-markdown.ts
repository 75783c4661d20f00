import type {Line} from './break-lines.ts'
import type {DamagedWriter} from './damaged.ts'
import type {SetLine, Sheet} from './fill-sheets.ts'
import type {Sign} from './read-original.ts'
import type {Glue} from '../../build/structure/mark.ts'

/** How a program that reads pages writes what it has read, as Markdown. */
export interface Reading {
  /** How it writes the call of a note. */
  call(label: string): string
  /** Whether it notices some words in italics. */
  sees(words: string): boolean
  /** What it writes before a block of the page, such as the signs of a heading; and after it. */
  around(line: SetLine): readonly [before: string, after: string]
}

/** The end of a paragraph that the page cut: where its first half ends, and how it goes on. */
export interface Open {
  readonly at: number
  readonly glue: Glue
}

/**
 * Write the text of a page: each block on one line, words that were divided made whole, save at
 * the end of the page. A block that the page before left open gets a join.
 *
 * Shape: writer, page, reading, what the page before left open → what this page leaves open.
 */
export function writeSheet(
  writer: DamagedWriter,
  {lines}: Sheet,
  reading: Reading,
  open: Open | undefined,
): Open | undefined {
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1
    if (line.isFirst || index === 0) {
      const [before] = reading.around(line)
      if (line.isFirst) writer.write(before)
      const start = writer.offset
      const block = lines.slice(index).filter((one) => one.block === line.block)
      writeLines(writer, line.isFirst ? writeNumber(writer, block) : block, reading)
      markBlock(writer, line, start)
      if (line.isFirst) writer.write(reading.around(line)[1])
      if (index === 0 && open && !line.isFirst) joinTo(writer, open, start)
    }
    if (isLast && line.end !== 'block') return {at: writer.offset, glue: glueOf(line.end)}
    if (line.end === 'block') {
      const next = lines[index + 1]
      const isList = line.block.kind === 'item' && next?.block.kind === 'item'
      writer.write(isList ? '\n' : '\n\n')
    }
  }
  return undefined
}

/** Say that what was left open goes on here. */
export function joinTo(writer: DamagedWriter, {at, glue}: Open, start: number): void {
  writer.mark({type: 'join', start: at, end: start, glue})
}

/** How a block goes on after a line that does not end it. */
export function glueOf(end: Line['end']): Glue {
  return end === 'divided' ? 'none' : end === 'blank' ? 'space' : 'keep'
}

/** Write lines as one, words that were divided made whole; a hyphen stays at the very end. */
export function writeLines(
  writer: DamagedWriter,
  lines: readonly Line[],
  reading: Pick<Reading, 'call' | 'sees'>,
): void {
  const signs = lines.flatMap((line, index): Sign[] => {
    const isLast = index === lines.length - 1
    const [last] = line.signs.slice(-1)
    const isItalic = last?.isItalic === true && lines[index + 1]?.signs[0]?.isItalic === true
    if (line.end === 'blank' && !isLast) return [...line.signs, {char: ' ', isItalic}]
    if (line.end === 'divided' && isLast) return [...line.signs, {char: '-', isItalic}]
    return [...line.signs]
  })
  for (let at = 0; at < signs.length;) {
    const {isItalic, char, call} = signs[at] as Sign
    if (call !== undefined) {
      writer.write(reading.call(call))
      at++
    } else if (isItalic) {
      const end = signs.findIndex((sign, index) => index > at && !sign.isItalic)
      const run = signs.slice(at, end < 0 ? undefined : end)
      writeItalics(writer, run.map((sign) => sign.char).join(''), reading)
      at += run.length
    } else {
      writer.write(char)
      at++
    }
  }
}

/** Write the number with which a paragraph begins: it is taken for that of a list. */
function writeNumber(writer: DamagedWriter, lines: readonly SetLine[]): readonly SetLine[] {
  const [first, ...rest] = lines
  const number = /^(\d{1,9})\. /.exec(first?.signs.map(({char}) => char).join('') ?? '')?.[1]
  if (!first || number === undefined || first.block.kind !== 'paragraph') return lines
  writer.write(number)
  writer.damage('.', '\\.', 'markup/list')
  return [{...first, signs: first.signs.slice(number.length + 1)}, ...rest]
}

function writeItalics(writer: DamagedWriter, words: string, {sees}: Pick<Reading, 'sees'>): void {
  if (sees(words)) return writer.write(`*${words}*`)
  const start = writer.offset
  writer.write(words)
  writer.mark({type: 'emphasis', start, end: writer.offset})
}

function markBlock(writer: DamagedWriter, {block, isFirst}: SetLine, start: number): void {
  const end = writer.offset
  if (block.kind === 'heading') writer.mark({type: 'heading', start, end, depth: block.depth})
  if (block.kind === 'quotation') writer.quote(start, isFirst)
}
