import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'

/** How a value begins that nobody has filled in yet; `edition init` writes such values. */
export const notYet = 'Not yet '

/**
 * Find what nobody has filled in yet, for it would be printed.
 *
 * Shape: path and text of a YAML file → one warning `not-yet-known` at the first such value, with
 * the keys of all.
 */
export function notYetKnown(path: string, text: string): Finding[] {
  const values = [...text.matchAll(new RegExp(`^( *)([a-z]\\w*): ${notYet}`, 'gim'))]
  const [first] = values
  if (!first) return []
  const line = text.slice(0, first.index).split('\n').length
  const place = {line, column: (first[1] ?? '').length + 1}
  const keys = values.map((match) => `\`${match[2]}\``).join(', ')
  const reason = `Unexpected words for what is not yet known, which would be printed; fill in ${keys}.`
  return [finding({file: path, place, ruleId: 'not-yet-known', reason, severity: 'warning'})]
}
