/** A place as it is cited: a page, paragraph or note, of one text or of any. */
export interface Sought {
  /** TEXT or EDITION/TEXT; left out when all texts are meant. */
  readonly text: string | undefined
  readonly kind: 'page' | 'paragraph' | 'note'
  /** Number or sign, without brackets. */
  readonly name: string
}

/**
 * Read a place as it is cited.
 *
 * Shape: the words of a call → what is sought, when the whole of them is a locator: `p. 198`, `[12]`, `¶ 7`,
 * `par. 7`, `#7`, `note 12`, `n. *`, each with the name of a text before it or not; `undefined` when they
 * are words.
 */
export function parseLocator(words: string): Sought | undefined {
  const [, text, rest = ''] = /^(?:([a-z][\w.-]*(?:\/[a-z][\w.-]*)?)\s+)?(\S.*)$/s.exec(words) ?? []
  return named(text, rest) ?? named(undefined, words)
}

const patterns = {
  // A page has a number, in Arabic or Roman figures, or a label of a few characters in brackets.
  page: /^(?:(?:pp?\.|page)\s*\[?([\w-]{1,12})\]?|\[([\w-]{1,12})\])$/,
  paragraph: /^(?:¶|par\.?|paragraph|#)\s*(\d{1,6})$/,
  note: /^(?:n\.|note)\s*([\w*†‡§-]{1,12})$/,
} as const

function named(text: string | undefined, rest: string): Sought | undefined {
  for (const [kind, pattern] of Object.entries(patterns)) {
    const match = pattern.exec(rest)
    const name = match?.[1] ?? match?.[2]
    if (name !== undefined) return {text, kind: kind as Sought['kind'], name}
  }
  return undefined
}
