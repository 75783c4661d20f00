import * as v from 'valibot'
import type {Bibliography} from '../bibliography/bibliography.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {readIfThere} from './read-if-there.ts'
import {itemSchema} from './bibliography-schemas.ts'
import {checkSchema, readYaml} from './yaml-file.ts'

/**
 * Read bibliography.json: a list of items in CSL-JSON.
 *
 * It is read as YAML, of which JSON is a part, so that every finding has its line; that it is JSON is checked
 * first.
 *
 * Shape: path → items in the order of the file with their places, and findings: `bibliography-syntax`, and
 * those of schemas. A missing file is an empty bibliography.
 */
export async function loadBibliography(
  path: string,
): Promise<{bibliography: Bibliography; text: string | null; findings: readonly Finding[]}> {
  const nothing: Bibliography = {path, isRead: false, items: []}
  const text = (await readIfThere(path))?.replace(/^\uFEFF/, '') ?? null
  if (text === null) return {bibliography: {...nothing, isRead: true}, text, findings: []}
  try {
    JSON.parse(text)
  } catch (error) {
    const place = placeOf(text, (error as Error).message)
    const [first = ''] = (error as Error).message.split('\n')
    const reason = `Expected JSON: ${first.replace(/[.]?$/, '.')}`
    const fault = finding({file: path, place, ruleId: 'bibliography-syntax', reason})
    return {bibliography: nothing, text, findings: [fault]}
  }
  const {file, findings} = readYaml(path, text)
  if (!file) return {bibliography: nothing, text, findings}
  const checked = checkSchema(file, v.array(itemSchema))
  const items = (checked.content ?? []).map((item, index) => ({
    item,
    origin: {file: path, place: file.locate([index])},
  }))
  return {
    bibliography: {path, isRead: checked.content !== null, items},
    text,
    findings: [...findings, ...checked.findings],
  }
}

/** Where JSON breaks, from what the parser says: `… at position 12 …`. */
function placeOf(text: string, message: string): {line: number; column: number} | undefined {
  const offset = /position (\d+)/.exec(message)?.[1]
  if (offset === undefined) return undefined
  const lines = text.slice(0, Number(offset)).split('\n')
  return {line: lines.length, column: (lines.at(-1) ?? '').length + 1}
}
