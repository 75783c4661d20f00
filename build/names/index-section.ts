import type {NameKind} from './name.ts'

/** The parts of an index. */
export const indexSections = ['person', 'place', 'subject'] as const
export type IndexSection = (typeof indexSections)[number]

/** The part of the index in which a kind of name stands. */
export function indexSection(kind: NameKind): IndexSection {
  return kind === 'person' || kind === 'place' ? kind : 'subject'
}
