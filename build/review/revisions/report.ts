import {entrySorts} from '../../model/revision.ts'
import type {EntrySort} from '../../model/revision.ts'
import type {Line, Unit} from './bits.ts'
import {changeNames, sectionNames} from './change.ts'
import type {Change, Changes, SectionName} from './change.ts'
import {groupOf, sayChange} from './say-change.ts'
import {sayRules} from './say-rules.ts'

/** What is told as one thing, the section it stands in, and the changes it tells of. */
export interface Told {
  readonly section: SectionName
  readonly unit: Unit
  readonly changes: readonly Change[]
}

/** A report, before it is written in a format. */
export interface Report {
  /** Everything that is told one by one, in the order of the sections. */
  readonly told: readonly Told[]
  /** What is told in numbers: a line a text, then remarks. */
  readonly numbers: readonly {readonly group: string; readonly line: Line}[]
}

/** The headings of the sections. */
export const headings: Readonly<Record<SectionName, string>> = {
  reader: 'What the reader will see',
  uncertain: 'What is uncertain, asked, or judged in another way',
  rules: 'What the rules did',
  verdicts: 'Verdicts',
  numbers: 'Numbers',
}

/**
 * Arrange changes for a report.
 *
 * Shape: changes in the order of sections → what is told in each, and numbers. Each change is told once; hits and
 * proposals are told by form.
 */
export function report({changes, remarks}: Changes): Report {
  const told = sectionNames
    .filter((name) => name !== 'numbers')
    .flatMap((section): Told[] => {
      const own = changes.filter((change) => change.section === section)
      const byRules = own.filter(isByRule)
      const alone = own.filter((change) => !isByRule(change))
      return [
        ...sayRules(byRules).map((form) => ({section, ...form})),
        ...alone.map((change) => ({section, unit: sayChange(change), changes: [change]})),
      ]
    })
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groupOf(change)
    groups.set(group, [...(groups.get(group) ?? []), change])
  }
  return {
    told,
    numbers: [
      ...[...groups].map(([group, own]) => ({group, line: countsOf(own)})),
      ...remarks.map((remark) => ({group: groupOf(remark), line: [{prose: remark.says}]})),
    ],
  }
}

function isByRule({sort, change}: Change): boolean {
  return (sort === 'hit' || sort === 'proposal') && change !== 'promoted' && change !== 'demoted'
}

/** `records: 3 added, 1 changed; marks: 1 withdrawn` */
function countsOf(changes: readonly Change[]): Line {
  const said = entrySorts.flatMap((sort) => {
    const own = changes.filter((change) => change.sort === sort)
    const counts = changeNames.flatMap((name) => {
      const number = own.filter(({change}) => change === name).length
      return number === 0 ? [] : [`${number} ${name}`]
    })
    return counts.length === 0 ? [] : [`${plurals[sort]}: ${counts.join(', ')}`]
  })
  return [said.join('; ')]
}

const plurals: Readonly<Record<EntrySort, string>> = {
  text: 'text.yaml',
  record: 'records',
  mark: 'marks',
  hit: 'hits',
  annotation: 'annotations',
  citation: 'citations',
  decision: 'names in the text',
  prose: 'prose',
  edition: 'edition.yaml',
  item: 'bibliography',
  name: 'names',
  event: 'events',
  map: 'maps',
  document: 'documents',
  rule: 'rules.yaml',
  proposal: 'proposals',
  verdict: 'verdicts',
}
