import type {Block, Sign} from '../../../specimen/read-original.ts'

/** Read words as signs: what stands between asterisks is in italics. */
export function signsOf(words: string): Sign[] {
  let isItalic = false
  const signs: Sign[] = []
  for (const char of words) {
    if (char === '*') isItalic = !isItalic
    else signs.push({char, isItalic})
  }
  return signs
}

/** Make a block. */
export function blockOf(kind: Block['kind'], signs: readonly Sign[], depth = 0): Block {
  return {kind, depth, number: 0, signs}
}

/** The characters of signs, without calls. */
export function lettersOf(signs: readonly Sign[]): string {
  return signs.map(({char}) => char).join('')
}

/** How many words there are. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
