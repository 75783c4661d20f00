import {isError} from './finding.ts'
import type {Finding} from './finding.ts'
import type {TextEdition} from './model/edited-text.ts'
import {listOccurrences} from './names/list-occurrences.ts'
import type {Names} from './names/name.ts'
import {unboundWords} from './names/unbound-words.ts'
import {unusedForms} from './names/unused-forms.ts'

/**
 * See that every name of the texts is accounted for.
 *
 * Shape: edited texts, names of the edition, whether all its texts are there and sound → findings: `name-unbound`
 * (warning) for words with a capital that are neither a form of a name nor said to be none, `name-unused` (warning)
 * for a form that no text has. Of an edition without names nothing is expected.
 */
export function checkNames(
  texts: readonly TextEdition[],
  names: Names,
  isWhole: boolean,
): Finding[] {
  if (names.names.size === 0) return []
  const sound = texts.filter(({findings}) => !findings.some(isError))
  const unbound = unboundWords(
    sound.map(({text, tree}) => ({path: text.source.path, tree})),
    names,
  )
  const found = sound.map(({tree}) => listOccurrences(tree))
  return [...unbound, ...(isWhole ? unusedForms(names, found.flat()) : [])]
}
