import type {Root} from 'mdast'
import {resolveChains} from '../chain.ts'
import type {Citation, CitationForm} from '../citation.ts'
import {normaliseLocator} from '../locator.ts'
import type {Locator} from '../locator.ts'
import {citationsOf} from '../placed-citations.ts'

/** A citation as other programs get it. Offsets in UTF-16 units of the source. */
export interface ExportedCitation {
  readonly id: string
  /** Id of the note, as `export notes` gives it. */
  readonly note: string
  readonly start: number
  readonly end: number
  readonly item: string
  readonly form: CitationForm
  /** As printed; `null` where the citation has none. */
  readonly locator: string | null
  /** The same in the terms of CSL, ranges in full; of a bare *Ibid.* that of what it repeats. */
  readonly normalised: Locator | null
  readonly antecedent: string | null
}

/** List the citations of a text in the order of its notes. */
export function exportCitations(
  text: string,
  tree: Root,
  citations: readonly Citation[],
): ExportedCitation[] {
  const {resolved} = resolveChains(citationsOf(tree, citations))
  return resolved.map(({note, citation, locator}) => {
    const {id, start, end, item, form, antecedent = null} = citation
    const normalised = locator === undefined ? null : normaliseLocator(locator)
    const printed = citation.locator ?? null
    return {
      id,
      note: `${text}-${note}`,
      start,
      end,
      item,
      form,
      locator: printed,
      normalised,
      antecedent,
    }
  })
}
