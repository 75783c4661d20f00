/**
 * What a browser must be told of an element, so that the finished PDF can say it.
 *
 * A browser writes the structure of a page into its PDF, but not the classes: all that gets
 * through, beside the name of an element, is its language. So the role of an element travels as a
 * private part of its language tag (`en-x-note-12`), and the finishing pass takes it off again.
 * Source: BCP 47, section 2.2.7 (private use subtags have at most eight letters or figures).
 */

/**
 * The roles that travel; `gen` and `genblock` stand for words and blocks that the edition adds,
 * `address` for where a link leads.
 */
export const tagRoles = [
  'gen',
  'genblock',
  'address',
  'note',
  'art',
  'sect',
  'toc',
  'toci',
  'span',
] as const

/** A role that travels. */
export type TagRole = (typeof tagRoles)[number]

/** What an element is. */
export interface Tag {
  readonly language: string
  readonly role: TagRole
  /** Which note it is. */
  readonly number?: number | undefined
  /** Whether the element goes on from the page before. */
  readonly isMore?: boolean
}

/** Write a role into a language tag. */
export function writeTag({language, role, number, isMore = false}: Tag): string {
  return [
    language,
    'x',
    role,
    ...(number === undefined ? [] : [number]),
    ...(isMore ? ['more'] : []),
  ].join('-')
}

/** Read a role out of a language tag; `null` when there is none. */
export function readTag(tag: string): Tag | null {
  const match = /^(.*?)-x-([a-z]+)(?:-(\d+))?(-more)?$/.exec(tag)
  const [, language = '', role, number, more] = match ?? []
  if (!isRole(role)) return null
  return {
    language,
    role,
    number: number === undefined ? undefined : Number(number),
    isMore: more !== undefined,
  }
}

function isRole(role: string | undefined): role is TagRole {
  return (tagRoles as readonly (string | undefined)[]).includes(role)
}
