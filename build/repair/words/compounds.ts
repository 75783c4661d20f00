import type {Language} from '../language/language.ts'

/** What the compounds of a language say about words as their parts; per million throughout. */
export interface Compounds {
  /** Compounds that begin with a word. */
  beginning(word: string): number
  /** Compounds that end in a word. */
  ending(word: string): number
  /** Which part of the words that begin so are written with a hyphen, from 0 to 1. */
  hyphenShare(prefix: string): number
}

const made = new WeakMap<Language, Compounds>()

/** Ask the compounds of a language about their parts; indexed once for each language. */
export function openCompounds(language: Language): Compounds {
  const known = made.get(language)
  if (known) return known
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (const compound of language.compounds) {
    const uses = language.compound(compound)
    const parts = compound.split('-')
    add(first, parts[0] ?? '', uses)
    add(last, parts.at(-1) ?? '', uses)
  }
  const shares = new Map<string, number>()
  const beginning = (word: string): number => first.get(word) ?? 0
  const hyphenShare = (prefix: string): number => {
    const share = shares.get(prefix) ?? shareOf(prefix, beginning(prefix), language)
    shares.set(prefix, share)
    return share
  }
  const compounds = {beginning, ending: (word: string) => last.get(word) ?? 0, hyphenShare}
  made.set(language, compounds)
  return compounds
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}

function shareOf(prefix: string, hyphenated: number, language: Language): number {
  let closed = 0
  const {words} = language
  for (let at = firstFrom(words, prefix); at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith(prefix)) break
    const rest = word.slice(prefix.length)
    if (rest.length > 2 && language.lower(language.id(rest)) > 0.5) closed += language.lower(at)
  }
  return hyphenated / (hyphenated + closed + 0.05)
}

/** The first word, after the stops, that does not come before a prefix in the alphabet. */
function firstFrom(words: readonly string[], prefix: string): number {
  let low = 5
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}
