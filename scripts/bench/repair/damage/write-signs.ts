import type {Sign} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import type {Region} from '../truth.ts'
import {loseLigature} from './lose-ligatures.ts'
import type {LigatureLoss} from './lose-ligatures.ts'
import {misreadBytes} from './mojibake.ts'
import type {CodePage} from './mojibake.ts'
import type {TruthWriter} from './truth-writer.ts'

/** What happens to the characters of a text, fount by fount. */
export interface SignDamage {
  readonly ligatures: Readonly<Partial<Record<Region, LigatureLoss>>>
  /** How often a blank is lost where the fount changes, and after the call of a note. */
  readonly fontGlue: number
  readonly callGlue: number
  readonly mojibake?: {readonly page: CodePage; readonly rate: number}
}

/** How signs are written. */
export interface SignWriting {
  readonly region: 'body' | 'note'
  readonly damage: SignDamage
  readonly draw: Draw
  /** Write the call of a note. */
  writeCall(label: string): void
  /** What stands around the words in italics that come next; empty when nothing tells them. */
  emphasis(): string
  /** Whether the ending of an ordinal is raised: 22<sup>nd</sup>. */
  readonly raisesOrdinals?: boolean
}

/** Write the signs of a line or a paragraph, damaged. */
export function writeSigns(
  writer: TruthWriter,
  signs: readonly Sign[],
  {region, damage, draw, writeCall, emphasis, raisesOrdinals}: SignWriting,
): void {
  const runs = {roman: lettersOf(signs, false), italic: lettersOf(signs, true)}
  const marks = markItalics(signs, emphasis)
  for (let at = 0; at < signs.length; at++) {
    const {char, isItalic, call} = signs[at] as Sign
    const before = signs[at - 1]
    if (isItalic && !before?.isItalic) writer.write(marks[at] ?? '')
    const fount = isItalic ? 'italic' : region
    const run = isItalic ? runs.italic : runs.roman
    const loss = damage.ligatures[fount]
    const lost = loss && loseLigature(run, at, loss, draw)
    const ordinal =
      raisesOrdinals && /\d/.test(before?.char ?? '') && /^(?:st|nd|rd|th)\b/.exec(run.slice(at))
    let end = at
    if (call !== undefined) writeCall(call)
    else if (ordinal) {
      writer.write(`<sup>${ordinal[0]}</sup>`)
      end = at + 1
    } else if (lost) {
      const kind = loss.form === 'presentation' ? 'presentation form' : 'ligature'
      writer.damage(lost.left, lost.letters, {kind, form: loss.form, region: fount})
      end = at + lost.letters.length - 1
    } else if (char === ' ' && before?.call !== undefined && draw.happens(damage.callGlue)) {
      writer.damage('', ' ', {kind: 'glue', form: 'call', region})
    } else if (char === ' ' && changesAt(signs, marks, at) && draw.happens(damage.fontGlue)) {
      writer.damage('', ' ', {kind: 'glue', form: 'fount', region})
    } else writeChar(writer, char, damage, draw, fount)
    at = end
    if (isItalic && !signs[at + 1]?.isItalic) writer.write(marks[at] ?? '')
  }
}

/** The letters of one fount; what is not of it is a sign that no word has. */
function lettersOf(signs: readonly Sign[], isItalic: boolean): string {
  return signs
    .map((sign) => (sign.isItalic === isItalic && sign.char.length === 1 ? sign.char : '\0'))
    .join('')
}

/** What tells each sign in italics: the same for all of a run. */
function markItalics(signs: readonly Sign[], emphasis: () => string): string[] {
  const marks: string[] = []
  for (const [at, {isItalic}] of signs.entries()) {
    marks.push(!isItalic ? '' : signs[at - 1]?.isItalic ? (marks[at - 1] ?? '') : emphasis())
  }
  return marks
}

/** Whether the fount changes at a blank, and nothing else tells it. */
function changesAt(signs: readonly Sign[], marks: readonly string[], at: number): boolean {
  const [before, after] = [signs[at - 1], signs[at + 1]]
  if (!before || !after || before.isItalic === after.isItalic) return false
  return !marks[at - 1] && !marks[at] && !marks[at + 1]
}

/** Write a character; one that needs more than one byte may be misread. */
export function writeChar(
  writer: TruthWriter,
  char: string,
  {mojibake}: SignDamage,
  draw: Draw,
  region: Region,
): void {
  if (!mojibake || /^[\0-\x7F]*$/.test(char) || !draw.happens(mojibake.rate))
    return writer.write(char)
  const form = mojibake.page
  writer.damage(misreadBytes(char, form), char, {kind: 'mojibake', form, region})
}

/** Damage words that are not of the text, so that nobody asks what they were. */
export function damageWords(words: string, loss: LigatureLoss | undefined, draw: Draw): string {
  if (!loss) return words
  let damaged = ''
  for (let at = 0; at < words.length; at++) {
    const lost = loseLigature(words, at, loss, draw)
    damaged += lost ? lost.left : words.charAt(at)
    if (lost) at += lost.letters.length - 1
  }
  return damaged
}
