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
  // In an extract the words of the other texts are not at hand, by which names are told from words.
  if (names.names.size === 0 || !isWhole) return []
  // Faults of a text would only bring on findings of what follows from them.
  if (texts.some(({findings}) => findings.some(isError))) return []
  const unbound = unboundWords(
    texts.map(({text, tree}) => ({path: text.source.path, tree})),
    names,
  )
  const found = texts.map(({tree}) => listOccurrences(tree))
  // What is not decided yet may be where a form is used.
  const isDecided = texts.every(({findings}) => !findings.some(({ruleId}) => isOpen(ruleId)))
  return [...unbound, ...(isDecided ? unusedForms(names, found.flat()) : [])]
}

function isOpen(ruleId: string | undefined): boolean {
  return ruleId === 'name-homograph' || ruleId === 'name-decision'
}
