import type {Layout, LayoutLine} from '../layout/layout.ts'
import type {Separator, Token} from './token.ts'
import {isWadeGiles} from './wade-giles.ts'

/** Characters that extraction writes for a shape whose letters it does not know. */
export const placeholder = '\uFFFD\uE000-\uF8FF\u25A1\u0001-\u0008\u000E-\u001F'

/** A capital in the middle of a word, and what follows it. */
export const gluedTail = /(?<=\p{Ll})\p{Lu}.*$/u

/** Whether a word has one of them. */
export const hasPlaceholder = new RegExp(`[${placeholder}]`, 'u')

/** Words, which may hold apostrophes, placeholders and figures; numbers; any other character. */
const language = [
  String.raw`(?<word>[\p{L}${placeholder}][\p{L}\p{M}${placeholder}]{0,200}(?:['’ʼ‘][\p{L}\p{M}]{1,200})*)`,
  String.raw`(?<number>\p{N}[\p{N}.,]{0,200})`,
  String.raw`(?<other>\S)`,
]
/** Code in Markdown; addresses of sites and of mail; tags; character references; names of files. */
const opaque = [
  '`[^`\\n]{1,200}`',
  String.raw`https?:\/\/\S{1,400}`,
  String.raw`www\.\S{1,400}`,
  String.raw`\S{1,64}@\S{1,64}\.\S{1,64}`,
  String.raw`<[^<>\n]{0,400}>`,
  String.raw`&#?\w{1,32};`,
  String.raw`\S{1,64}\.(?:com|org|net|edu|pdf|html?)\b\S{0,400}`,
]
const words = new RegExp(language.join('|'), 'gu')
const mixed = new RegExp([`(?<opaque>${opaque.join('|')})`, ...language].join('|'), 'gu')
/** Whether a line may hold what is no language. */
const mayBeOpaque = /[`@<&]|:\/\/|www\.|\.(?:com|org|net|edu|pdf|htm)/

/**
 * Cut the text and the notes of a layout into words.
 *
 * Shape: text and its layout → words in the order of the source; heads, folios and what is no
 * language are passed over. A word whose line ends in a hyphen is tied to the first word of the
 * line that goes on, which may stand on the next page.
 */
export function tokenise(text: string, layout: Layout): Token[] {
  const tokens: Token[] = []
  const open = new Map<string, Token>()
  let separator: Separator = '.'
  for (const [number, line] of layout.lines.entries()) {
    const {role} = line
    if (role !== 'text' && role !== 'note') {
      if (role === 'blank') separator = '.'
      continue
    }
    const [from, to] = wordsOf(line)
    const first = tokens.length
    const content = text.slice(from, to)
    for (const match of content.matchAll(mayBeOpaque.test(content) ? mixed : words)) {
      const start = from + match.index
      const [found] = match
      const {opaque: code, word, number: figures} = match.groups ?? {}
      // The ending of an ordinal is no word: 22nd.
      if (word !== undefined && separator === '#' && isEnding(word, text[start - 1])) {
        separator = ' '
      } else if (word !== undefined) {
        const region = role
        tokens.push({
          start,
          end: start + found.length,
          text: found,
          line: number,
          region,
          before: separator,
        })
        separator = ''
      } else if (figures !== undefined) separator = '#'
      else if (code !== undefined) separator = ','
      else separator = stopOf(found, separator)
      const next = text[start + found.length]
      if (separator === '' && (next === undefined || /\s/.test(next))) separator = ' '
    }
    tie(text, tokens, first, {from, to, series: series(line)}, open)
    if (separator === '') separator = ' '
  }
  return tokens
}

/** Whether letters right after a figure are an ordinal’s, a decade’s or a unit’s: 22nd, 1930s, 5km. */
function isEnding(word: string, before: string | undefined): boolean {
  if (before === undefined || !/\p{N}/u.test(before)) return false
  return word.length < 3 && !/^(?:as|at|of|in|to|is|on|by)$/.test(word)
}

/** The part of a line that is no running head. */
function wordsOf({start, end, head}: LayoutLine): [from: number, to: number] {
  if (!head) return [start, end]
  return head.start === start ? [head.end, end] : [start, head.start]
}

/** What a line belongs to: the text, or one note. */
function series({role, note = ''}: LayoutLine): string {
  return `${role} ${note}`
}

function stopOf(char: string, before: Separator): Separator {
  if (/[.!?]/.test(char)) return '.'
  if (/[,;:]/.test(char)) return ','
  if (/[([]/.test(char)) return '('
  if (/[)\]]/.test(char)) return ')'
  if (/[-\u2010]/.test(char)) return before === '' || before === '-' ? '-' : ','
  if (/[–—/|]/.test(char)) return ','
  return before === '' ? ' ' : before
}

/** Whether a word is a syllable of a Chinese name: tied by a hyphen to another one. */
export function isSyllable(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !isWadeGiles(token.text)) return false
  const isTied = (one: Token | undefined): boolean =>
    one !== undefined && one.line === token.line && isWadeGiles(one.text)
  return (token.before === '-' && isTied(before)) || (after?.before === '-' && isTied(after))
}

/** A hyphen at the end of a line: a plain one, a soft one, or what OCR takes for one. */
const lineHyphen = new RegExp(
  String.raw`[\p{L}\p{M}${placeholder}][-\u2010\u00AC\u00AD][ \t]*$`,
  'u',
)

/** Tie the first word of a line to the word that the line before it in the series broke off. */
function tie(
  text: string,
  tokens: readonly Token[],
  first: number,
  {from, to, series: name}: {from: number; to: number; series: string},
  open: Map<string, Token>,
): void {
  const head = tokens[first]
  const last = tokens.at(-1)
  const broken = open.get(name)
  // A line in capitals after half a word is a running head that nobody found.
  const goesOn =
    head !== undefined && (!/^\p{Lu}{2}/u.test(head.text) || /\p{Lu}$/u.test(broken?.text ?? ''))
  if (broken && head && goesOn && isFirst(text, from, head)) {
    broken.continued = head
    head.continues = broken
  }
  open.delete(name)
  if (!last || last.line !== (head?.line ?? -1)) return
  const rest = text.slice(last.end, to)
  if (/^[-\u2010\u00AC\u00AD][ \t]*$/.test(rest) && lineHyphen.test(text.slice(last.end - 2, to))) {
    open.set(name, last)
    last.isHalf = true
  }
}

/** Whether only blanks and the marks of emphasis stand before a word on its line. */
function isFirst(text: string, from: number, {start}: Token): boolean {
  return start - from < 20 && /^[\s*_>]*$/.test(text.slice(from, start))
}
