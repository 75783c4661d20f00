import type {Item, ItemName} from './item.ts'

/** The name by which a person or body is sorted and called for short. */
export function familyOf(name: ItemName): string {
  return 'literal' in name ? name.literal : name.family
}

/** Authors, or the editors of a work that has none. */
export function leadersOf({author = [], editor = []}: Item): readonly ItemName[] {
  return author.length > 0 ? author : editor
}

/** Whether names go on beyond those that are printed. */
export const others = 'et al.'

/**
 * Write names: the first as it is sorted when it leads, the others as they are spoken; family names first
 * where the name, or its item, says so.
 */
export function namesOf(names: readonly ItemName[], {custom}: Item, leads: boolean): string {
  const list = names.map((name, index) => {
    if ('literal' in name) return name.literal
    if (name.given === undefined) return name.family
    const isOrdered = name['static-ordering'] ?? custom.nameOrder === 'family-first'
    if (isOrdered) return `${name.family} ${name.given}`
    return leads && index === 0 ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`
  })
  // A name that is turned round has a comma of its own.
  const isTurned = leads && (list[0]?.includes(', ') ?? false)
  if (list.at(-1) === others) {
    return `${list.slice(0, -1).join(', ')}${isTurned || list.length > 2 ? ',' : ''} ${others}`
  }
  return isTurned && list.length === 2 ? `${list[0]}, and ${list[1]}` : listed(list)
}

/** `A`, `A and B`, `A, B, and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}
