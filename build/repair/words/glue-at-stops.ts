import type {Language} from '../language/language.ts'
import type {Token} from './token.ts'

/** A place where a blank is missing. */
export interface Gap {
  /** Where the blank belongs, in UTF-16 units. */
  readonly at: number
  readonly p: number
  readonly evidence: string
}

/** Particles of names, after which a capital stands in the middle of a word. */
const particles =
  /^(?:mc|mac|de|la|le|du|des|van|von|der|di|da|del|della|dos|fitz|o|ibn|al|el|st|ap|ten|ter|e|i|x)$/i

/**
 * Find stops, brackets and quotation marks with a word on each side and no blank: where the fount
 * changes, text layers lose it.
 *
 * What has none in print is left: initials, abbreviations, addresses, figures with a number in
 * brackets, optional endings and beginnings in brackets.
 */
export function findGapsAtStops(text: string, tokens: readonly Token[], language: Language): Gap[] {
  const gaps: Gap[] = []
  for (const token of tokens) {
    const gap = beforeFigure(text, token, language) ?? afterFigure(text, token, language)
    if (gap) gaps.push(gap)
  }
  for (const {index} of text.matchAll(/(?<=\p{L}{2}|[⁰¹²³⁴⁵⁶⁷⁸⁹])[$£€](?=\d)/gu)) {
    gaps.push({at: index, p: 0.95, evidence: 'no blank before the sum'})
  }
  let line: DataLine = {end: -1, isData: false}
  for (const {index, 0: found} of text.matchAll(meeting)) {
    const at = index + 1
    if (index > line.end) line = readLine(text, index)
    if (line.isData) continue
    const gap = judge(text, at - 1, found, language)
    if (gap) gaps.push(gap)
  }
  return gaps.toSorted((a, b) => a.at - b.at)
}

