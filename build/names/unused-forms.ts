import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Occurrence} from './list-occurrences.ts'
import type {Names} from './name.ts'

/** Find forms that no text has: `name-unused` (warning), once a name. */
export function unusedForms({names}: Names, occurrences: readonly Occurrence[]): Finding[] {
  const used = new Set(occurrences.map(({name, form}) => `${name}\n${form}`))
  return [...names.values()].flatMap(({id, forms, origin}) => {
    const unused = forms.filter(({form}) => !used.has(`${id}\n${form}`))
    if (unused.length === 0) return []
    const list = unused.map(({form}) => `“${form}”`).join(', ')
    const reason = `Unexpected ${list} among the forms of \`${id}\`, where no text has it; put it under \`also\`, or take it out.`
    return [finding({...origin, ruleId: 'name-unused', reason, severity: 'warning'})]
  })
}
