import {smallWords} from './title-words.ts'

/** How a line looks that may be a running head or a folio. */
export interface HeadShape {
  /** The number of the page it gives, and the figures it is written in. */
  readonly number?: number
  readonly figures?: 'arabic' | 'roman'
  /** Its words without number and ornament, in small letters; empty in a folio. */
  readonly title: string
  /** Whether the number stands before or after the title. */
  readonly side: 'before' | 'after' | 'alone'
  /** Whether a sign stands between number and title that words do not have between them. */
  readonly hasOrnament: boolean
  /** Whether signs stand around a number alone: “- 12 -”. */
  readonly isDecorated: boolean
  /** Whether its words are written as titles are: in capitals, or each word with one. */
  readonly isTitle: boolean
}

/** Longer lines are no heads. */
const longest = 110

const roman = 'm{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})'
/** A number alone, perhaps with signs around it. Must not match “12.”, “(12)” or “1,200”. */
const folio = new RegExp(
  `^(?<before>[-–—~•·*|[<«:=_]*)\\s*(?<page>p(?:age|\\.|g\\.)\\s*)?(?<number>\\d{1,4}|(?=[mdclxvi])${roman})\\s*(?:(?:of|/)\\s*\\d{1,4})?\\s*(?<after>[-–—~•·*|\\]>»:=_]*)$`,
  'i',
)
/** Must not match “1984. A year”, “3rd of May”, “12,5 per cent”. */
const before = new RegExp(
  `^(?<number>\\d{1,4}|(?=[mdclxvi])${roman})(?:\\s+|(?=\\p{Lu}\\p{Ll})|(?=[^\\p{L}\\p{N}\\s.,;:)\\]'’]))(?<title>.*\\p{L}.*)$`,
  'u',
)
/** Must not match “page 12.”, “Vol.12”, “1937–38”. */
const after = new RegExp(
  `^(?<title>.*\\p{L}.*?)(?:\\s+|(?<=\\p{Ll})|(?<=[^\\p{L}\\p{N}\\s.,;:(\\['’–-]))(?<number>\\d{1,4}|(?<=\\s)(?=[mdclxvi])${roman})$`,
  'u',
)
/** A sign that parts number and title: no point, no comma, no quotation mark, no letter of English. */
const sign = '(?:[^\\p{L}\\p{N}\\s.,;:!?\'"“”‘’()\\[\\]&]{1,3}|[^\\P{L}a-zA-Z]|[lnqvz])'
const signBefore = new RegExp(`^${sign}\\s+|^[|•·■◆□]`, 'u')
const signAfter = new RegExp(`\\s+${sign}$|[|•·■◆□]$`, 'u')

/** Leaders of a table of contents. */
const leaders = /\.{3,}|(?:\s\.){2,}|…{2,}/

/**
 * Look at a line as a running head.
 *
 * Shape: line → its number and title; nothing when it looks like no head at all: it is long, ends
 * like a sentence, or belongs to a table of contents.
 */
export function headShape(line: string): HeadShape | undefined {
  if (line.length > longest) return undefined
  const bare = line
    .replaceAll(/[\f*_`\\]|<\/?[bi]>/g, '')
    .replace(/^\s*#{1,6}\s+/, '')
    .trim()
  if (bare === '' || leaders.test(bare)) return undefined
  const alone = folio.exec(line.replaceAll(/[\f\\]/g, '').trim())?.groups
  if (alone) {
    const {before: left = '', after: right = ''} = alone
    const isDecorated = (left !== '' && right !== '') || alone.page !== undefined
    // “1937–” is the end of a line of text.
    if (!isDecorated && left + right !== '' && !/[|•·■]/.test(left + right)) return undefined
    const number = readNumber(alone.number ?? '')
    // Capital letters alone number chapters, not pages.
    if (number === undefined || (/[MDCLXVI]/.test(alone.number ?? '') && !isDecorated)) {
      return undefined
    }
    return {...number, title: '', side: 'alone', hasOrnament: false, isDecorated, isTitle: false}
  }
  if (isSentence(bare)) return undefined
  for (const [side, edge, shape, cut] of [
    ['before', /^[\divxlcdm]/, before, signBefore],
    ['after', /[\divxlcdm]$/, after, signAfter],
  ] as const) {
    if (!edge.test(bare)) continue
    const groups = shape.exec(bare)?.groups
    const number = groups && readNumber(groups.number ?? '')
    const words = groups?.title ?? ''
    const bareWords = words.replace(cut, '')
    const title = titleOf(bareWords)
    if (!number || !/\p{L}{2}/u.test(title)) continue
    // Glued together they are a head only when the words are a title.
    const isGlued = side === 'before' ? /^\d+\p{L}/u.test(bare) : /\p{L}\d+$/u.test(bare)
    if (isGlued && !isTitle(bareWords)) continue
    const hasOrnament = bareWords !== words && !/^\s*[-–—]\s*$/.test(cut.exec(words)?.[0] ?? '-')
    return {...number, title, side, hasOrnament, isDecorated: false, isTitle: isTitle(bareWords)}
  }
  const title = titleOf(bare)
  return /\p{L}/u.test(title)
    ? {title, side: 'alone', hasOrnament: false, isDecorated: false, isTitle: isTitle(bare)}
    : undefined
}

/** The words of a head, so that two of them can be compared. */
export function titleOf(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether words are written as titles are: two or more, in capitals or each with one. */
function isTitle(words: string): boolean {
  const list = words.match(/[\p{L}\p{M}'’]+/gu) ?? []
  if (list.length < 2 || /[;()[\]{}=<>/]/.test(words) || !/^["“‘']?\p{Lu}/u.test(words))
    return false
  return list.every((word) => /^\p{Lu}/u.test(word) || small.has(word))
}

const small = new Set(smallWords)

/** Whether a line ends as heads do not. */
function isSentence(line: string): boolean {
  return /[.,;:]["”’)]?$/u.test(line)
}

function readNumber(figures: string): {number: number; figures: 'arabic' | 'roman'} | undefined {
  if (/^\d+$/.test(figures)) return {number: Number(figures), figures: 'arabic'}
  const values: Record<string, number> = {i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000}
  const parts = Array.from(figures.toLowerCase(), (letter) => values[letter] ?? 0)
  const number = parts.reduce(
    (sum, part, at) => sum + (part < (parts[at + 1] ?? 0) ? -part : part),
    0,
  )
  return number > 0 ? {number, figures: 'roman'} : undefined
}
