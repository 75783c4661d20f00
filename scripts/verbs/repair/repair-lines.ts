import type {Readable, Writable} from 'node:stream'
import * as v from 'valibot'
import type {Repairs} from '../../../build/repair/hit.ts'
import type {Format} from '../../../build/repair/look.ts'
import {decode} from '../../../build/text/decode.ts'
import {editsOf} from './edits-of.ts'
import {explainTooLong, mostCharacters} from './most-characters.ts'
import {readLines} from './read-lines.ts'
import type {StreamLine} from './read-lines.ts'

/** What a line must hold; what else it holds is passed over. */
const lineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  format: v.picklist(['text', 'plain', 'markdown']),
})

/** What is said when one of them is missing, or is something else. */
const expected: Readonly<Record<string, string>> = {
  id: 'Expected an `id`, text or number.',
  text: 'Expected a `text`.',
  format: 'Expected a `format`, text or markdown.',
}

/** A line that cannot be repaired, and why. */
class LineError extends Error {
  readonly id: string | number | undefined
  constructor(message: string, id?: string | number) {
    super(message)
    this.id = id
  }
}

/**
 * Repair texts that come as lines of JSON, one at a time and in their order.
 *
 * Shape: lines `{id, text, format}` → lines `{id, edits, joins, paragraphs}`; a line that is none
 * becomes `{id?, line, error}`, and the rest goes on. Resolves to how many lines were so.
 * The next line is read when the one before is written and taken.
 */
export async function repairLines(
  input: Readable,
  output: Writable,
  repair: (text: string, format: Format) => Repairs,
): Promise<number> {
  let faults = 0
  let isTaken = true
  // Who reads only the first lines has what they want; a standard stream never says it is closed.
  output.once('error', () => (isTaken = false))
  for await (const line of readLines(input)) {
    const answer = answerTo(line, repair)
    if (answer === null) continue
    if ('error' in answer) faults++
    await write(output, `${JSON.stringify(answer)}\n`)
    if (!isTaken) break
  }
  return faults
}

/** The answer to a line; `null` to one that is blank. */
function answerTo(
  line: StreamLine,
  repair: (text: string, format: Format) => Repairs,
): object | null {
  try {
    const content = contentOf(line)
    if (content.trim() === '') return null
    const {id, text, format} = parse(content)
    if (text.length > mostCharacters) {
      throw new LineError(`The text ${explainTooLong(text.length)}`, id)
    }
    return {id, ...editsOf(repair(text, format === 'markdown' ? 'markdown' : 'plain'))}
  } catch (error) {
    if (!(error instanceof LineError)) throw error
    const {id, message} = error
    return {...(id === undefined ? {} : {id}), line: line.number, error: message}
  }
}

function contentOf({number, bytes}: StreamLine): string {
  if (bytes === null) throw new LineError('The line is too long to be held.')
  const decoded = decode(bytes)
  if (!decoded.ok) throw new LineError(`Byte ${decoded.byte} of the line is not UTF-8.`)
  return number === 1 ? decoded.text.replace(/^\uFEFF/, '') : decoded.text
}

function parse(content: string): v.InferOutput<typeof lineSchema> {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new LineError(`The line is not JSON: ${(error as Error).message}.`)
  }
  const result = v.safeParse(lineSchema, value)
  if (result.success) return result.output
  const id = v.safeParse(lineSchema.entries.id, (value as {id?: unknown} | null)?.id)
  const [issue] = result.issues
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const key = String(issue.path?.[0].key)
  const reason = (isObject ? expected[key] : undefined) ?? 'Expected an object.'
  throw new LineError(reason, id.success ? id.output : undefined)
}

/** Write, and wait until it is taken or fails; what fails is heeded where the streams are. */
function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve) => output.write(text, () => resolve()))
}
