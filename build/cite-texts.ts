import type {CitationPair} from './audit/citation-pairs.ts'
import type {Bibliography} from './bibliography/bibliography.ts'
import {checkBibliography} from './bibliography/check-bibliography.ts'
import type {CheckedBibliography} from './bibliography/check-bibliography.ts'
import {doubtText} from './bibliography/draft/doubt-text.ts'
import type {Items} from './bibliography/item.ts'
import {citationsOf} from './bibliography/placed-citations.ts'
import {finding, isError} from './finding.ts'
import type {Finding} from './finding.ts'
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
  const seen = texts.map(({text}) => {
    return [text.id, new Set(text.citations.seen.map(({note}) => note))] as const
  })
  const cited = checkBibliography(bibliography, new Map(placed), isWhole, new Map(seen))
  const drafted = texts.flatMap(draftedCitations)
  // Doubts would only say again what a check has found.
  const isClean = cited.findings.length + drafted.length === 0
  const doubts = isClean ? doubtsOf(texts, cited.items) : []
  return {...cited, findings: [...cited.findings, ...drafted, ...doubts]}
}

/** One finding for all citations of a text that no editor has compared with their notes. */
function draftedCitations({text}: TextEdition): Finding[] {
  const drafted = text.citations.citations.filter((one) => one.drafted)
  const [first] = drafted
  if (!first) return []
  const ids = drafted.map(({id}) => `\`${id}\``).join(', ')
  const reason = `Unexpected citations of a program: ${ids}; compare them with their notes, then take \`drafted\` out.`
  return [finding({...first.origin, ruleId: 'citation-drafted', reason})]
}

/** What a program that reads the notes doubts of what is said of them. */
function doubtsOf(texts: readonly TextEdition[], items: Items): Finding[] {
  return texts.flatMap(({text: {citations, source}, tree, findings}) => {
    if (citations.citations.length === 0 || findings.some(isError)) return []
    return doubtText({tree, citations, source}, items)
  })
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
