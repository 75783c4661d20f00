import type {Root} from 'mdast'
import {blocksOf} from '../structure/locators.ts'
import type {Block, Locator} from '../structure/locators.ts'

/** Finds where a place of the source stands in the edition. Offsets in UTF-16 units of the source. */
export type Locate = (offset: number) => Locator

/**
 * Make a {@link Locate} of an edition tree.
 *
 * Shape: tree → a function from an offset of the source to page, paragraph and note; of what stands
 * nowhere (a dropped head, a line end) those of the words before it, of what comes before all those of the
 * first.
 */
export function locateIn(tree: Root): Locate {
  const runs = blocksOf(tree)
    .flatMap((block) =>
      block.runs.flatMap(({leaf, page}) =>
        leaf ? [{start: leaf.position.start.offset, locator: locatorOf(block, page)}] : [],
      ),
    )
    .sort((a, b) => a.start - b.start)
  return (offset) => {
    let low = 0
    let high = runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((runs[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return runs[low]?.locator ?? {page: undefined, paragraph: undefined, note: undefined}
  }
}

function locatorOf({paragraph, note}: Block, page: string | undefined): Locator {
  return {page, paragraph, note}
}
