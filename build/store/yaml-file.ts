import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type {Document, Node, Pair} from 'yaml'
import * as v from 'valibot'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Place} from '../text/place.ts'

/** A YAML file read without guessing types: every scalar is the text that stands there. */
export interface YamlFile {
  /** The file, as the user knows it. */
  readonly path: string
  readonly document: Document.Parsed
  readonly content: unknown
  /** Where the key or item at a path of keys stands; the nearest one that exists. */
  locate(keys: readonly (string | number)[]): Place
}

/**
 * Read YAML with the `failsafe` schema (`3:17` stays text).
 *
 * Shape: path for messages and text → the file, or `null` when it is not YAML; findings
 * `yaml-syntax` at their line, `yaml-duplicate-key` for a key given twice.
 */
export function readYaml(path: string, text: string): {file: YamlFile | null; findings: Finding[]} {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    prettyErrors: false,
  })
  const at = (offset: number): Place => {
    const {line, col} = counter.linePos(offset)
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  // What follows the first error is most often caused by it.
  const faults = [...document.errors, ...document.warnings]
  const told = faults.filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
  const findings = told.map((error) =>
    finding({
      file: path,
      place: at(error.pos[0]),
      ruleId: error.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax',
      reason: sentence(error.message),
    }),
  )
  visit(document, (_, node) => {
    const at0 = isNode(node)
      ? node.range?.[0]
      : isPair(node) && isNode(node.key)
        ? node.key.range?.[0]
        : undefined
    const reason =
      isAlias(node) || (isCollection(node) && node.anchor)
        ? 'Unexpected anchor or alias; write the value out.'
        : isPair(node) && isScalar(node.key) && reserved.has(String(node.key.value))
          ? `Unexpected key \`${String(node.key.value)}\`, which the program reserves; choose another.`
          : undefined
    if (reason === undefined) return
    findings.push(finding({file: path, place: at(at0 ?? 0), ruleId: 'yaml-syntax', reason}))
  })
  if (findings.length > 0) return {file: null, findings}
  const locate = (keys: readonly (string | number)[]): Place => at(offsetOf(document, keys))
  return {file: {path, document, content: document.toJS() ?? {}, locate}, findings}
}

/** Names that every object has; a record of such a name would be passed over. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Check a YAML file against its schema.
 *
 * Shape: file and schema → the parsed content, or `null`; one finding an issue, at its line, rule
 * `schema-unknown-key`, `schema-missing-key` or `schema-value`.
 */
export function checkSchema<S extends v.GenericSchema>(
  file: YamlFile,
  schema: S,
): {content: v.InferOutput<S> | null; findings: Finding[]} {
  const result = v.safeParse(schema, file.content)
  if (result.success) return {content: result.output, findings: []}
  const findings = result.issues.map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key as string | number)
    return finding({file: file.path, place: file.locate(keys), ...explain(issue, keys)})
  })
  return {content: null, findings}
}

function explain(
  issue: v.BaseIssue<unknown>,
  keys: readonly (string | number)[],
): {ruleId: string; reason: string} {
  const key = String(keys.at(-1) ?? '')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {ruleId: 'schema-unknown-key', reason: `Unexpected key \`${key}\`; remove or rename it.`}
  }
  if (issue.received === 'undefined') {
    return {ruleId: 'schema-missing-key', reason: `Expected a key \`${key}\`; add it.`}
  }
  const received = issue.received.length > 60 ? 'this value' : issue.received
  const wanted = issue.message.startsWith('Invalid ') ? issue.expected : issue.message
  const reason = `Unexpected ${received} for \`${key}\`, expected ${wanted ?? 'something else'}.`
  return {ruleId: 'schema-value', reason}
}

function offsetOf(document: Document.Parsed, keys: readonly (string | number)[]): number {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && item.key.value === key,
      )
      if (!pair) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value as Node | null
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null
      offset = node?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

function sentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? message
  if (line.startsWith('Nested mappings are not allowed')) {
    return 'Unexpected second colon in a line; put the value in quotes.'
  }
  return /[.!?]$/.test(line) ? line : `${line}.`
}
