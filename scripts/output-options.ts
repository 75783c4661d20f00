import {homedir, tmpdir} from 'node:os'
import {isAbsolute, join} from 'node:path'
import {paperNames} from '../build/model/config.ts'
import type {Paper} from '../build/model/config.ts'
import {formats} from '../build/outputs.ts'
import type {MadeBrowser} from '../build/made.ts'
import type {Format} from '../build/outputs.ts'
import type {MakeOptions} from './make-edition.ts'
import {UsageError} from './exit.ts'
import {makeOwnFolder} from './files/own-folder.ts'
import type {Option} from './verb.ts'
import {project} from './workspace.ts'

/** Options of the verbs that make outputs. */
export const outputFlags: Readonly<Record<string, Option>> = {
  only: {type: 'string', value: 'FORMAT', help: `one format alone: ${formats.join(', ')}`},
  paper: {
    type: 'string',
    value: 'SHEET',
    help: `sheet of the PDF: ${paperNames.join(', ')} (default: that of edition.yaml)`,
  },
  draft: {type: 'boolean', help: 'build claims of annotations that rest on nothing seen, too'},
  strict: {
    type: 'boolean',
    help: 'refuse while a record or mark is not judged, stale, contested or asked about',
  },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'how long one step of the browser may take (default: 120)',
  },
}

/** Read the options of the verbs that make outputs. */
export function readOutputFlags(flags: Readonly<Record<string, unknown>>): MakeOptions {
  const seconds = Number(flags['timeout'] ?? 120)
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new UsageError(`--timeout is \`${String(flags['timeout'])}\`; expected seconds.`)
  }
  return {
    isDraft: flags['draft'] === true,
    isStrict: flags['strict'] === true,
    only: oneOf<Format>('only', 'format', formats, flags),
    pdf: {
      paper: oneOf<Paper>('paper', 'sheet', paperNames, flags),
      timeout: seconds * 1000,
      machine: {
        platform: process.platform,
        arch: process.arch,
        environment: process.env,
        isRoot: process.getuid?.() === 0,
        caches: [join(project, '.cache'), userCache(process.env)],
        temporary: tmpdir(),
        makeFolder: makeOwnFolder,
      },
    },
  }
}

/** Say what a person must know of how the pages were laid out. */
export function describeBrowser({version, isPinned, isSandboxed}: MadeBrowser): string[] {
  return [
    ...(isPinned
      ? []
      : [
          `${version} is not the browser of the lock file; the PDF is the same in words, not in bytes.`,
        ]),
    ...(isSandboxed
      ? []
      : ['The browser ran without its sandbox, for it has none here or was started by root.']),
  ]
}

/**
 * The folder of this user for what can be made again, when the project may not be written.
 *
 * Source: XDG Base Directory Specification; a relative path there is to be ignored.
 */
function userCache(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'annotated-edition')
}

function oneOf<T extends string>(
  flag: string,
  noun: string,
  names: readonly T[],
  flags: Readonly<Record<string, unknown>>,
): T | undefined {
  const value = flags[flag]
  const found = names.find((name) => name === value)
  if (value !== undefined && found === undefined) {
    const there = names.join(', ')
    throw new UsageError(`No ${noun} \`${String(value)}\` for --${flag}; there is: ${there}.`)
  }
  return found
}
