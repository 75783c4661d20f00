import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {explainSystemError} from '../build/explain-system-error.ts'
import {decode} from '../build/text/decode.ts'
import {UsageError} from './exit.ts'
import type {FirstSource} from './first-files.ts'

/** Files that hold a text and are none, by their first bytes. */
const containers: readonly (readonly [head: string, advice: string])[] = [
  [
    'PK\u0003\u0004',
    'an archive, such as a document of Word; save it as plain text (UTF-8) or Markdown first.',
  ],
  ['\u00D0\u00CF\u0011\u00E0', 'an old document of Word; save it as plain text (UTF-8) first.'],
  ['%PDF', 'a PDF; take its text out first, for example with pdftotext -layout.'],
]

/**
 * Read a file with which an edition is to begin.
 *
 * Throws: `UsageError` when it cannot be read, or holds no text; it says what to do.
 */
export async function readFirstSource(path: string): Promise<FirstSource> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${explainSystemError(error) ?? String(error)}.`)
  })
  const start = bytes.subarray(0, 8).toString('latin1')
  const container = containers.find(([head]) => start.startsWith(head))
  if (container) throw new UsageError(`${path} is ${container[1]}`)
  const decoded = decode(bytes)
  if (!decoded.ok) {
    const how = 'if it is Latin-1: iconv -f latin1 -t utf-8 FILE > NEW'
    throw new UsageError(
      `${path}: byte ${decoded.byte} is not UTF-8; convert the file first (${how}).`,
    )
  }
  if (decoded.text.trim() === '') throw new UsageError(`${path} has no words.`)
  return {file: basename(path), bytes, value: decoded.text}
}
