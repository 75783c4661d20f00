import type {Names} from './name.ts'
import {romanizationKeys} from './romanization-keys.ts'

/** Two forms that may be of one name. */
export interface FormPair {
  /** A form that stands in a name. */
  readonly known: string
  /** Id of that name. */
  readonly name: string
  /** A form of another name, or words that are in none. */
  readonly other: string
  /** Id of the other name, if it is one. */
  readonly otherName: string | undefined
}

/**
 * Propose forms that may be of one name under two romanizations of Chinese.
 *
 * Shape: names, words that are in no form → pairs, each once, in the order of names.yaml.
 */
export function proposePairs({names}: Names, unbound: readonly string[]): FormPair[] {
  const all = [...names.values()].flatMap(({id, forms, also}) =>
    [...forms, ...also].map(({form}) => ({form, name: id as string | undefined})),
  )
  all.push(...unbound.map((form) => ({form, name: undefined})))
  const byKey = new Map<string, (typeof all)[number][]>()
  for (const one of all) {
    // A syllable alone says too little.
    if (!/[\s-]|.{6}/.test(one.form)) continue
    for (const key of romanizationKeys(one.form)) {
      byKey.set(key, [...(byKey.get(key) ?? []), one])
    }
  }
  const pairs = new Map<string, FormPair>()
  for (const group of byKey.values()) {
    for (const [index, one] of group.entries()) {
      if (one.name === undefined) continue
      for (const two of group.slice(index + 1)) {
        if (two.name === one.name) continue
        const key = [one.name, two.name ?? two.form].join('\n')
        const pair = {known: one.form, name: one.name, other: two.form, otherName: two.name}
        if (!pairs.has(key)) pairs.set(key, pair)
      }
    }
  }
  return [...pairs.values()]
}
