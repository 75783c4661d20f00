import type {Span} from '../../text/correction.ts'

/** What the words of a line end with, notes called there and closing marks left aside. */
export type EndKind =
  'hyphen' | 'dash' | 'stop' | 'abbreviation' | 'colon' | 'semicolon' | 'comma' | 'word' | 'none'

/** The end of a line. */
export interface LineEnd {
  readonly kind: EndKind
  /** After its last character that is no blank. */
  readonly at: number
  /** Its last word; a hyphen is not of it. */
  readonly word: string
  /** Whether a quotation mark or a bracket closes after it. */
  readonly isClosed: boolean
  /** Whether a note is called after it. */
  readonly isCalled: boolean
}

/** What the words of a line begin with, emphasis and opening marks left aside. */
export type StartKind = 'lower' | 'upper' | 'digit' | 'letter' | 'dash' | 'sign' | 'none'

/** The start of a line. */
export interface LineStart {
  readonly kind: StartKind
  /** Its first character that is no blank. */
  readonly at: number
  /** Its first word. */
  readonly word: string
  /** The quotation mark or bracket that opens before it. */
  readonly opening: string
  /** How many blanks stand before it. */
  readonly indent: number
}

/** No more of a line is looked at, so that a line may be of any length. */
const reach = 240

/** Calls of notes, signs of emphasis. Must not match a word's own figures: “in 1937”. */
const trailing =
  /(?:<sup>[^<>\s]{1,6}<\/sup>|\[\^[^\]\s]{1,12}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\\?[*†‡§_]|<\/(?:i|b|em|strong)>|(?<=[.!?,;:][”"’)\]]?)\d{1,3}|\s+(?=\S+$))+\s*$/u
/** Characters that end such a call; looked at first, for few lines have any. */
const mayCall = /[>\]\d⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§_]$/u
const closing = /["'”’»›)\]}」』）】]+$/u

/** Find out how a line ends. */
export function lineEnd(text: string, {start, end}: Span): LineEnd {
  const from = Math.max(start, end - reach)
  const whole = text.slice(from, end).trimEnd()
  const at = from + whole.length
  if (whole === '') return {kind: 'none', at: start, word: '', isClosed: false, isCalled: false}
  const bare = mayCall.test(whole) ? whole.replace(trailing, '').trimEnd() : whole
  const isCalled = /[\d⁰¹²³⁴-⁹>\]*†‡§]$/.test(whole) && bare !== whole
  const open = bare.replace(closing, '')
  const isClosed = open !== bare
  const word = /([\p{L}\p{M}\p{N}'’]+)[^\p{L}\p{N}]*$/u.exec(open.slice(-60))?.[1] ?? ''
  return {
    kind: isClosed ? endKind(open, word, true) : endKind(bare, word, false),
    at,
    word,
    isClosed,
    isCalled,
  }
}

const stop = /[.!?…。！？｡؟۔։।]$/u

function endKind(bare: string, word: string, isClosed: boolean): EndKind {
  if (!isClosed && /[\p{L}\p{N}]['’*_]{0,3}[-\u00AD\u2010¬]$/u.test(bare)) return 'hyphen'
  // Speech that is broken off, and a colon with its dash.
  if (isClosed && /[—―]$/.test(bare)) return 'stop'
  if (/:[-–—―]$/.test(bare)) return 'colon'
  if (/[-–—―]$/.test(bare)) return 'dash'
  if (stop.test(bare))
    return !isClosed && bare.endsWith('.') && isAbbreviation(bare, word) ? 'abbreviation' : 'stop'
  if (/[:：]$/.test(bare)) return 'colon'
  if (/[;；؛]$/.test(bare)) return 'semicolon'
  if (/[,，、،]$/.test(bare)) return 'comma'
  return 'word'
}

const abbreviations = new Set(
  'mr mrs ms dr st prof rev hon gen col capt lt sgt gov sen vs cf viz ca fig figs vol vols no nos p pp ch chap ed eds trans tr sec para art cap lib fol ff ser bk pt nr vgl jan feb apr aug sept oct nov dec'.split(
    ' ',
  ),
)

/** Whether a point belongs to the word before it, so that a sentence need not end there. */
function isAbbreviation(bare: string, word: string): boolean {
  if (/(?:^|[\s(.])\p{Lu}\.$/u.test(bare)) return true
  if (/(?:^|\s)(?:\p{L}\.)+\p{L}\.$/u.test(bare)) return true
  return abbreviations.has(word.toLowerCase()) && !/\d/.test(word)
}

const opening = /^["'“‘„«‹([{「『（【¿¡]+/u

/** Find out how a line begins. */
export function lineStart(text: string, {start, end}: Span): LineStart {
  const head = text.slice(start, Math.min(end, start + reach))
  const blanks = /^[\s\f]*/.exec(head)?.[0] ?? ''
  const at = start + blanks.length
  const indent = blanks.replaceAll('\t', '    ').length
  let rest = head.slice(blanks.length)
  let opened = ''
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/^(?:\*{1,3}|_{1,3})(?=\S)|^<(?:i|b|em|strong)>/, '')
    const marks = opening.exec(rest)?.[0] ?? ''
    opened += marks
    rest = rest.slice(marks.length)
  }
  const word = /^[\p{L}\p{M}\p{N}'’]+/u.exec(rest)?.[0] ?? ''
  return {kind: startKind(rest), at, word, opening: opened, indent}
}

function startKind(rest: string): StartKind {
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 32)
  if (rest === '') return 'none'
  if (/\p{Ll}/u.test(first)) return 'lower'
  if (/[\p{Lu}\p{Lt}]/u.test(first)) return 'upper'
  if (/\p{L}/u.test(first)) return 'letter'
  if (/\p{N}/u.test(first)) return 'digit'
  if (/[-–—―]/.test(first)) return 'dash'
  return 'sign'
}
