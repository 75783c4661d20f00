import type {Nodes, Root} from 'mdast'
import {fullTitle} from '../model/config.ts'
import type {EditedText, TextEdition} from '../model/edited-text.ts'
import {blocksOf, wordsOfBlock} from '../structure/locators.ts'
import type {Block} from '../structure/locators.ts'
import {isDefinition, isParent, leavesOf} from '../structure/tree.ts'
import type {Leaf} from '../structure/tree.ts'
import type {Span} from '../text/correction.ts'

/** A record as other programs get it. Offsets in UTF-16 units of the source. */
export interface ExportedRecord extends Span {
  readonly id: string
  readonly line: number
  readonly column: number
  readonly lemma: string
  /** Left out when the record changes nothing. */
  readonly reading?: string
  readonly act: string
  readonly kind: string
  readonly cert: string
  readonly by: string
}

/** A note as other programs get it. Offsets in UTF-16 units of the source. */
export interface ExportedNote {
  readonly id: string
  /** Its number or sign in print, after correction; empty when it has none. */
  readonly printed: string
  /** What the source has where it is first called. */
  readonly marker: string
  readonly text: string
  readonly references: readonly Span[]
  /** Where its words stand: two spans when a page cut it. */
  readonly spans: readonly Span[]
}

/** List the records of a text. */
export function exportRecords(text: EditedText): ExportedRecord[] {
  return text.records.map((record) => {
    const {id, start, end, at, lemma, act, kind, cert, by} = record
    const reading = record.act === 'correct' ? {reading: record.reading} : {}
    return {
      id,
      start,
      end,
      line: at.line,
      column: at.column,
      lemma,
      ...reading,
      act,
      kind,
      cert,
      by,
    }
  })
}

/** List the notes of a text, in the order in which they are called. */
export function exportNotes({text, tree}: TextEdition): ExportedNote[] {
  const source = text.source.value
  const calls = callsOf(tree)
  const blocks = blocksOf(tree)
  const inOrder = leavesOf(tree)
    .map(({leaf}) => leaf)
    .sort((a, b) => a.position.start.offset - b.position.start.offset)
  return tree.children.filter(isDefinition).map((node) => {
    const references = calls.get(node.identifier) ?? []
    const words = blocks
      .filter((block) => block.note === node.identifier)
      .map((block) => wordsOfBlock(block).text)
    return {
      id: `${text.id}-${node.identifier}`,
      printed: node.data?.note?.printed.normalize('NFKC') ?? '',
      marker: references[0] ? source.slice(references[0].start, references[0].end) : '',
      text: words
        .join('\n')
        .replaceAll(/[^\S\n]+/g, ' ')
        .trim(),
      references,
      spans: spansOf(new Set(leavesOf(node).map(({leaf}) => leaf)), inOrder),
    }
  })
}

/** The corrected text with its source map, and the blocks of the edition. */
export function exportText({text, corrected, pieces, tree}: TextEdition): object {
  const inOrder = leavesOf(tree)
    .map(({leaf}) => leaf)
    .sort((a, b) => a.position.start.offset - b.position.start.offset)
  return {
    id: text.id,
    title: fullTitle(text.config),
    language: text.config.language,
    sha256: text.source.sha256,
    corrected,
    pieces: pieces.map(({src, out, by}) => ({src, out, by: by?.id ?? null})),
    blocks: blocksOf(tree).map((block) => ({
      ...describe(block),
      spans: blockSpans(block, inOrder),
    })),
  }
}

function describe(block: Block): object {
  const {type, depth, isQuoted, page, paragraph, note} = block
  const text = wordsOfBlock(block).text.replaceAll(/\s+/g, ' ').trim()
  return {type, depth, quoted: isQuoted, page, paragraph, note, text}
}

/** The runs of the source that blocks of a tree are made of, in its order. */
export function spansOfBlocks(tree: Root, blocks: readonly Block[]): Span[] {
  const inOrder = leavesOf(tree)
    .map(({leaf}) => leaf)
    .sort((a, b) => a.position.start.offset - b.position.start.offset)
  const mine = blocks.flatMap((block) => block.runs.flatMap(({leaf}) => leaf ?? []))
  return spansOf(new Set(mine), inOrder)
}

function blockSpans(block: Block, inOrder: readonly Leaf[]): Span[] {
  return spansOf(new Set(block.runs.flatMap(({leaf}) => leaf ?? [])), inOrder)
}

/** The runs of the source that some leaves make up: those without another leaf between. */
function spansOf(mine: ReadonlySet<Leaf>, inOrder: readonly Leaf[]): Span[] {
  const spans: {start: number; end: number}[] = []
  let open: {start: number; end: number} | undefined
  for (const leaf of inOrder) {
    if (!mine.has(leaf)) {
      if (leaf.value.trim() !== '') open = undefined
      continue
    }
    const {start, end} = leaf.position
    if (open) open.end = Math.max(open.end, end.offset)
    else spans.push((open = {start: start.offset, end: end.offset}))
  }
  return spans
}

/** Where each note is called. */
function callsOf(node: Nodes, calls = new Map<string, Span[]>()): Map<string, Span[]> {
  if (node.type === 'footnoteReference' || node.type === 'noteLink') {
    const list = calls.get(node.identifier) ?? []
    calls.set(node.identifier, list)
    const leaves = node.type === 'noteLink' ? leavesOf(node).map(({leaf}) => leaf) : []
    const start = node.position?.start.offset ?? leaves[0]?.position.start.offset
    const end = node.position?.end.offset ?? leaves.at(-1)?.position.end.offset
    if (start !== undefined && end !== undefined) list.push({start, end})
  }
  if (isParent(node)) for (const child of node.children) callsOf(child, calls)
  return calls
}
