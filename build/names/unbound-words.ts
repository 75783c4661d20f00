import type {Root} from 'mdast'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Place} from '../text/place.ts'
import {matchForms} from './match-forms.ts'
import type {FormMatch} from './match-forms.ts'
import type {Names} from './name.ts'
import {wordsOfBlocks} from './words-of-blocks.ts'
import type {NamedBlock} from './words-of-blocks.ts'

/** A text in which names are bound. */
export interface NamedText {
  readonly path: string
  readonly tree: Root
}

/** Words with capitals that no form covers. */
export interface Unbound {
  readonly words: string
  readonly path: string
  /** Where they stand first. */
  readonly place: Place | undefined
  readonly times: number
}

/** Find them: `name-unbound` (warning), once for all places. */
export function unboundWords(texts: readonly NamedText[], names: Names): Finding[] {
  return listUnbound(texts, names).map(({words, path, place, times}) => {
    const often = times === 1 ? 'once' : `${times} times`
    const reason = `Unexpected “${words}”, ${often}, which is in no form of a name; add it to one, or to \`words\` in names.yaml.`
    return finding({file: path, place, ruleId: 'name-unbound', reason, severity: 'warning'})
  })
}

/**
 * List words with capitals that are neither in a form of a name nor said to be none, with how often they stand.
 *
 * Shape: edited texts, names → runs of words in the order in which they stand first. Passed over: what cites,
 * headings and the opening, for titles have capitals of their own; single letters; and words that begin a sentence,
 * where the texts have them with a small letter too.
 */
export function listUnbound(texts: readonly NamedText[], names: Names): Unbound[] {
  const match = matchForms(names)
  const blocks = texts.flatMap(({path, tree}) =>
    wordsOfBlocks(tree)
      .filter(({isTitle}) => !isTitle)
      .map((block) => ({path, block})),
  )
  const small = new Set(
    blocks.flatMap(({block}) => block.words.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []),
  )
  const found = new Map<string, Unbound>()
  for (const {path, block} of blocks) {
    for (const [run, index] of runsIn(block.words, match(block.words), small, names.words)) {
      const one = found.get(run) ?? {words: run, path, place: placeOf(block, index), times: 0}
      found.set(run, {...one, times: one.times + 1})
    }
  }
  return [...found.values()]
}

/** The runs of words with capitals that no form covers, each with its place. */
function runsIn(
  words: string,
  covered: readonly FormMatch[],
  small: ReadonlySet<string>,
  known: ReadonlySet<string>,
): [run: string, index: number][] {
  const runs: [run: string, index: number][] = []
  let last = -1
  for (const {0: raw, index} of words.matchAll(capitalised)) {
    const word = raw.replace(/['’]s?$/, '')
    const end = index + word.length
    if (covered.some((one) => one.start < end && index < one.end)) continue
    if (word.length === 1 || isKnown(word, known)) continue
    const isFirst = /(?:^|[.!?:;…]|["“”‘’'([])["“”‘’')\]]*\s*$/u.test(words.slice(0, index))
    if (isFirst && small.has(word.toLocaleLowerCase('en'))) continue
    const run = runs.at(-1)
    if (run && /^\s+$/.test(words.slice(last, index))) run[0] += ` ${word}`
    else runs.push([word, index])
    last = end
  }
  return runs
}

/** A word that begins with a capital, with what hyphens join to it. */
const capitalised = /(?<![\p{L}\p{M}\p{N}'’‐‑-])\p{Lu}[\p{L}\p{M}\p{N}'’‐‑-]*/gu

/** Whether a word, or each part of it that hyphens join and that has a capital, is said to be no name. */
function isKnown(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true
  const parts = word.split(/[‐‑-]/)
  return parts.length > 1 && parts.every((part) => words.has(part) || !/^\p{Lu}/u.test(part))
}

function placeOf({leaves}: NamedBlock, at: number): Place | undefined {
  const found = leaves.findLast((one) => one.at <= at)
  if (!found) return undefined
  const {line, column} = found.leaf.position.start
  const within = found.leaf.data.by === null ? found.leaf.value.slice(0, at - found.at) : ''
  const lines = within.split(/\r\n|\r|\n/)
  const last = (lines.at(-1) ?? '').length
  return lines.length === 1
    ? {line, column: column + last}
    : {line: line + lines.length - 1, column: last + 1}
}
