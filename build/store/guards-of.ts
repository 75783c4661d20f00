import type {Guards} from '../repair/look.ts'

/** What the editors say about words, where names of the edition stand. */
export interface GuardSources {
  /** Of the text: names of its authors, its titles. */
  readonly titles: readonly string[]
  /** Good words of rules.yaml. */
  readonly words: readonly string[]
  /** Names of the edition. */
  readonly names?: readonly string[]
}

/**
 * Gather the words that the rules leave alone.
 *
 * Shape: titles, good words, names → each good word as it stands; of titles and names each part that begins
 * with a capital, with its hyphens and without; all of them also in small letters.
 */
export function guardsOf({titles, words, names = []}: GuardSources): Guards {
  const parts = [...titles, ...names].flatMap((name) => {
    const whole = name.match(/\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu) ?? []
    return [...whole, ...whole.flatMap((one) => one.split('-').filter((part) => part.length > 1))]
  })
  const all = [...words, ...parts]
  return {words: new Set([...all, ...all.map((word) => word.toLowerCase())])}
}
