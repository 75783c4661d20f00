import type {ReviewItem} from '../item.ts'
import {xmlId} from './xml-id.ts'

/** Ids of an item on the page. */
export interface HtmlIds {
  /** Its entry in the list. */
  readonly entry: string
  /** Where it stands in the text, or begins. */
  readonly place: string
  /** Where it ends, or where a join leads to. */
  readonly end: string
}

/** The ids of an item on the page: of a mark by its type, for marks of two types may be called the same. */
export function htmlIds({sort, act, id}: Pick<ReviewItem, 'sort' | 'act' | 'id'>): HtmlIds {
  const name = sort === 'mark' ? act : sort
  return {
    entry: xmlId(`item.${name}`, id),
    place: xmlId(`place.${name}`, id),
    end: xmlId(`end.${name}`, id),
  }
}
