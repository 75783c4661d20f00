import {escapePlain} from './escape-plain.ts'
import type {Rule} from './rule.ts'

/** All repair rules, in the order in which they look at a text. */
export const rules: readonly Rule[] = [escapePlain]

/** Find a rule by its permanent name. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
