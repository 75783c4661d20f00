/** A name of CSL-JSON: a person, or a body as it calls itself. */
export type ItemName =
  | {
      readonly family: string
      readonly given?: string | undefined
      /** Whether the family name stands first in its language; as the item says, when left out. */
      readonly 'static-ordering'?: boolean | undefined
    }
  | {readonly literal: string}

/** A date of CSL-JSON: year, month, day, as far as they are known. */
export interface ItemDate {
  readonly 'date-parts': readonly (readonly number[])[]
  /** As the note has it, where it says more: `Fall 2007/Winter 2008`. */
  readonly literal?: string | undefined
}

/** The types of CSL that an edition may use. */
export const itemTypes = [
  'book',
  'chapter',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'manuscript',
  'speech',
  'report',
  'standard',
  'collection',
  'document',
  'entry-encyclopedia',
  'interview',
  'personal_communication',
  'periodical',
  'webpage',
] as const

/** Where an item stands in the bibliography: its sections, in their order. */
export const itemSections = ['archive', 'document', 'newspaper', 'work', 'named'] as const
export type ItemSection = (typeof itemSections)[number]

/** How certain an editor is of what the print does not say. */
export const itemCertainties = ['high', 'medium', 'low'] as const

/** The levels of an archival signature, from the repository down. */
export const archiveLevels = ['fond', 'opis', 'papka', 'dans', 'delo', 'khn', 'leaves'] as const
export type ArchiveLevel = (typeof archiveLevels)[number]

/** The signature of an archival document, as far as the note gives it. */
export type ArchiveSignature = {
  readonly repository: string
  /** What the abbreviation of the repository stands for. */
  readonly repositoryName?: string | undefined
  /** How certain the name is, where no note spells it out and the editors do. */
  readonly nameCert?: (typeof itemCertainties)[number] | undefined
  readonly place?: string | undefined
} & {readonly [level in ArchiveLevel]?: string | undefined}

/** A title that an editor adds, and how certain it is. */
export interface AddedTitle {
  readonly title: string
  readonly cert: (typeof itemCertainties)[number]
}

/** What a full citation should have of its item. */
export const particularNames = [
  'author',
  'title',
  'container',
  'volume',
  'issue',
  'place',
  'publisher',
  'date',
  'pages',
  'signature',
] as const
export type Particular = (typeof particularNames)[number]

/** Fields of which the note may print another form than the bibliography has. */
export const printedNames = [
  'author',
  'title',
  'container-title',
  'volume',
  'issue',
  'publisher',
  'publisher-place',
  'date',
  'page',
] as const

/** Fields that bibliography.json may shorten where a source may not be passed on. */
export const shortenedNames = ['title', 'container-title'] as const
export type Shortened = (typeof shortenedNames)[number]

/** What the editors say of an item beyond CSL. */
export interface EditorsLayer {
  readonly section: ItemSection
  /** Id of the item it is published in. */
  readonly host?: string | undefined
  readonly archive?: ArchiveSignature | undefined
  /** What the notes call it for short, in every form they use; the first is the one of the edition. */
  readonly abbreviations?: readonly string[] | undefined
  /** `family-first` when its authors are named family name first. */
  readonly nameOrder?: 'family-first' | undefined
  /** Fields as the note prints them, where the bibliography corrects a published title. */
  readonly printed?:
    {readonly [field in (typeof printedNames)[number]]?: string | undefined} | undefined
  /** Particulars that its full citation does not give, because another citation of the note does. */
  readonly unprinted?: readonly Particular[] | undefined
  /** Fields whose “…” stands for words that the citing note has. */
  readonly shortened?: readonly Shortened[] | undefined
  /** The title in its own script. */
  readonly original?: AddedTitle | undefined
  /** The title in the language of the edition. */
  readonly translation?: AddedTitle | undefined
  /** Ids of items that look like this one, or have its leaves, and are others; each note says why. */
  readonly distinct?: readonly string[] | undefined
  /** What looks doubtful in the print. */
  readonly flags?: readonly string[] | undefined
  /** That a program wrote the item, and no editor has compared it with its note. */
  readonly drafted?: true | undefined
}

/** A cited work or document: an item of CSL-JSON, with the editors' layer under `custom`. */
export interface Item {
  readonly id: string
  readonly type: (typeof itemTypes)[number]
  readonly title?: string | undefined
  readonly author?: readonly ItemName[] | undefined
  readonly editor?: readonly ItemName[] | undefined
  readonly translator?: readonly ItemName[] | undefined
  readonly 'container-title'?: string | undefined
  readonly 'collection-title'?: string | undefined
  readonly edition?: string | undefined
  readonly genre?: string | undefined
  readonly volume?: string | undefined
  readonly 'volume-title'?: string | undefined
  readonly issue?: string | undefined
  readonly number?: string | undefined
  readonly page?: string | undefined
  readonly section?: string | undefined
  readonly publisher?: string | undefined
  readonly 'publisher-place'?: string | undefined
  readonly issued?: ItemDate | undefined
  readonly language?: string | undefined
  readonly note?: string | undefined
  readonly custom: EditorsLayer
}

/** Items by id. */
export type Items = ReadonlyMap<string, Item>

/** The item that one is published in, if that is an item too. */
export function hostOf({custom: {host}}: Item, items: Items): Item | undefined {
  return host === undefined ? undefined : items.get(host)
}

/** The year of an item, if it has one. */
export function yearOf(item: Item): number | undefined {
  return item.issued?.['date-parts'][0]?.[0]
}

/** Whether the editors say of one of two items that it is not the other. */
export function areDistinct(a: Item, b: Item): boolean {
  return Boolean(a.custom.distinct?.includes(b.id) || b.custom.distinct?.includes(a.id))
}

/** Id of what an item is published in, or its own where it stands alone. */
export function collectionOf(id: string, items: Items): string {
  return items.get(id)?.custom.host ?? id
}
