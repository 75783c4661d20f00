import {isSameFilters, readAddress, writeAddress} from '../state/filters.ts'
import type {Filters} from '../state/filters.ts'
import {narrow} from '../state/matches.ts'
import {findEntry, withFilters} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import type {Ground} from './ground.ts'

/** How long a reviewer stays at an item before the address names it, in milliseconds. */
const patience = 250

/** The address of the page: it names the filters and the open item, and leads back to them. */
export interface AddressBar {
  /** Take over what the address says. */
  read(): void
  /** Narrow the queue; each choice is a step that the browser can take back, each letter is not. */
  narrow(filters: Filters, isWriting: boolean): void
  /** Write the open item into the address. */
  update(): void
}

/** Make the address follow the review, and the review the address. */
export function makeAddressBar({get, set}: Ground): AddressBar {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hashOf = ({filters, at}: Review): string =>
    writeAddress({filters, item: at?.key ?? null}) || '#'
  const write = (): void => {
    clearTimeout(timer)
    const hash = hashOf(get())
    if (hash !== (location.hash || '#')) history.replaceState(null, '', hash)
  }
  const bar: AddressBar = {
    read() {
      const review = get()
      const {filters, item} = readAddress(location.hash)
      const queue = narrow({...review, filters})
      const at = (item === null ? null : findEntry(review, item)) ?? queue[0] ?? null
      set({filters, queue, at})
    },
    narrow(filters, isWriting) {
      const review = get()
      if (!isWriting && isSameFilters(filters, readAddress(location.hash).filters)) {
        if (isSameFilters(filters, review.filters)) return
      }
      const next = withFilters(review, filters)
      if (!isWriting) history.pushState(null, '', hashOf(next))
      set(next)
      if (isWriting) write()
    },
    update() {
      clearTimeout(timer)
      timer = setTimeout(write, patience)
    },
  }
  addEventListener('popstate', () => {
    clearTimeout(timer)
    bar.read()
  })
  return bar
}