/** A stop between two words, or a bracket or quotation mark that opens after one. */
const meeting =
  /(?<=[\p{L}\p{M}\p{N})\]’”])[,;:.](?=[\p{L}“(‘])|[)”](?=[\p{L}\p{N}])|(?<=[\p{L},;])[(“](?=[\p{L}\p{N}])/gu

function judge(text: string, at: number, stop: string, language: Language): Gap | null {
  const before =
    /[\p{L}\p{M}\p{N}'’.@/_\\-]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const after = /^[“‘(]?[\p{L}\p{M}\p{N}'’@/_\\.-]*/u.exec(text.slice(at + 1, at + 41))?.[0] ?? ''
  if (isAddress(text, at)) return null
  const last = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? ''
  const next = /^[“‘(]?([\p{L}\p{M}]+)/u.exec(after)?.[1] ?? ''
  const gap = (p: number, evidence: string, shift = 1): Gap => ({at: at + shift, p, evidence})
  if (stop === ',' || stop === ';' || stop === ':') {
    if (stop === ':' && (next.length < 3 || last.length < 3)) return null
    if (last !== '' && last === last.toUpperCase() && next === next.toUpperCase()) return null
    if (stop === ';' && /&#?\w{1,32}$/.test(text.slice(Math.max(0, at - 34), at))) return null
    const isShort = next.length < 2 && !/^[AI](?![\p{L}.’'])/u.test(after)
    if (isShort && !/[“(‘]/.test(after)) return null
    if (before.length < 2 && !/[)\]’”]/.test(text.charAt(at - 1))) return null
    if (last !== '' && last.length < 2) return null
    return gap(
      0.98,
      `no blank after the ${stop === ',' ? 'comma' : stop === ';' ? 'semicolon' : 'colon'}`,
    )
  }
  if (stop === '.') {
    const opens = /^[“‘(]/.test(after)
    if (!/^\p{Lu}/u.test(next) && !opens) return null
    if (/[.]/.test(before) || (next.length < 2 && !/^[AI]$/.test(next) && !opens)) return null
    const closes = /[)\]’”]/.test(text.charAt(at - 1))
    const isWord = last.length > 2 && /^\p{Ll}/u.test(last) && language.frequency(last) > 0.3
    const isNumber = /^\d{2,4}$/.test(before) && next.length > 2
    const isName = last.length > 3 && language.frequency(last) > 0.3
    const isKnown = language.frequency(next) + language.lower(language.id(next.toLowerCase())) > 0.3
    if (!(closes || isWord || isNumber || isName) || !(isKnown || opens)) return null
    return gap(isWord || closes ? 0.97 : 0.9, 'no blank after the full stop')
  }
  if (stop === ')') {
    const open = text.lastIndexOf('(', at)
    const inside = open < 0 || at - open > 200 ? '' : text.slice(open + 1, at)
    if (!/[\s\d,]/.test(inside) || next.length < 2 || /^\w{0,2}$/.test(inside)) return null
    return gap(0.96, 'no blank after the bracket')
  }
  if (stop === '”') {
    if (next.length < 2 && !/^[aAI]$/.test(next) && !/^\d/.test(after)) return null
    return gap(0.97, 'no blank after the quotation mark')
  }
  // An opening mark: the blank is missing before it.
  if (stop === '(') {
    const close = text.indexOf(')', at)
    const inside = close < 0 ? '' : text.slice(at + 1, close)
    const isClause = /[\s\d]/.test(inside) && inside.length > 3
    if (!isClause || (last.length < 2 && !/[,;]/.test(text.charAt(at - 1)))) return null
    if (/^[\p{Ll}\d, ]{1,6}$/u.test(inside)) return null
    return gap(0.97, 'no blank before the bracket', 0)
  }
  if (last.length < 2 && !/[,;]/.test(text.charAt(at - 1))) return null
  return gap(0.97, 'no blank before the quotation mark', 0)
}

/** A line, and whether it holds data: stops without blanks, or hardly a blank at all. */
interface DataLine {
  readonly end: number
  readonly isData: boolean
}

function readLine(text: string, at: number): DataLine {
  const start = text.lastIndexOf('\n', at) + 1
  const found = text.indexOf('\n', at)
  const end = found < 0 ? text.length : found
  if (end - start > 2000) return {end, isData: false}
  const words = text.slice(start, end)
  const tight = words.match(/[,;:](?=[^\s\d”’"')\]])/g)?.length ?? 0
  const loose = words.match(/[,;:](?=\s|$)/g)?.length ?? 0
  const blanks = words.trim().match(/\s+/g)?.length ?? 0
  return {end, isData: blanks < 3 || (tight > 1 && tight > loose * 2)}
}

/** The volume of a journal at the end of its title: “Studies24, no. 4”. */
function beforeFigure(text: string, {text: word, end}: Token, language: Language): Gap | null {
  const rest = /^(\d{1,4})(?![\p{L}\d])(,?\s\(|,\sno\.|[:,.;)]|\s|$)?/u.exec(
    text.slice(end, end + 16),
  )
  const [, figure, after = ''] = rest ?? []
  if (figure === undefined || !/^\p{L}{2,}$/u.test(word.replace(/['’ʼ]/u, ''))) return null
  if (word === word.toUpperCase()) return null
  if (/\(|no/.test(after))
    return {at: end, p: 0.97, evidence: 'the number of a volume follows the title'}
  const isWord = word.length > 3 && language.lower(language.id(word.toLowerCase())) > 1
  const isSmall = word === word.toLowerCase()
  return isWord && isSmall ? {at: end, p: 0.92, evidence: 'no blank before the figure'} : null
}

/** A word right after a number: “1933as a rule”; units and ordinals stand there in print. */
function afterFigure(text: string, {text: word, start}: Token, language: Language): Gap | null {
  if (!/\d/.test(text.charAt(start - 1)) || !/^\p{Ll}{2,}$/u.test(word)) return null
  const isJoining = /^(?:as|at|of|in|to|is|on|by|for|and|the|was|were|from|with|that|which)$/.test(
    word,
  )
  const isWord = word.length > 3 && language.frequency(word) > 20
  return isJoining || isWord ? {at: start, p: 0.95, evidence: 'no blank after the figure'} : null
}

/** Whether a place is inside an address of a site, a file or a mailbox. */
function isAddress(text: string, at: number): boolean {
  const start = Math.max(0, at - 200)
  const run = /\S*$/.exec(text.slice(start, at))?.[0] ?? ''
  const rest = /^\S*/.exec(text.slice(at, at + 200))?.[0] ?? ''
  return /https?:|www\.|@|\w\/\w|\\|_|\.(?:com|org|net|edu|gov|html?|pdf|js|ts|txt)\b/i.test(
    run + rest,
  )
}

/** Whether a capital in the middle of a word follows what begins names. */
export function isParticle(word: string): boolean {
  return particles.test(word)
}
