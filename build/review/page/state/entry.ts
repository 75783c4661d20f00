import type {ReviewItem} from '../../item.ts'
import type {PageData, PageText} from '../../page-data.ts'

/** An item of the page in its text. */
export interface Entry {
  /** `TEXT/ID`: what the address of the page and the sample call it. */
  readonly key: string
  readonly text: PageText
  readonly item: ReviewItem
  /** Its place in the order of all items, from 0. */
  readonly index: number
}

/** Name an item of a text within the edition. */
export function keyOf(text: string, id: string): string {
  return `${text}/${id}`
}

/** List the items of all texts, text after text, in the order of their sources. */
export function entriesOf({texts}: Pick<PageData, 'texts'>): Entry[] {
  return texts
    .flatMap((text) => text.items.map((item) => ({text, item})))
    .map(({text, item}, index) => ({key: keyOf(text.id, item.id), text, item, index}))
}
