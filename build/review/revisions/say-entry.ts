import type {EntrySort, Fields, Value} from '../../model/revision.ts'
import {formatPlace} from '../../text/place.ts'
import type {Bit, Line} from './bits.ts'
import type {Change} from './change.ts'
import {brief} from './say-difference.ts'
import {cut, shown} from './shown.ts'

/** What an entry is called in the report. */
export function sortName({sort, type}: Pick<Change, 'sort' | 'type'>): Line {
  if (sort === 'mark') return [{prose: type}]
  if (sort === 'rule') return ['rules.yaml ', {code: type}]
  if (sort === 'citation' && type !== 'citations') return ['citations.yaml ', {code: type}]
  return [names[sort]]
}

const names: Readonly<Record<EntrySort, string>> = {
  text: 'text.yaml',
  record: 'record',
  mark: 'mark',
  hit: 'hit',
  annotation: 'annotation',
  citation: 'citation',
  decision: 'name in the text',
  prose: 'prose',
  edition: 'edition.yaml',
  item: 'item of the bibliography',
  name: 'name',
  event: 'event',
  map: 'map',
  document: 'document that was read',
  rule: 'rule',
  proposal: 'proposal',
  verdict: 'verdict',
}

/** Lemma and reading of a record or hit, places of a join: what it does to the text. */
export function sayDeed(fields: Fields): Line {
  const {lemma, reading, act, glue, to} = fields
  if (glue !== undefined) return ['join to ', {code: brief(to)}, ', ', {code: brief(glue)}]
  if (lemma === undefined) return []
  const words = cut(shown(text(lemma)))
  if (reading === undefined)
    return [{code: words}, act === 'keep' ? ' kept' : act === 'query' ? ' ?' : '']
  return [{removed: words}, ' → ', {added: cut(shown(text(reading)))}]
}

/** What an entry says, for one that is new or gone: the deed, then the facts, then the reason. */
export function sayEntry({sort, to}: Pick<Change, 'sort' | 'to'>, fields: Fields): Line {
  const facts = factsOf[sort].flatMap((name): Line[] => {
    const value = fields[name]
    return value === undefined || brief(value) === '' ? [] : [[{code: brief(value)}]]
  })
  const deed: Line[] =
    sort === 'record' || sort === 'hit'
      ? [sayDeed(fields)]
      : sort === 'mark' && fields['to'] !== undefined && to
        ? [[fields['glue'] === undefined ? 'to ' : 'joined to ', {code: formatPlace(to)}]]
        : []
  const said = [...deed, ...facts]
  const rest = restOf[sort](fields)
  const reason: Bit[] = rest === '' ? [] : [said.length > 0 ? '. ' : '', {prose: cut(rest, 500)}]
  return [...said.flatMap((line, index) => (index === 0 ? line : [', ', ...line])), ...reason]
}

/** Fields that say what an entry is, in a few words. */
const factsOf: Readonly<Record<EntrySort, readonly string[]>> = {
  text: [],
  record: ['kind', 'cert', 'evidence', 'by'],
  mark: ['glue', 'label', 'depth', 'kind', 'side', 'language', 'cert', 'by'],
  hit: [],
  annotation: ['lemma', 'kind', 'by'],
  citation: ['item', 'form', 'locator', 'antecedent'],
  decision: ['lemma', 'is'],
  prose: [],
  edition: [],
  item: ['type'],
  name: ['kind'],
  event: ['date', 'until'],
  map: ['lon', 'lat', 'kind'],
  document: ['holder', 'url', 'read'],
  rule: [],
  proposal: ['lemma', 'readings'],
  verdict: ['verdict', 'of'],
}

/** Words of the editors that an entry has: its reason, or what it is for. */
const restOf: Readonly<Record<EntrySort, (fields: Fields) => string>> = {
  text: (fields) => values(Object.values(fields)),
  record: ({why}) => values([why]),
  mark: ({why}) => values([why]),
  hit: () => '',
  annotation: ({claims}) => claimsOf(claims),
  citation: ({why}) => values([why]),
  decision: ({why}) => values([why]),
  prose: (fields) => values(Object.values(fields)),
  edition: (fields) => values(Object.values(fields)),
  item: (fields) =>
    values(['author', 'title', 'container-title', 'issued'].map((name) => fields[name])),
  name: ({name, forms, words}) => values([name, ...listOf(forms).map(formOf), words]),
  event: ({claims}) => claimsOf(claims),
  map: ({label, ...fields}) =>
    label === undefined ? values(Object.values(fields)) : values([label]),
  document: ({title}) => values([title]),
  rule: ({why}) => values([why]),
  proposal: () => '',
  verdict: ({note, settles}) => values([note, settles]),
}

function claimsOf(claims: Value | undefined): string {
  return listOf(claims)
    .map((claim) => (typeof claim === 'object' && 'says' in claim ? text(claim.says) : ''))
    .join(' ')
}

function formOf(form: Value): Value {
  return typeof form === 'object' && 'form' in form ? (form.form ?? '') : form
}

function values(all: readonly (Value | undefined)[]): string {
  return all
    .flatMap((one) => (one === undefined ? [] : [brief(one)]))
    .filter((one) => one !== '')
    .join('; ')
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : []
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : brief(value)
}
