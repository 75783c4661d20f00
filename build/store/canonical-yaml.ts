import {isMap, isPair, isScalar, isSeq, Scalar, visit} from 'yaml'
import type {Pair, YAMLMap} from 'yaml'
import {parsePlace} from '../text/place.ts'
import {invisible} from '../text/invisible.ts'
import {readYaml} from './yaml-file.ts'
import type {Finding} from '../finding.ts'

/** The kinds of YAML files the project writes. */
export type FileKind =
  | 'corrections'
  | 'structure'
  | 'citations'
  | 'annotations'
  | 'documents'
  | 'names'
  | 'decisions'
  | 'chronology'
  | 'map'
  | 'rules'
  | 'review'
  | 'text'
  | 'edition'

/**
 * Write a YAML file the one way the project writes it.
 *
 * Block style, one key a line; keys of records and marks in a fixed order; records in the order of
 * the text; lemma and reading always quoted; invisible characters escaped. Comments stay.
 * Formatting twice is formatting once.
 */
export function formatYaml(
  path: string,
  text: string,
  kind: FileKind,
): {text: string | null; findings: Finding[]} {
  const {file, findings} = readYaml(path, text)
  if (!file) return {text: null, findings}
  const {document} = file
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) return {text, findings: []}
  if (isMap(root)) {
    if (kind === 'corrections' || kind === 'annotations') arrange(root)
    if (kind === 'annotations') for (const claim of claimsIn(root)) sortPairs(claim, claimRank)
    if (kind === 'names' || kind === 'chronology') arrangeEntries(root, kind)
    if (kind === 'decisions') {
      sortPairs(root, (pair) => rankOf(keyOf(pair)))
      for (const {value} of root.items) if (isMap(value)) sortPairs(value, decisionRank)
    }
    if (kind === 'review') {
      sortPairs(root, () => 0)
      for (const {value} of root.items) if (isMap(value)) sortPairs(value, verdictRank)
    }
    if (kind === 'rules') {
      sortPairs(root, (pair) => rulesOrder.indexOf(keyOf(pair)))
      for (const {value} of root.items) if (isMap(value)) sortPairs(value, placeRank)
    }
    if (kind === 'structure' || kind === 'citations') {
      const order = kind === 'structure' ? sectionOrder : citationsOrder
      sortPairs(root, (pair) => order.indexOf(keyOf(pair)))
      for (const {value} of root.items) if (isMap(value)) arrange(value)
    }
  }
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.length === 0
    },
    Scalar: (key, node, ancestors) => {
      if (node.value === null || node.value === undefined) node.value = ''
      if (typeof node.value !== 'string') return
      const parent = ancestors.at(-1)
      const field = key === 'value' && isPair(parent) ? keyOf(parent) : ''
      const quoted = field === 'lemma' || field === 'reading' || test(invisible, node.value)
      node.type = quoted || /[\n\r]/.test(node.value) ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN
    },
  })
  const written = document.toString({lineWidth: 0, minContentWidth: 0, singleQuote: false})
  return {text: written.replace(invisible, escapeInvisible), findings: []}
}

const sectionOrder = [
  'openings',
  'pages',
  'joins',
  'headings',
  'quotations',
  'emphasis',
  'languages',
  'notes',
  'drops',
  'cuts',
]

const citationsOrder = ['citations', 'silent', 'seen']

const rulesOrder = ['words', 'except', 'off']

const fieldOrder = [
  'at',
  'to',
  'digest',
  'reference',
  'item',
  'form',
  'locator',
  'antecedent',
  'drafted',
  'label',
  'depth',
  'glue',
  'side',
  'language',
  'act',
  'lemma',
  'reading',
  'kind',
  'claims',
  'cert',
  'evidence',
  'by',
  'why',
  'parts',
]

/** The claims of all annotations of a file. */
function claimsIn(root: YAMLMap): YAMLMap[] {
  return root.items.flatMap(({value}) => {
    const claims: unknown = isMap(value) ? value.get('claims') : undefined
    return isSeq(claims) ? claims.items.filter(isMap) : []
  })
}

const claimOrder = [
  'says',
  'basis',
  'text',
  'of',
  'locator',
  'at',
  'to',
  'digest',
  'how',
  'has',
  'source',
]

function claimRank(pair: Pair): number {
  return claimOrder.indexOf(keyOf(pair))
}

/** Put records into the order of the text, and their fields into the order of the house. */
function arrange(map: YAMLMap): void {
  for (const {value} of map.items) {
    if (isMap(value)) sortPairs(value, (pair) => fieldOrder.indexOf(keyOf(pair)))
  }
  sortPairs(map, (pair) => {
    return isMap(pair.value) ? rankOf(String(pair.value.get('at') ?? '')) : -1
  })
}

/** The rank of a place; -1 of what is none. */
function rankOf(written: string): number {
  const at = parsePlace(written)
  return at ? at.line * 1e9 + at.column : -1
}

/** Put the entries of names and chronologies into one form; their order is that of the editors, or of the names. */
function arrangeEntries(root: YAMLMap, kind: 'names' | 'chronology'): void {
  const entries: unknown = root.get(kind === 'names' ? 'names' : 'events')
  sortPairs(root, (pair) => entryOrder.indexOf(keyOf(pair)))
  if (!isMap(entries)) return
  for (const {value} of entries.items) {
    if (!isMap(value)) continue
    sortPairs(value, (pair) => entryOrder.indexOf(keyOf(pair)))
  }
  for (const claim of claimsIn(entries)) sortPairs(claim, claimRank)
}

const entryOrder = [
  'title',
  'note',
  'names',
  'words',
  'events',
  'kind',
  'name',
  'sort',
  'date',
  'until',
  'short',
  'forms',
  'also',
  'claims',
  'see',
]

function decisionRank(pair: Pair): number {
  return ['lemma', 'is', 'why'].indexOf(keyOf(pair))
}

function verdictRank(pair: Pair): number {
  return ['verdict', 'of', 'note', 'settles'].indexOf(keyOf(pair))
}

/** Exceptions at a place come in the order of the text, and before those of forms. */
function placeRank(pair: Pair): number {
  const at = parsePlace(/@(\d+:\d+)$/.exec(keyOf(pair))?.[1] ?? '')
  return at ? at.line * 1e9 + at.column : Infinity
}

function sortPairs(map: YAMLMap, rank: (pair: Pair) => number): void {
  map.items.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    return one === other ? (keyOf(a) < keyOf(b) ? -1 : 1) : one - other
  })
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : ''
}

function test(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

function escapeInvisible(char: string): string {
  const code = char.codePointAt(0) ?? 0
  return code > 0xffff
    ? `\\U${code.toString(16).toUpperCase().padStart(8, '0')}`
    : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
}
