import type {EditedText} from '../model/edited-text.ts'

/** A word that the edition should show, in the order of the source. */
export interface SourceWord {
  readonly word: string
  /** Offset in the source, of the lemma when it stands in a reading. */
  readonly offset: number
  /** Whether a line of the source begins with it: only there may another stream go on. */
  readonly startsLine: boolean
  /** The number or bullet of a list item, which a list may show in its own way. */
  readonly optional: boolean
}

/**
 * List the words of a source after its records, drops and joins, without its markup.
 *
 * This is the audit's own reading: it applies records by splicing and strips markup by patterns,
 * and shares no code with the pipeline it is there to check.
 */
export function sourceWords(text: EditedText): SourceWord[] {
  const {value, from} = splice(text)
  const shown = blankDrops(value, from, text)
  const words: SourceWord[] = []
  let lineStart = 0
  for (const line of shown.split('\n')) {
    words.push(...wordsOfLine(line, lineStart, from))
    lineStart += line.length + 1
  }
  return mergeJoins(words, text)
}

/** Apply the records, keeping for each character the offset it comes from. */
function splice(text: EditedText): {value: string; from: number[]} {
  const source = text.source.value
  const runs: string[] = []
  const from: number[] = []
  let at = 0
  for (const record of text.records) {
    if (record.act !== 'correct') continue
    for (let offset = at; offset < record.start; offset++) from.push(offset)
    runs.push(source.slice(at, record.start), record.reading)
    for (let offset = 0; offset < record.reading.length; offset++) from.push(record.start)
    at = record.end
  }
  for (let offset = at; offset < source.length; offset++) from.push(offset)
  runs.push(source.slice(at))
  return {value: runs.join('').replaceAll(/\r\n?/g, '\n'), from}
}

function blankDrops(value: string, from: readonly number[], text: EditedText): string {
  const characters = value.split('')
  for (const mark of text.marks) {
    const span =
      mark.type === 'drop'
        ? [mark.start, mark.end]
        : mark.type === 'join' && mark.glue === 'none'
          ? [mark.start - 1, mark.start]
          : undefined
    if (!span) continue
    const [start = 0, end = 0] = span
    for (const [index, character] of characters.entries()) {
      const offset = from[index] ?? -1
      if (offset < start || offset >= end) continue
      const isHyphen = mark.type === 'drop' || /^[-\u00AD\u2010]$/.test(character)
      if (isHyphen && character !== '\n') characters[index] = ' '
    }
  }
  return characters.join('')
}

/** What a line may begin with that is not text; a number or bullet may be shown in another way. */
const lineHead = /^[ \t>]*(?:#{1,6}[ \t]+)?(?:(\d{1,9})[.)](?=[ \t])|([-+])(?=[ \t]))?/
/** Raised figures as plain ones: a note is `³` in one source and `3` in the edition. */
export function lowered(words: string): string {
  return words.replaceAll(/[⁰¹²³⁴-⁹]/g, (figure) => figure.normalize('NFKC'))
}

/** One step through a line: an escape, markup (nothing of it can match words), or a character. */
const step = new RegExp(
  [
    String.raw`\\(?<escaped>[!-\/:-@\[-\x60{-~])`,
    String.raw`<\/?(?:sup|sub|i|em|b|strong)>|<br\s*\/?>`,
    String.raw`\\$`,
    String.raw`(?<=\S)\*+|\*+(?=\S)`,
    String.raw`(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])`,
    String.raw`\[\^|(?<=\[\^[^\]]{1,60})\]:?`,
    String.raw`(?<open>\[(?=[^\[\]]*\]\())|(?<close>\]\([^)\s]*\))`,
    '(?<character>[^])',
  ].join('|'),
  'gu',
)

function wordsOfLine(line: string, lineStart: number, from: readonly number[]): SourceWord[] {
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return []
  const words: SourceWord[] = []
  const add = (word: string, at: number, optional: boolean): void => {
    const startsLine = words.length === 0
    words.push({word, offset: from[lineStart + at] ?? -1, startsLine, optional})
  }
  const head = lineHead.exec(line)
  const marker = head?.[1] ?? head?.[2]
  const length = head?.[0].length ?? 0
  if (marker !== undefined) add(marker, length - marker.length - (head?.[1] ? 1 : 0), true)
  let word = ''
  let start = 0
  let inLink = false
  const close = (): void => {
    if (word !== '') add(word, start, false)
    word = ''
  }
  for (const {0: whole, index, groups} of line.slice(length).matchAll(step)) {
    // Only what an open bracket began is a link.
    const isLoose = groups?.['close'] !== undefined && !inLink
    inLink = groups?.['open'] !== undefined || (inLink && groups?.['close'] === undefined)
    const character = isLoose ? whole : (groups?.['escaped'] ?? groups?.['character'] ?? '')
    const isSign = /^[*†‡§]$/.test(character)
    // A sign at the head of a line is the number of a note, and a word of its own.
    if (!isSign && words.length === 0 && /^[*†‡§]+$/.test(word)) close()
    if (/\s/.test(character) || whole.startsWith('<br')) close()
    else if (character !== '') {
      if (word === '') start = length + index
      word += lowered(character)
    }
  }
  close()
  return words
}

/** A word cut by a page break is one word: it stands where its first half does. */
function mergeJoins(words: SourceWord[], text: EditedText): SourceWord[] {
  const merged = [...words]
  for (const mark of text.marks) {
    if (mark.type !== 'join' || mark.glue === 'space') continue
    const before = merged.findLastIndex((one) => one.offset < mark.start)
    const after = merged.findIndex((one) => one.offset >= mark.end)
    const first = merged[before]
    const second = merged[after]
    if (!first || !second) continue
    merged[before] = {...first, word: first.word + second.word}
    merged.splice(after, 1)
  }
  return merged
}
