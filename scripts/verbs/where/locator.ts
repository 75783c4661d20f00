/** A place as it is cited: a page, paragraph or note, of one text or of any. */
export interface Sought {
  /** TEXT or EDITION/TEXT; left out when all texts are meant. */
  readonly text: string | undefined
  readonly kind: 'page' | 'paragraph' | 'note'
  /** Number or sign, without brackets. */
  readonly name: string
  /** Whether it is as well a phrase, as `note well`: sought as words where nothing is called so. */
  readonly isPhrase: boolean
}

/**
 * Read a place as it is cited.
 *
 * Shape: the words of a call → what is sought, when the whole of them is a locator: `p. 198`, `[12]`, `¶ 7`,
 * `par. 7`, `#7`, `note 12`, `n. *`, each with the name of a text before it or not; `undefined` when they
 * are words.
 */
export function parseLocator(words: string): Sought | undefined {
  const [, text, rest = ''] = withText.exec(words) ?? []
  // `p. [43]` is a page and no text called `p.`.
  return whole(undefined, words) ?? (text === undefined ? undefined : whole(text, rest))
}

/** A locator, or several as they are printed, `p. [42], ¶ 6`: the last one says most. */
function whole(text: string | undefined, words: string): Sought | undefined {
  const parts = words.split(/,\s+/).map((part) => named(text, part))
  return parts.every((part) => part !== undefined) ? parts.at(-1) : undefined
}

// The id of a text, or those of its edition and of the text, and something behind it.
const withText = /^([a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)?)\s+(\S.*)$/s

// A page has a figure in its label, 198 or 12a, or is a Roman number; a phrase such as “page turner” has not.
const figure = String.raw`[\w-]{0,12}\d[\w-]{0,12}`
const roman = '(?=[mdclxvi])m{0,4}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})'
const label = `(${figure}|${roman}|${roman.toUpperCase()})`

const patterns: readonly [kind: Sought['kind'], pattern: RegExp][] = [
  ['page', new RegExp(String.raw`^(?:p\.|page)\s*(?:${label}|\[${label}\])$`)],
  // Any label may stand in brackets behind `p.`.
  ['page', /^(?:p\.|page)\s*\[([^[\]\n]{1,24})\]$/],
  ['page', new RegExp(String.raw`^\[${label}\]$`)],
  ['paragraph', /^(?:¶|par\.?|paragraph|#)\s*(\d{1,6})$/],
  // A number, a sign or several, or the name that the editors gave a note without either.
  ['note', /^(?:n\.|note)\s*([\p{L}\p{N}][\p{L}\p{N}.-]{0,30}(?<![.-])|[*†‡§‖¶]{1,4})$/u],
]

function named(text: string | undefined, rest: string): Sought | undefined {
  for (const [kind, pattern] of patterns) {
    const name = pattern
      .exec(rest)
      ?.slice(1)
      .find((one) => one !== undefined)
    if (name !== undefined)
      return {text, kind, name, isPhrase: kind === 'note' && phrase.test(name)}
  }
  return undefined
}

// Letters alone.
const phrase = /^[\p{L}.-]+$/u
