/** Joined letters, longest first. */
export const ligatures: readonly string[] = ['ffi', 'ffl', 'ff', 'fi', 'fl']

const joined = /ff[il]?|f[il]/
const every = /ff[il]?|f[il]/g

/**
 * What may be left of each ligature when a text layer loses it: nothing, or its first letter; in a
 * fount without the longer forms, also the letter before or after the two that were joined.
 */
const remains: Readonly<Record<string, readonly string[]>> = {
  ffi: ['', 'f', 'ff', 'fi', 'i'],
  ffl: ['', 'f', 'ff', 'fl', 'l'],
  ff: ['', 'f'],
  fi: ['', 'f'],
  fl: ['', 'f'],
}

/**
 * All that can be left of a word when ligatures are lost.
 *
 * Shape: word in small letters → damaged forms, each of them once, without the word itself; none
 * for a word without ligatures. Forms that are empty are left out.
 */
export function damagedForms(word: string): string[] {
  const first = joined.exec(word)
  if (!first) return []
  const [letters] = first
  const before = word.slice(0, first.index)
  const rest = word.slice(first.index + letters.length)
  const left = remains[letters] ?? []
  // Most words have one.
  if (!joined.test(rest))
    return left.map((one) => before + one + rest).filter((form) => form !== '')
  if (rest.match(every)?.length !== 1) return severalForms(word)
  const later = [rest, ...damagedForms(rest)]
  const forms = [letters, ...left].flatMap((one) => later.map((end) => before + one + end))
  return [...new Set(forms)].filter((form) => form !== word)
}

/** The same for words with three; words with more are no words of a language. */
function severalForms(word: string): string[] {
  const found = [...word.matchAll(every)]
  if (found.length > 3) return []
  let forms = ['']
  let at = 0
  for (const {0: letters, index} of found) {
    const between = word.slice(at, index)
    const choices = [letters, ...(remains[letters] ?? [])]
    forms = forms.flatMap((form) => choices.map((choice) => form + between + choice))
    at = index + letters.length
  }
  const rest = word.slice(at)
  return [...new Set(forms.map((form) => form + rest))].filter((form) => form !== word)
}
