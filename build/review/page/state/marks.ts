import {sections} from '../../../structure/mark.ts'
import type {MarkType} from '../../../structure/mark.ts'
import type {ReviewItem} from '../../item.ts'

const types: ReadonlySet<string> = new Set(Object.values(sections))

/** Whether what an item does is a mark. */
export function isMarkType(act: ReviewItem['act']): act is MarkType {
  return types.has(act)
}

/** What a mark does, in a few words. */
export function sayMark({act, says = ''}: Pick<ReviewItem, 'act' | 'says'>): string {
  switch (act) {
    case 'join':
      return `a join: ${sayGlue(says)}`
    case 'page':
      return says ? `page ${says} begins` : 'a page begins'
    case 'heading':
      return `a heading${says ? ` of rank ${says}` : ''}`
    case 'drop':
      return `left out${says && says !== 'other' ? `: ${says}` : ''}`
    case 'cut':
      return says === 'before' ? 'the source begins in the middle' : 'the source breaks off'
    case 'language':
      return `in another language${says ? `: ${says}` : ''}`
    case 'opening':
      return 'the matter around title and author'
    case 'note':
      return 'a note without a number'
    case 'quotation':
      return 'a block quotation'
    case 'emphasis':
      return 'emphasis'
    default:
      return act
  }
}

/** What stands between the halves that a join brings together. */
export function sayGlue(glue: string): string {
  if (glue === 'none') return 'one word, without its hyphen'
  if (glue === 'keep') return 'one word, with its hyphen'
  return 'two words, a blank between them'
}

/**
 * The last and the first characters of a join as the edition has them.
 *
 * Shape: what ends before, its glue → how many characters of it are dropped, and what is added.
 */
export function meeting(lead: string, glue: string): {dropped: number; added: string} {
  if (glue === 'space') return {dropped: 0, added: ' '}
  return {dropped: glue === 'none' && /[-\u00AD\u2010]$/.test(lead) ? 1 : 0, added: ''}
}
