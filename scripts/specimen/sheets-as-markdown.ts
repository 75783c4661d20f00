import type {Line} from './break-lines.ts'
import type {DamagedWriter} from './damaged.ts'
import type {SetLine, Sheet} from './fill-sheets.ts'
import type {Block, Sign} from './read-original.ts'
import type {Glue} from '../../build/structure/mark.ts'

/** How a program that reads pages writes what it has read, as Markdown. */
export interface Reading {
  /** How it writes the call of a note. */
  call(label: string): string
  /** Whether it notices the italics that come next. */
  sees(): boolean
  /** What it writes before a block, such as the signs of a heading; and after it. */
  around(block: Block): readonly [before: string, after: string]
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
  const blocks = [...Map.groupBy(lines, ({block}) => block)]
  for (const [index, [block, own]] of blocks.entries()) {
    const isBegun = own[0]?.isFirst === true
    const [before, after] = isBegun ? reading.around(block) : ['', '']
    writer.write(before)
    const start = writer.offset
    writeLines(writer, isBegun ? writeNumber(writer, own) : own, reading)
    if (block.kind === 'heading') {
      writer.mark({type: 'heading', start, end: writer.offset, depth: block.depth})
    } else if (block.kind === 'quotation') writer.quote(start, isBegun)
    writer.write(after)
    if (!isBegun && open) joinTo(writer, open, start)
    const end = own.at(-1)?.end ?? 'block'
    if (end !== 'block') return {at: writer.offset, glue: glueOf(end)}
    const isList = block.kind === 'item' && blocks[index + 1]?.[0].kind === 'item'
    writer.write(isList ? '\n' : '\n\n')
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
  if (sees()) return writer.write(`*${words}*`)
  const start = writer.offset
  writer.write(words)
  writer.emphasise(start)
}
