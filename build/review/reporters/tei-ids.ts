import type {ReviewItem} from '../item.ts'
import {xmlId} from './xml-id.ts'

/** What an id of the document begins with; two sorts of things never share one. */
export const teiIds = {
  kind: (kind: string) => xmlId('kind', kind),
  state: (state: string) => xmlId('state', state),
  /** A character, by its code. */
  character: (name: string) => xmlId('character', name.replace('+', '-')),
  /** An editor or reviewer. */
  person: (name: string) => xmlId('person', name),
  rule: (name: string) => xmlId('rule', name),
  /** Who made an item. */
  maker: ({isHit, by}: Pick<ReviewItem, 'isHit' | 'by'>) => xmlId(isHit ? 'rule' : 'person', by),
  /** A record or a mark: marks of two types may be called the same. */
  item: ({sort, act, id}: Named) => xmlId(nameOf({sort, act}), id),
  begin: ({sort, act, id}: Named) => xmlId(`begin-${nameOf({sort, act})}`, id),
  end: ({sort, act, id}: Named) => xmlId(`end-${nameOf({sort, act})}`, id),
  /** The words that call a note without a number. */
  reference: (id: string) => xmlId('reference', id),
  beginReference: (id: string) => xmlId('begin-reference', id),
  endReference: (id: string) => xmlId('end-reference', id),
} as const

type Named = Pick<ReviewItem, 'sort' | 'act' | 'id'>

function nameOf({sort, act}: Pick<ReviewItem, 'sort' | 'act'>): string {
  return sort === 'mark' ? act : sort
}
