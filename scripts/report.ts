import {relative} from 'node:path'
import {styleText} from 'node:util'
import type {Finding} from '../build/finding.ts'
import {isError} from '../build/finding.ts'

/**
 * Write a finding as one line: `file:line:column  error  What is wrong  rule`.
 *
 * The place comes first, so that editors can jump to it; colour is never the only sign.
 */
export function formatFinding(message: Finding, color: boolean): string {
  const file = message.file ? relative(process.cwd(), message.file) || '.' : ''
  const place = message.line ? `${file}:${message.line}:${message.column ?? 1}` : file
  const word = isError(message) ? 'error' : message.fatal === false ? 'warning' : 'info'
  const paint = (style: 'red' | 'yellow' | 'blue' | 'dim', text: string): string =>
    color ? styleText(style, text, {validateStream: false}) : text
  const tint = word === 'error' ? 'red' : word === 'warning' ? 'yellow' : 'blue'
  const note = message.note ? ` (${relativeNote(message.note)})` : ''
  return `${place}  ${paint(tint, word)}  ${message.reason}${note}  ${paint('dim', message.ruleId ?? '')}`
}

/** Print findings on stderr in the order of files and places, then a line that counts them. */
export function printFindings(findings: readonly Finding[]): void {
  if (findings.length === 0) return
  const color = process.stderr.isTTY === true && !process.env['NO_COLOR']
  for (const message of inFileOrder(findings)) console.error(formatFinding(message, color))
  const errors = findings.filter(isError).length
  const others = findings.length - errors
  console.error(`${count(errors, 'error')}, ${count(others, 'warning')}`)
}

/** Write a number with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function inFileOrder(findings: readonly Finding[]): Finding[] {
  const key = (one: Finding): string => one.file ?? ''
  return [...findings].sort(
    (a, b) =>
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}

function relativeNote(note: string): string {
  const match = /^See (.*?):(\d+:\d+)$/.exec(note)
  return match ? `see ${relative(process.cwd(), match[1] ?? '')}:${match[2]}` : note
}
