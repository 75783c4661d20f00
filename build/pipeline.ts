import type {Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {remarkAnnotations} from './annotations/remark-annotations.ts'
import {remarkCitations} from './bibliography/remark-citations.ts'
import {finding, isError} from './finding.ts'
import {remarkNames} from './names/remark-names.ts'
import {remarkNumberNotes} from './notes/number-notes.ts'
import type {Numbering} from './notes/number-notes.ts'
import {remarkNotes} from './notes/remark-notes.ts'
import {remarkBlocks} from './structure/blocks.ts'
import {remarkBreaks} from './structure/breaks.ts'
import {checkLedger, checkOrder, openLedger} from './structure/conservation.ts'
import type {Breach} from './structure/conservation.ts'
import {remarkDialect} from './structure/dialect.ts'
import {remarkDrops} from './structure/drops.ts'
import {remarkExpected} from './structure/expected.ts'
import {remarkHeadings} from './structure/headings.ts'
import {remarkInlineHtml} from './structure/inline-html.ts'
import {remarkJoins} from './structure/joins.ts'
import {remarkListNumbers} from './structure/list-numbers.ts'
import {marksOf} from './structure/mark.ts'
import {remarkNumberParagraphs} from './structure/number-paragraphs.ts'
import {remarkPhrases} from './structure/phrases.ts'
import {remarkSourceMap} from './structure/source-map.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {apply} from './text/apply.ts'
import {forbidden, nameOf} from './text/characters.ts'
import {coalesce} from './text/coalesce.ts'
import {partPieces} from './text/part-pieces.ts'
import {originAt} from './text/pieces.ts'
import type {Piece} from './text/pieces.ts'
import {toPlace} from './text/place.ts'
import {isCorrect} from './text/record.ts'
import type {CorrectRecord} from './text/record.ts'

/** Settings of an edition that reach into its texts. */
export interface Settings {
  readonly numbering: Numbering
  /** How many numbered notes the texts before have. */
  readonly notesBefore: number
}

/** The corrected text of a source, and its source map. */
export function correctText(text: EditedText): Pick<TextEdition, 'corrected' | 'pieces'> {
  const corrections = coalesce(text.records.filter(isCorrect), (parts, whole) => ({
    ...(parts[0] as CorrectRecord),
    ...whole,
    parts,
  }))
  const {value, pieces} = apply(text.source.value, corrections)
  return {corrected: value, pieces}
}

/**
 * Edit a text: from its source, records and marks to the edition tree.
 *
 * Shape: text and settings → corrected text, source map and tree, and everything found wrong on
 * the way. After every plugin the tree is held against the source: nothing may be lost, doubled,
 * changed or added in silence (rule `conservation`).
 */
export function editText(text: EditedText, settings: Settings): TextEdition {
  const {source, config, marks} = text
  const {citations, slips} = text.citations
  const {lines} = source
  const {corrected, pieces} = correctText(text)
  const file = new VFile({path: source.path, value: corrected})
  const nothing: Root = {type: 'root', children: []}
  checkCharacters(file, corrected, pieces, lines)
  if (file.messages.some(isError)) {
    return {text, corrected, pieces, tree: nothing, findings: file.messages}
  }
  const parser = unified().use(remarkParse).use(remarkDialect)
  // The parser would take a byte order mark off, and with it move every offset by one.
  const tree = parser.parse(corrected.replace(/^\uFEFF/, ' ')) as Root

  if (depthOf(tree) > deepest) {
    const reason = `Unexpected nesting of more than ${deepest} levels; correct what makes it.`
    file.messages.push(finding({file: file.path, ruleId: 'nesting', reason}))
    return {text, corrected, pieces, tree: nothing, findings: file.messages}
  }
  const finer = partPieces(pieces)
  const {annotations, slips: moved} = text.annotations
  const anchors = [...(slips.length > 0 ? [] : citations), ...(moved.length > 0 ? [] : annotations)]
  remarkSourceMap({pieces: finer, lines, marks, anchors})(tree, file)
  const {ledger, breaches} = openLedger(tree, corrected, finer, marks)
  report(file, breaches, lines, 'remarkParse')
  // A mark that cuts a record would only bring on findings of what follows from it.
  if (file.messages.some(isError)) return {text, corrected, pieces, tree, findings: file.messages}

  const stages = {
    remarkInlineHtml: remarkInlineHtml(),
    remarkDrops: remarkDrops({drops: marksOf(marks, 'drop'), lines}),
    // Halves meet before notes are sought, so that a note cut by a page is one note.
    remarkJoins: remarkJoins({joins: marksOf(marks, 'join'), lines}),
    remarkNotes: remarkNotes({styles: config.notes, notes: marksOf(marks, 'note'), lines}),
    // After notes, for endnotes are a list whose numbers are theirs.
    remarkListNumbers: remarkListNumbers(),
    remarkHeadings: remarkHeadings({headings: marksOf(marks, 'heading'), lines}),
    // Quotations come after notes: a quotation may go on beyond the notes of a page.
    remarkBlocks: remarkBlocks({
      blocks: [...marksOf(marks, 'opening'), ...marksOf(marks, 'quotation')],
      lines,
    }),
    remarkPhrases: remarkPhrases({
      phrases: [...marksOf(marks, 'emphasis'), ...marksOf(marks, 'language')],
      lines,
    }),
    remarkBreaks: remarkBreaks({
      pages: marksOf(marks, 'page'),
      cuts: marksOf(marks, 'cut'),
      pagination: config.pagination,
      lines,
    }),
    remarkNumberNotes: remarkNumberNotes({
      numbering: settings.numbering,
      before: settings.notesBefore,
    }),
    remarkNumberParagraphs: remarkNumberParagraphs(),
    remarkExpected: remarkExpected(),
    // After italics, which stand inside citations, and only in notes that are right.
    remarkCitations: remarkCitations({...text.citations, lines}),
    // Calls stand between the words of everything else.
    remarkAnnotations: remarkAnnotations(text.annotations),
    // Last: names are sought in the words as they are read.
    remarkNames: remarkNames({...text.names, lines}),
  }
  for (const [name, stage] of Object.entries(stages)) {
    stage(tree, file)
    const breaches = checkLedger(tree, ledger)
    report(file, breaches, lines, name)
    if (breaches.length > 0) break
  }
  report(file, checkOrder(tree), lines, 'the plugins')
  return {text, corrected, pieces, tree, findings: file.messages}
}

/** How deep quotations, lists and emphasis may stand in each other. */
const deepest = 40

/** How deep a tree is; without recursion, for that is what deep trees break. */
function depthOf(tree: Root): number {
  let deepestFound = 0
  const open: [node: Nodes, depth: number][] = [[tree, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next
    deepestFound = Math.max(deepestFound, depth)
    if ('children' in node) for (const child of node.children) open.push([child, depth + 1])
  }
  return deepestFound
}

/** Report the characters that no output can hold, each kind once a line. */
function checkCharacters(
  file: VFile,
  corrected: string,
  pieces: readonly Piece[],
  lines: EditedText['source']['lines'],
): void {
  const seen = new Set<string>()
  for (const {0: character, index} of corrected.matchAll(new RegExp(forbidden, 'g'))) {
    const place = toPlace(lines, originAt(pieces, index)?.src[0] ?? 0)
    const reason = `Unexpected control character ${nameOf(character)}; correct it with a record.`
    const key = `${place.line} ${reason}`
    if (!seen.has(key)) {
      file.messages.push(finding({file: file.path, place, ruleId: 'source-character', reason}))
    }
    seen.add(key)
  }
}

/** Say the first breaches of a stage; one cause makes many. */
function report(
  file: VFile,
  breaches: readonly Breach[],
  lines: EditedText['source']['lines'],
  stage: string,
): void {
  for (const {reason, offset} of breaches.slice(0, 3)) {
    const place = offset === undefined ? undefined : toPlace(lines, offset)
    const whole = `${reason} by ${stage}.`
    file.messages.push(finding({file: file.path, place, ruleId: 'conservation', reason: whole}))
  }
}
