import type {CitationPair} from './audit/citation-pairs.ts'
import type {Bibliography} from './bibliography/bibliography.ts'
import {checkBibliography} from './bibliography/check-bibliography.ts'
import type {CheckedBibliography} from './bibliography/check-bibliography.ts'
import {citationsOf} from './bibliography/placed-citations.ts'
import {entryId, noteId} from './html/ids.ts'
import type {TextEdition} from './model/edited-text.ts'

/**
 * Follow what the notes of the texts cite to the bibliography of the edition.
 *
 * Shape: edited texts, bibliography, whether all texts of the edition are there → items, citations, findings.
 */
export function citeTexts(
  texts: readonly TextEdition[],
  bibliography: Bibliography,
  isWhole: boolean,
): CheckedBibliography {
  const placed = texts.map(({text, tree}) => {
    return [text.id, citationsOf(tree, text.citations.citations)] as const
  })
  return checkBibliography(bibliography, new Map(placed), isWhole)
}

/** The notes and entries that must lead to each other in the outputs. */
export function citationPairs({citations}: CheckedBibliography): CitationPair[] {
  return [...citations].flatMap(([text, list]) =>
    list.map(({note, citation}) => ({
      document: `text-${text}`,
      note: noteId(text, note),
      entry: entryId(citation.item),
    })),
  )
}
