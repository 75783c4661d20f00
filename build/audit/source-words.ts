import type {EditedText} from '../model/edited-text.ts'
import {scanLine} from './scan-line.ts'
import type {Letter} from './scan-line.ts'

/** A word that the edition should show, in the order of the source. */
export interface SourceWord {
  /** Offset in the source, of the lemma when it stands in a reading. */
  readonly offset: number
  /** Whether a line of the source begins with it: only there may another stream go on. */
  readonly startsLine: boolean
  /** Whether the edition may show nothing for it, as for the bullet of a list. */
  readonly optional: boolean
  /** The word as the source has it, for messages. */
  readonly word: string
  /** How many words of the edition, from a place on, are this one; 0 when none is. */
  take(shown: readonly string[], at: number): number
}

interface Draft extends Pick<SourceWord, 'offset' | 'startsLine' | 'optional'> {
  readonly letters: readonly Letter[]
}

/**
 * List the words of a source after its records, drops and joins, without its markup.
 *
 * This is the audit's own reading: it applies records by splicing and strips markup line by line,
 * and shares no code with the pipeline it is there to check. What a form of output cannot tell
 * apart, `fold` makes one.
 */
export function sourceWords(
  text: EditedText,
  fold: (letters: string) => string = (letters) => letters,
): SourceWord[] {
  const {value: spliced, from} = splice(text)
  // A byte order mark is no part of the first line.
  const value = spliced.replace(/^\uFEFF/, ' ')
  const drafts: Draft[] = []
  let lineStart = 0
  for (const line of value.split('\n')) {
    let startsLine = true
    for (const {letters, at, optional} of scanLine(line, text.config.format)) {
      const offset = from[lineStart + at] ?? -1
      drafts.push({letters, offset, startsLine, optional})
      // After a bullet the line still begins.
      startsLine &&= optional
    }
    lineStart += line.length + 1
  }
  return mergeJoins(drafts, text).map(({letters, ...draft}) => {
    const folded = letters.map((one) => ({...one, letter: fold(one.letter)}))
    return finish({...draft, letters: folded})
  })
}

/** Apply the records and drops, keeping for each character the offset it comes from. */
function splice(text: EditedText): {value: string; from: number[]} {
  const source = text.source.value
  const gone = dropped(text)
  const characters: string[] = []
  const from: number[] = []
  const add = (words: string, offsetOf: (index: number) => number): void => {
    for (let index = 0; index < words.length; index++) {
      const offset = offsetOf(index)
      const character = words.charAt(index)
      // Every line ending counts as one character.
      if (character === '\r' && words.charAt(index + 1) === '\n') continue
      const isGone = gone[offset] === 1 || (gone[offset] === 2 && /[-\u00AD\u2010]/.test(character))
      const kept = isGone && !/[\r\n]/.test(character) ? ' ' : character
      characters.push(kept === '\r' ? '\n' : kept)
      from.push(offset)
    }
  }
  let at = 0
  for (const record of text.records) {
    if (record.act !== 'correct') continue
    const before = at
    add(source.slice(before, record.start), (index) => before + index)
    add(record.reading, () => record.start)
    at = record.end
  }
  const rest = at
  add(source.slice(rest), (index) => rest + index)
  return {value: characters.join(''), from}
}

/** For each source offset: 1 when a mark drops it, 2 when a join drops it if it is a hyphen. */
function dropped(text: EditedText): Uint8Array {
  const gone = new Uint8Array(text.source.value.length)
  for (const mark of text.marks) {
    if (mark.type === 'drop') gone.fill(1, mark.start, mark.end)
    if (mark.type === 'join' && mark.glue === 'none') gone[mark.start - 1] = 2
  }
  return gone
}

/** A word cut by a page break is one word: it stands where its first half does. */
function mergeJoins(words: Draft[], text: EditedText): Draft[] {
  const merged = [...words]
  for (const mark of text.marks) {
    if (mark.type !== 'join' || mark.glue === 'space') continue
    const before = merged.findLastIndex((one) => one.offset < mark.start)
    const after = merged.findIndex((one) => one.offset >= mark.end)
    const first = merged[before]
    const second = merged[after]
    if (!first || !second) continue
    merged[before] = {...first, letters: [...first.letters, ...second.letters]}
    const next = merged[after + 1]
    // What follows the second half begins its line now.
    if (next && second.startsLine) merged[after + 1] = {...next, startsLine: true}
    merged.splice(after, 1)
  }
  return merged
}

function finish({letters, ...draft}: Draft): SourceWord {
  const word = letters.map(({letter}) => letter).join('')
  const isWhole = matcher(letters)
  // A sign at the head of a line may be the number of a note, and then a word of its own.
  const signs = draft.startsLine ? (/^[*†‡§]+(?=.)/u.exec(word)?.[0].length ?? 0) : 0
  const isSign = matcher(letters.slice(0, signs))
  const isRest = matcher(letters.slice(signs))
  const optional = draft.optional || letters.every((letter) => letter.optional)
  return {
    ...draft,
    optional,
    word,
    take: (shown, at) => {
      if (isWhole(shown[at])) return 1
      return signs > 0 && isSign(shown[at]) && isRest(shown[at + 1]) ? 2 : 0
    },
  }
}

/** Whether a word of the edition has these letters; optional ones may be missing. */
function matcher(letters: readonly Letter[]): (shown: string | undefined) => boolean {
  if (letters.every(({optional}) => !optional)) {
    const word = letters.map(({letter}) => letter).join('')
    return (shown) => shown === word
  }
  const source = letters.map(({letter, optional}) => {
    const literal = letter.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    return optional ? `(?:${literal})?` : literal
  })
  const pattern = new RegExp(`^${source.join('')}$`, 'u')
  return (shown) => shown !== undefined && pattern.test(shown)
}
