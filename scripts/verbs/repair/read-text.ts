import {open, stat} from 'node:fs/promises'
import type {Stats} from 'node:fs'
import {explainSystemError} from '../../../build/explain-system-error.ts'
import {decode} from '../../../build/text/decode.ts'
import {sha256} from '../../../build/text/digest.ts'
import {ToolError} from '../../../build/tool-error.ts'
import {UsageError} from '../../exit.ts'
import {show} from '../../show.ts'
import {explainTooLong, mostCharacters} from './most-characters.ts'

/** A text read from any file. */
export interface ReadText {
  readonly value: string
  readonly sha256: string
  /** Throws `ToolError` when the file is no longer what was read. */
  checkUnchanged(): Promise<void>
}

/** More bytes than that are not held as one text. */
const most = 400_000_000

/**
 * Read a text from a file, and make sure that it is one.
 *
 * Throws: `UsageError` for a folder, for what is no file, and for bytes that are no text in UTF-8, with
 * the place; `ToolError` when the file changes while it is read.
 */
export async function readText(path: string): Promise<ReadText> {
  const before = await lookAt(path)
  const bytes = await readBytes(path)
  const after = await lookAt(path)
  if (bytes.length !== before.size || !isSame(before, after)) throw changed(path)
  const value = textOf(path, bytes)
  if (value.length > mostCharacters) {
    throw new UsageError(`${show(path)} ${explainTooLong(value.length)}`)
  }
  const hash = sha256(bytes)
  return {
    value,
    sha256: hash,
    checkUnchanged: async () => {
      // A file may be written anew in place, of the same size and within the grain of the clock.
      const now = await readBytes(path).catch(() => undefined)
      if (!now || sha256(now) !== hash) throw changed(path)
    },
  }
}

/** What stands at a path, when it is a file; a pipe would keep the command waiting for ever. */
async function lookAt(path: string): Promise<Stats> {
  const found = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${show(path)} cannot be read: ${explain(error)}.`)
  })
  if (found.isDirectory()) throw new UsageError(`${show(path)} is a folder; name a file in it.`)
  if (!found.isFile()) {
    throw new UsageError(`${show(path)} is no file but a pipe or a device; save its text first.`)
  }
  if (found.size > most) {
    throw new UsageError(`${show(path)} is larger than ${most / 1e6} MB; divide it first.`)
  }
  return found
}

async function readBytes(path: string): Promise<Buffer> {
  const handle = await open(path).catch((error: unknown) => {
    throw new UsageError(`${show(path)} cannot be read: ${explain(error)}.`)
  })
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function isSame(one: Stats, other: Stats): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs && one.ino === other.ino
}

function textOf(path: string, bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString('latin1')
  if (/^(?:\xFF\xFE|\xFE\xFF)/.test(start)) {
    const how = 'convert it first, for example with iconv -f utf-16 -t utf-8 FILE > NEW'
    throw new UsageError(`${show(path)} is UTF-16; ${how}.`)
  }
  const nothing = bytes.indexOf(0)
  if (nothing >= 0 || start === '%PDF') {
    const why = nothing >= 0 ? `byte ${nothing} is 0` : 'it is a PDF'
    throw new UsageError(`${show(path)} is no text: ${why}. Take its text out of it first.`)
  }
  const decoded = decode(bytes)
  if (decoded.ok) return decoded.text
  const lines = bytes
    .subarray(0, decoded.byte)
    .toString('utf8')
    .split(/\r\n|\r|\n/)
  const place = `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  throw new UsageError(
    `${show(path)}:${place}: byte ${decoded.byte} is not UTF-8; convert the file first.`,
  )
}

function changed(path: string): ToolError {
  return new ToolError(`${show(path)} changed while it was read; run the command again.`)
}

function explain(error: unknown): string {
  return explainSystemError(error) ?? String(error)
}
