import type {Origin} from '../text/record.ts'
import type {Item} from './item.ts'

/** An item where it stands in bibliography.json. */
export interface PlacedItem {
  readonly item: Item
  readonly origin: Origin
}

/** What bibliography.json holds, in its order; empty when there is none. */
export interface Bibliography {
  readonly path: string
  /** Whether it could be read; nothing is said of citations when it could not. */
  readonly isRead: boolean
  readonly items: readonly PlacedItem[]
}
