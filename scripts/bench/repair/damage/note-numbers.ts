import type {Draw} from '../draw.ts'
import {misreadAsLetter, misreadDigit} from './misread-number.ts'
import type {TruthWriter} from './truth-writer.ts'
import {writeChar} from './write-signs.ts'
import type {SignDamage} from './write-signs.ts'

/** How the numbers of notes are misread. */
export interface Misreading {
  /** How often in the note, and in the call. */
  readonly note: number
  readonly call: number
  /** Whether digits are misread as letters. */
  readonly asLetters: boolean
}

/**
 * Write the numbers of notes, misread now and then: never both in the call and in the note, and
 * never those of two notes in a row, of which nobody could tell what they were.
 */
export class NoteNumbers {
  readonly #misread = new Set<string>()
  readonly #misreading: Misreading
  readonly #damage: SignDamage
  readonly #draw: Draw

  constructor(misreading: Misreading, damage: SignDamage, draw: Draw) {
    this.#misreading = misreading
    this.#damage = damage
    this.#draw = draw
  }

  /** Write the number with which a note begins, or by which it is called. */
  write(writer: TruthWriter, label: string, of: 'note' | 'call', isRaised = false): void {
    const region = of === 'note' ? 'note' : 'body'
    const show = isRaised ? raise : (digits: string): string => digits
    const asLetters = this.#misreading.asLetters && !isRaised
    const misread = this.#misreads(label, of) ? misreadOf(label, asLetters, this.#draw) : undefined
    if (misread === undefined) {
      for (const char of show(label)) writeChar(writer, char, this.#damage, this.#draw, region)
      return
    }
    this.#misread.add(label)
    const form = asLetters ? 'letter' : 'digit'
    writer.damage(show(misread), show(label), {kind: 'note number', form, region})
  }

  #misreads(label: string, of: 'note' | 'call'): boolean {
    if (!this.#draw.happens(this.#misreading[of])) return false
    const near = [-1, 0, 1].map((step) => String(Number(label) + step))
    return !near.some((one) => this.#misread.has(one))
  }
}

function misreadOf(label: string, asLetters: boolean, draw: Draw): string | undefined {
  if (!/^\d+$/.test(label)) return undefined
  return asLetters ? misreadAsLetter(label) : misreadDigit(label, draw)
}

/** Write digits as raised characters. */
export function raise(number: string): string {
  return Array.from(number, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')
}
