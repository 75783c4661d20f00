import {nameOf} from '../../text/characters.ts'

/**
 * Write words on one line on which everything can be seen: line ends show as ⏎, tabs as ⇥, other characters
 * without a shape, and those that turn the direction of what follows, by their code.
 */
export function visible(words: string): string {
  return words
    .replaceAll(/\r\n?|\n/g, '⏎')
    .replaceAll('\t', '⇥')
    .replaceAll(shapeless, (character) => `‹${nameOf(character)}›`)
}

/** Controls, blanks that do not break or have no width, soft hyphen, directions, ends of lines and paragraphs, byte order mark. */
const shapeless =
  /[\p{Cc}\u00A0\u00AD\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
