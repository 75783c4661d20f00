import type {AddedTitle, Item} from './item.ts'

/** A title that the editors add, and its language where it is known. */
export interface WrittenTitle {
  readonly text: string
  readonly language?: string | undefined
}

/** The title in its own script, then in the language of the edition in brackets; doubt has a question mark. */
export function addedTitles({language, custom: {original, translation}}: Item): WrittenTitle[] {
  const doubt = ({cert}: AddedTitle): string => (cert === 'high' ? '' : ' (?)')
  return [
    ...(original
      ? [{text: `${original.title}${doubt(original)}`, language: language?.split('-')[0]}]
      : []),
    ...(translation ? [{text: `[${translation.title}${doubt(translation)}]`}] : []),
  ]
}

/** Added titles as one run of words. */
export function textOf(titles: readonly WrittenTitle[]): string {
  return titles.map(({text}) => text).join(' ')
}
