import {readFile} from 'node:fs/promises'
import type {Block} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import {blockOf, signsOf} from './signs.ts'

interface Token {
  readonly word: string
  readonly tag: string
}

/**
 * Read a file of the tagged Brown corpus as clean text.
 *
 * Shape: path of a file such as `ca05` → its headings and paragraphs, with the marks of print:
 * curly quotation marks, dashes, no blank before a comma; foreign words, words that are spoken of
 * and the names of newspapers are in italics, and now and then a name or a word that is stressed.
 * Sentences with formulas, signs of the coders or lone quotation marks are left out.
 */
export async function readBrown(path: string, draw: Draw): Promise<Block[]> {
  const blocks: Block[] = []
  for (const paragraph of (await readFile(path, 'utf8')).split(/\n\s*\n/)) {
    const lines = paragraph
      .split('\n')
      .map((line) => readTokens(line))
      .filter((tokens) => tokens.length > 0)
    const [first] = lines
    if (first?.every(({tag}) => tag.endsWith('-hl'))) {
      lines.shift()
      const words = print(first, draw)
      if (first.length < 10 && words && /\p{L}/u.test(words)) {
        blocks.push(blockOf('heading', signsOf(words.replace(/[.:]$/, '')), 2))
      }
    }
    const words = print(keepSound(lines).flat(), draw)
    if (words && /^“?\*?[\p{Lu}\d].*[.!?]\*?”?$/u.test(words) && words.split(' ').length > 3) {
      blocks.push(blockOf('paragraph', signsOf(words)))
    }
  }
  return blocks
}

function readTokens(line: string): Token[] {
  return line
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => {
      const slash = token.lastIndexOf('/')
      return {word: token.slice(0, slash), tag: token.slice(slash + 1)}
    })
}

/** Leave out sentences that are not sound, and marks that follow them on a line of their own. */
function keepSound(lines: readonly Token[][]): Token[][] {
  let isKept = true
  return lines.filter((tokens) => {
    if (!/^[.,;:!?)\]'-]+$/.test(tokens[0]?.word ?? '')) isKept = isSound(tokens)
    return isKept
  })
}

/** Whether a sentence has nothing in it but words and marks; “Af” stands for a formula. */
function isSound(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({word}) =>
      /^[\p{L}\p{N}$%&.,;:!?()[\]'`-]+$/u.test(word) && !["'", '-', 'Af', 'Aj'].includes(word),
  )
}

const closing = new Set([',', '.', ';', ':', '!', '?', ')', ']'])

/** Print tokens; nothing when the quotation marks do not fit together. */
function print(tokens: readonly Token[], draw: Draw): string | undefined {
  let words = ''
  let isQuoted = false
  let holdsTogether = true
  const italics = findItalics(tokens, draw)
  for (const [index, {word}] of tokens.entries()) {
    const before = tokens[index - 1]?.word
    if (word === before && /^[!?;:.,]$/.test(word)) continue
    const isClosing = word === "''" || closing.has(word)
    const isDash = /^-+$/.test(word)
    if (!isClosing && !isDash && !holdsTogether) words += ' '
    if (italics.starts.has(index)) words += '*'
    if (word === '``') {
      if (isQuoted) return undefined
      isQuoted = true
      words += '“'
    } else if (word === "''") {
      if (!isQuoted) return undefined
      isQuoted = false
      words += '”'
    } else if (isDash) words += '—'
    else words += word.replace(/^'(?=\p{L})/u, '’').replaceAll("'", '’')
    if (italics.ends.has(index)) words += '*'
    holdsTogether = word === '``' || word === '(' || word === '[' || isDash
  }
  // The corpus has all marks after the quotation marks; American printers set them before.
  return isQuoted
    ? undefined
    : words.replaceAll(/”(\*?)([.,?!])/g, '$1$2”').replaceAll(/(?<!\.)\.\.(?!\.)/g, '.')
}

/** Newspapers and the like are set in italics. */
const periodical =
  /^(?:Times|Herald|Tribune|Journal|Review|News|Post|Magazine|Quarterly|Bulletin|Press|Globe)$/

function findItalics(
  tokens: readonly Token[],
  draw: Draw,
): {starts: Set<number>; ends: Set<number>} {
  const starts = new Set<number>()
  const ends = new Set<number>()
  const isForeign = ({tag}: Token): boolean => /^fw-|-nc$/.test(tag)
  const isTitle = ({tag, word}: Token): boolean => /-tl/.test(tag) && /^[\p{L}]/u.test(word)
  for (let at = 0; at < tokens.length; at++) {
    const runs = [isForeign, isTitle].find((test) => test(tokens[at] as Token))
    let end = at
    if (runs) {
      while (tokens[end + 1] && runs(tokens[end + 1] as Token)) end++
      const last = tokens[end]?.word ?? ''
      const isSet = runs === isForeign || periodical.test(last) || (end > at && draw.happens(0.12))
      if (isSet) {
        starts.add(at)
        ends.add(end)
      }
    } else if (/^\p{Ll}{4,}$/u.test(tokens[at]?.word ?? '') && draw.happens(0.003)) {
      starts.add(at)
      ends.add(at)
    }
    at = end
  }
  return {starts, ends}
}
