import {archiveLevels} from '../bibliography/item.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {invisible} from '../text/invisible.ts'
import {itemSchema} from './bibliography-schemas.ts'
import {readYaml} from './yaml-file.ts'

/**
 * Write bibliography.json the one way the project writes it.
 *
 * Items by their ids, so that two editors who add some seldom meet; fields in the order of the schema; a field
 * a line; dates on one line; invisible characters escaped. Formatting twice is formatting once.
 *
 * Shape: path, text → text; `null`, and a finding, when it is no list of items in JSON.
 */
export function formatBibliography(
  path: string,
  text: string,
): {text: string | null; findings: Finding[]} {
  const items = parse(text)
  // A key that stands twice would lose its first value.
  const twice = items ? readYaml(path, text).findings : []
  if (twice.length > 0) return {text: null, findings: twice}
  if (!items) {
    const reason = 'Expected a list of items in JSON; see what `check` says.'
    return {text: null, findings: [finding({file: path, ruleId: 'bibliography-syntax', reason})]}
  }
  const sorted = items.toSorted((a, b) => {
    const [first, second] = [String(a['id']), String(b['id'])]
    return first < second ? -1 : first > second ? 1 : 0
  })
  const written = `${write(sorted, '', Object.keys(itemSchema.entries))}\n`
  return {text: written.replace(invisible, escapeInvisible), findings: []}
}

type Json = string | number | boolean | null | Json[] | {[key: string]: Json}

function parse(text: string): {[key: string]: Json}[] | null {
  try {
    const value = JSON.parse(text) as Json
    const isList = Array.isArray(value) && value.every((one) => isObject(one))
    return isList ? (value as {[key: string]: Json}[]) : null
  } catch {
    return null
  }
}

function isObject(value: Json): value is {[key: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The order of fields below those of an item; others follow as they stand. */
const innerOrder = [
  'family',
  'given',
  'static-ordering',
  ...Object.keys(itemSchema.entries.custom.entries),
  'repository',
  'repositoryName',
  'nameCert',
  'place',
  ...archiveLevels,
]

function write(value: Json, indent: string, order: readonly string[]): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const isDate = value.every((one) => Array.isArray(one))
    if (value.length === 0 || isDate) return JSON.stringify(value).replaceAll(',', ', ')
    return `[\n${value.map((one) => `${inner}${write(one, inner, order)}`).join(',\n')}\n${indent}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  const fields = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b))
  if (fields.length === 0) return '{}'
  const lines = fields.map(
    ([name, one]) => `${inner}${JSON.stringify(name)}: ${write(one, inner, innerOrder)}`,
  )
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** As JSON writes a character: by its code units. */
function escapeInvisible(char: string): string {
  return Array.from({length: char.length}, (_, index) => {
    return `\\u${char.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
  }).join('')
}
