import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {backwardForm} from './backward-form.ts'
import type {ResolvedCitation} from './chain.ts'
import {archiveLevels, collectionOf, hostOf} from './item.ts'
import type {Item, Items} from './item.ts'
import {hereafter} from './hereafter.ts'
import {hasWords} from './naming.ts'

/**
 * Check how the notes of a text refer back, and what they leave unexplained.
 *
 * Shape: citations in the order of the notes, items → findings: `citation-form` when words such as *Ibid.* or
 * *op. cit.* stand in a citation of another form, or a citation of that form lacks them; `citation-jump`
 * (warning) when another citation stands between an *Ibid.* and its antecedent, in a note not `seen`; `citation-early`
 * (warning) when a work is cited in short before it is cited in full; `citation-abbreviation` (warning) when a
 * note shortens something that neither its item nor what that is published in explains.
 */
export function checkForms(
  citations: readonly ResolvedCitation[],
  items: Items,
  seen: ReadonlySet<string> = new Set(),
): Finding[] {
  const findings: Finding[] = []
  const known = new Set<string>()
  const told = new Set<string>()
  const later = fullCitations(citations, items)
  const byId = new Map(citations.map(({citation}) => [citation.id, citation]))
  for (const {citation, words, note, isNext} of citations) {
    const item = items.get(citation.item)
    if (!item) continue
    const host = hostOf(item, items)
    const family = collectionOf(item.id, items)
    const say = (ruleId: string, reason: string, severity?: 'warning'): void => {
      findings.push(finding({...citation.origin, ruleId, reason, ...(severity ? {severity} : {})}))
    }
    const said = backwardForm(words)
    const isBackward = citation.form === 'ibid' || citation.form === 'opcit'
    if (said !== (isBackward ? citation.form : null)) {
      const what = said === null ? 'without words that say so' : `in words of form \`${said}\``
      say('citation-form', `Unexpected form \`${citation.form}\` ${what}; correct it.`)
    }
    const goesBack = byId.get(citation.antecedent ?? '')
    if (citation.form === 'ibid' && goesBack && !isNext && !seen.has(note)) {
      const reason = `Unexpected antecedent \`${goesBack.id}\` of an *Ibid.*, for another citation stands between; correct it, or name the note under \`seen\`.`
      const fields = {ruleId: 'citation-jump', reason, severity: 'warning'} as const
      findings.push(finding({...citation.origin, ...fields, related: goesBack.origin}))
    }
    if (citation.form === 'full') known.add(family)
    const full = later.get(family)
    if (!known.has(family) && full && (citation.form === 'short' || isBackward)) {
      const reason = `Unexpected form \`${citation.form}\` before \`${full.id}\`, which cites \`${citation.item}\` in full for the first time; look at both again.`
      findings.push(
        finding({
          ...citation.origin,
          ruleId: 'citation-early',
          reason,
          severity: 'warning',
          related: full.origin,
        }),
      )
    }
    for (const short of [...abbreviationsIn(words), ...introducedIn(words)]) {
      if (explains(item, short) || (host && explains(host, short))) continue
      if (told.has(`${family} ${short}`)) continue
      told.add(`${family} ${short}`)
      const reason = `Unexpected abbreviation “${short}”, which item \`${item.id}\` does not explain; list it under \`abbreviations\` of the item or of its host.`
      say('citation-abbreviation', reason, 'warning')
    }
  }
  return findings
}

/** The first full citation of each work; documents count for what they are published in. */
function fullCitations(
  citations: readonly ResolvedCitation[],
  items: Items,
): Map<string, ResolvedCitation['citation']> {
  const found = new Map<string, ResolvedCitation['citation']>()
  for (const {citation} of citations) {
    if (citation.form !== 'full') continue
    const family = collectionOf(citation.item, items)
    if (!found.has(family)) found.set(family, citation)
  }
  return found
}

/** What a note says that something will be called: `(hereafter SKO)`. */
function introducedIn(words: string): string[] {
  const name = hereafter.exec(words)?.[1]?.trim()
  return name === undefined ? [] : [name]
}

/** Words of three capitals or more; roman numbers apart. */
function abbreviationsIn(words: string): string[] {
  return [...words.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu)]
    .map(([short]) => short)
    .filter((short) => !/^[IVXLCDM]+$/.test(short))
}

/** Whether an item has an abbreviation among its words: its title, names, house or signature. */
function explains(item: Item, short: string): boolean {
  const {custom, publisher, title, note} = item
  const {archive, abbreviations = [], printed = {}} = custom
  const names = [...(item.author ?? []), ...(item.editor ?? [])].map((name) =>
    'literal' in name ? name.literal : `${name.family} ${name.given ?? ''}`,
  )
  const said = [
    ...abbreviations,
    ...names,
    ...Object.values(printed),
    ...(archive ? [archive.repository, ...archiveLevels.map((level) => archive[level])] : []),
    title,
    publisher,
    note,
    item.number,
    item['container-title'],
    item['collection-title'],
    item['publisher-place'],
  ]
  return said.some((words) => words !== undefined && hasWords(words, short))
}
