import {finding} from '../../finding.ts'
import type {Finding, FindingFields} from '../../finding.ts'
import {collectionOf, hostOf} from '../item.ts'
import type {Item, Items} from '../item.ts'
import {familyOf} from '../names.ts'
import {hasWords} from '../naming.ts'
import type {PlacedCitation} from '../placed-citations.ts'
import {familyIn} from './draft-citations.ts'
import type {DraftCitation} from './draft-citations.ts'

/** A draft with the citation of the editors that stands at its place, if one does. */
export interface Pair {
  readonly draft: DraftCitation
  readonly curated: PlacedCitation | undefined
}

/**
 * Pair what a program has found with what the editors say: those of one note whose words hold each other.
 */
export function pairDrafts(
  drafts: readonly DraftCitation[],
  placed: readonly PlacedCitation[],
): Pair[] {
  const used = new Set<PlacedCitation>()
  return drafts.map((draft) => {
    const curated = placed.find((one) => {
      return one.note === draft.note && !used.has(one) && areOne(one.words, draft.words)
    })
    if (curated) used.add(curated)
    return {draft, curated}
  })
}

function areOne(a: string, b: string): boolean {
  return hasWords(a, b) || hasWords(b, a)
}

/**
 * Hold what the editors say against what a program has found: what they may have overlooked.
 *
 * Shape: pairs in the order of the drafts, items, whether a note is to be doubted, where a draft stands →
 * findings `citation-doubt`, all warnings: words that look like a citation and are none, another form, work,
 * locator, year or author. A program errs; none of them is more than a reason to look.
 */
export function compareDrafts(
  pairs: readonly Pair[],
  items: Items,
  isDoubted: (note: string) => boolean,
  placeOf: (draft: DraftCitation) => Pick<FindingFields, 'file' | 'place'>,
): Finding[] {
  return pairs.flatMap(({draft, curated}): Finding[] => {
    if (!isDoubted(draft.note)) return []
    if (!curated) {
      if (draft.form === 'mention') return []
      const reason = `Expected a citation in note \`${draft.note}\`: ${shown(draft.words)}.`
      const fields = {ruleId: 'citation-doubt', reason, severity: 'warning'} as const
      return [finding({...placeOf(draft), ...fields})]
    }
    const {citation} = curated
    const item = items.get(citation.item)
    if (!item) return []
    const before = pairs[draft.antecedent ?? -1]?.curated
    const found = differences(draft, curated, item, items)
    if (before && collectionOf(before.citation.item, items) !== collectionOf(item.id, items)) {
      found.push(`item \`${item.id}\` of words that seem to go back to \`${before.citation.id}\``)
    }
    return found.map((what) =>
      finding({
        ...citation.origin,
        ruleId: 'citation-doubt',
        reason: `Unexpected ${what}; look again.`,
        severity: 'warning',
      }),
    )
  })
}

function differences(
  draft: DraftCitation,
  {citation, words}: PlacedCitation,
  item: Item,
  items: Items,
): string[] {
  const found: string[] = []
  const isBackward = (form: string): boolean => form === 'ibid' || form === 'opcit'
  if (draft.form !== citation.form && (isBackward(draft.form) || isBackward(citation.form))) {
    found.push(`form \`${citation.form}\` of words that look like \`${draft.form}\``)
  }
  if (draft.locator !== undefined && draft.locator !== citation.locator) {
    const said = citation.locator === undefined ? 'no locator' : `locator “${citation.locator}”`
    found.push(`${said} of words that end with “${draft.locator}”`)
  }
  const host = hostOf(item, items)
  const years = [item, host].flatMap((one) => {
    return one?.issued?.['date-parts'].map(([year]) => year) ?? []
  })
  const isDated = years.length > 0
  if (draft.year !== undefined && isDated && !years.includes(Number(draft.year))) {
    found.push(`year ${years[0]} of item \`${item.id}\`, where the note has ${draft.year}`)
  }
  const people = [...(item.author ?? []), ...(item.editor ?? []), ...(host?.editor ?? [])]
  const names = people.map(familyOf)
  const family = familyIn(draft.author)
  const isKnown = names.some((name) => hasWords(draft.author ?? '', name))
  if (draft.form === 'full' && family && hasWords(words, family) && names.length > 0 && !isKnown) {
    found.push(`author ${names[0]} of item \`${item.id}\`, where the note has ${draft.author}`)
  }
  return found
}

function shown(words: string): string {
  return words.length > 60 ? `“${words.slice(0, 57)} …”` : `“${words}”`
}
