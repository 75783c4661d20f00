import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A letter of a word; optional ones may be markup, which only a parser could tell. */
export interface Letter {
  readonly letter: string
  readonly optional: boolean
}

/** A word of a line, and where in the line it begins. */
export interface LineWord {
  readonly letters: readonly Letter[]
  readonly at: number
  /** Whether the edition may show nothing for it. */
  readonly optional: boolean
}

/** Raised figures as plain ones: a note is `³` in one source and `3` in the edition. */
export function lowered(words: string): string {
  return words.replaceAll(/[⁰¹²³⁴-⁹]/g, (figure) => figure.normalize('NFKC'))
}

/**
 * Read the words of a line without its markup.
 *
 * Shape: a line of the corrected text and the format of its source → words in their order. In
 * Markdown, stars and underscores may or may not be markup; the number of a list item is a word of
 * its own, which an edition may show with or without its point.
 */
export function scanLine(line: string, format: 'plain' | 'markdown'): LineWord[] {
  const words: LineWord[] = []
  if (format === 'markdown' && rule.test(line)) return words
  const head = format === 'markdown' ? readHead(line, words) : 0
  let letters: Letter[] = []
  let start = 0
  const close = (): void => {
    if (letters.length > 0) words.push({letters, at: start, optional: false})
    letters = []
  }
  const add = (letter: string, at: number, optional: boolean): void => {
    if (/\s/.test(letter)) return close()
    if (letters.length === 0) start = at
    letters.push({letter: lowered(letter), optional})
  }
  const steps = format === 'plain' ? plainStep : markdownStep
  const body = head < 0 ? '' : closingMarks(line.slice(head), line.slice(0, head))
  let inLink = false
  for (const {0: whole, index, groups = {}} of body.matchAll(steps)) {
    const at = head + index
    const {escaped, reference, star, last, address, open, character} = groups
    if (escaped !== undefined) add(escaped, at, false)
    else if (reference !== undefined) for (const one of decoded(whole)) add(one, at, false)
    else if (star !== undefined) add(star, at, true)
    // A backslash breaks a line, but not the last one of a paragraph.
    else if (last !== undefined) add(last, at, true)
    else if (open !== undefined) inLink = true
    else if (address !== undefined && inLink) {
      inLink = false
      close()
      words.push({letters: letterList(`<${readable(address)}>`), at, optional: false})
    } else if (address !== undefined) for (const one of whole) add(one, at, false)
    else if (character !== undefined) add(character, at, false)
    else if (/^<br/i.test(whole)) close()
  }
  close()
  return words
}

/** An address in one form, whether or not its letters are encoded. */
export function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const escape = String.raw`\\(?<escaped>[!-\/:-@\[-\x60{-~])`
const plainStep = new RegExp(`${escape}|(?<character>[^])`, 'gu')

/** One step through a line of Markdown: an escape, markup, what may be markup, or a character. */
const markdownStep = new RegExp(
  [
    escape,
    String.raw`(?<reference>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]*);)`,
    String.raw`<\/?(?:sup|sub|i|em|b|strong)>|<br\s*\/?>`,
    String.raw`(?<last>\\)$`,
    String.raw`\[\^|(?<=\[\^[^\]]{1,60})\]:?`,
    String.raw`(?<open>\[(?=(?:[^\[\]]|\[[^\[\]]*\])*\]\((?:https?:|mailto:)))`,
    String.raw`\]\((?<address>(?:https?:|mailto:)[^)\s]*)(?:\s+"[^"]*")?\)`,
    String.raw`(?<star>[*_])`,
    '(?<character>[^])',
  ].join('|'),
  'gu',
)

/** Read what a line of Markdown may begin with that is not text; returns where the text begins. */
function readHead(line: string, words: LineWord[]): number {
  let at = 0
  for (;;) {
    const rest = line.slice(at)
    const blanks = /^[ \t>]*/.exec(rest)?.[0].length ?? 0
    const marker = /^(?:(\d{1,9})([.)])|([-+*]))(?=[ \t]|$)/.exec(rest.slice(blanks))
    if (!marker) {
      const heading = /^#{1,6}(?:[ \t]+|$)/.exec(rest.slice(blanks))
      return at + blanks + (heading?.[0].length ?? 0)
    }
    const [whole, number = '', point = '', bullet] = marker
    const letters: Letter[] = bullet
      ? letterList(bullet)
      : [...letterList(number), {letter: '.', optional: true}, {letter: point, optional: true}]
    words.push({letters, at: at + blanks, optional: bullet !== undefined})
    at += blanks + whole.length
  }
}

/** Take off the marks that may close a heading. */
function closingMarks(body: string, head: string): string {
  return /#[ \t]*$/.test(head) ? body.replace(/(?:^|[ \t]+)#+[ \t]*$/, '') : body
}

function letterList(word: string): Letter[] {
  return Array.from(word, (letter) => ({letter, optional: false}))
}

function decoded(reference: string): string {
  const code = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(reference)
  if (code) {
    const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2])
    return point === 0 || point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point)
  }
  return decodeNamedCharacterReference(reference.slice(1, -1)) || reference
}
