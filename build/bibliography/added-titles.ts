import type {AddedTitle, Item} from './item.ts'

/** The title in its own script, then in the language of the edition in brackets; doubt has a question mark. */
export function addedTitles({custom: {original, translation}}: Item): string {
  const doubt = ({cert}: AddedTitle): string => (cert === 'high' ? '' : ' (?)')
  return [
    ...(original ? [`${original.title}${doubt(original)}`] : []),
    ...(translation ? [`[${translation.title}${doubt(translation)}]`] : []),
  ].join(' ')
}
