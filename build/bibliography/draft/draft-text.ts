import {digest} from '../../text/digest.ts'
import {toPlace} from '../../text/place.ts'
import type {Place} from '../../text/place.ts'
import {unusedName} from '../../text/unused-name.ts'
import type {CitationForm} from '../citation.ts'
import {yearOf} from '../item.ts'
import type {Item, Items} from '../item.ts'
import {familyOf} from '../names.ts'
import {hasWords} from '../naming.ts'
import type {DraftCitation} from './draft-citations.ts'
import {itemOfDraft} from './item-of-draft.ts'
import {readNotes} from './read-notes.ts'
import type {DraftedText} from './read-notes.ts'

/** A citation as citations.yaml would have it. */
export interface ProposedCitation {
  readonly id: string
  readonly note: string
  readonly words: string
  readonly at: Place
  readonly to: Place
  readonly digest: string
  readonly item: string
  readonly form: CitationForm
  readonly locator?: string | undefined
  readonly antecedent?: string | undefined
}

/** What a program makes of the notes of a text. */
export interface TextDraft {
  /** Citations in notes of which nothing is said. */
  readonly citations: readonly ProposedCitation[]
  /** Items that these cite and the bibliography does not have. */
  readonly items: readonly Item[]
  /** Notes of which nothing is said, and in which nothing was found. */
  readonly empty: readonly string[]
}

/**
 * Draft what the notes of a text cite where nothing is said of it.
 *
 * Shape: text, items, what the ids of its citations begin with → citations, items, notes without any.
 */
export function draftText(text: DraftedText, items: Items, prefix: string): TextDraft {
  const {notes, pairs, said, spanOf} = readNotes(text)
  const {source} = text
  const drafts = pairs.map(({draft}) => draft)
  const known = new Map(
    pairs.flatMap(({draft, curated}) => (curated ? [[draft.work, curated.citation.item]] : [])),
  )
  for (const draft of drafts) {
    if (!known.has(draft.work)) known.set(draft.work, idFor(draft, items, new Set(known.values())))
  }
  const itemOf = (draft: DraftCitation): string => known.get(draft.work) ?? draft.work
  const ids = idsOf(
    drafts,
    pairs.map(({curated}) => curated?.citation.id),
    prefix,
  )
  const fresh = drafts.filter(({note}) => !said.has(note))
  const proposed = fresh.flatMap((draft): ProposedCitation[] => {
    const span = spanOf(draft)
    if (!span) return []
    return [
      {
        id: ids.get(draft) ?? '',
        note: draft.note,
        words: draft.words,
        at: toPlace(source.lines, span.start),
        to: toPlace(source.lines, span.end),
        digest: digest(source.value.slice(span.start, span.end)),
        item: itemOf(draft),
        form: draft.form,
        locator: draft.locator,
        antecedent: ids.get(drafts[draft.antecedent ?? -1]),
      },
    ]
  })
  const found = new Set([...said, ...proposed.map(({note}) => note)])
  const made = new Map(
    fresh
      .filter((draft) => !items.has(itemOf(draft)))
      .toReversed()
      // The first citation of a work says most of it.
      .map((draft) => [itemOf(draft), itemOfDraft(draft, itemOf(draft))]),
  )
  return {
    citations: proposed,
    items: [...made.values()].toReversed(),
    empty: notes.filter((note) => !found.has(note)),
  }
}

/** The id of the item of the bibliography that a draft seems to cite, or one that no item has. */
function idFor(draft: DraftCitation, items: Items, used: ReadonlySet<string>): string {
  const same = [...items.values()].find((item) => isSame(draft, item))
  if (same) return same.id
  const letters = ['', ...Array.from({length: 25}, (_, at) => String.fromCodePoint(98 + at))]
  const isFree = (id: string): boolean => !items.has(id) && !used.has(id)
  const letter = letters.find((one) => isFree(`${draft.work}${one}`))
  return letter === undefined
    ? unusedName(draft.work, new Set([...items.keys(), ...used]), 'x')
    : `${draft.work}${letter}`
}

/** Whether a draft and an item are one work, in the same edition: title, first author and year. */
function isSame({title, author, year}: DraftCitation, item: Item): boolean {
  if (title === undefined || item.title === undefined) return false
  const names = [...(item.author ?? []), ...(item.editor ?? [])]
  const isBy = names.some((one) => hasWords(author ?? '', familyOf(one)))
  const isOf = year === undefined || yearOf(item) === undefined || yearOf(item) === Number(year)
  const isTitled = hasWords(item.title, title) || hasWords(title, item.title)
  return isTitled && isOf && (isBy || (names.length === 0 && author === undefined))
}

/** Ids for drafts: those of the editors where there are some, else note and letter. */
function idsOf(
  drafts: readonly DraftCitation[],
  curated: readonly (string | undefined)[],
  prefix: string,
): Map<DraftCitation | undefined, string> {
  const used = new Set(curated.filter((id) => id !== undefined))
  const letters = Array.from({length: 26}, (_, at) => String.fromCodePoint(97 + at))
  return new Map(
    drafts.map((draft, index) => {
      const own = curated[index]
      if (own !== undefined) return [draft, own]
      const stem = `${prefix}.${draft.note.toLowerCase().replaceAll(/[^a-z0-9]/g, '') || 'note'}`
      const letter = letters.find((one) => !used.has(`${stem}.${one}`)) ?? 'a'
      const id = unusedName(`${stem}.${letter}`, used)
      used.add(id)
      return [draft, id]
    }),
  )
}
