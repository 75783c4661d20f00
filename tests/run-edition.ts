import {spawn} from 'node:child_process'
import type {ChildProcess, SpawnOptions} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {format} from 'node:util'
import {vi} from 'vitest'
import {main} from '../scripts/command-line.ts'

/** What a command came to. */
export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const script = fileURLToPath(new URL('../scripts/edition.ts', import.meta.url))
/** What npm loads before it. */
const first = fileURLToPath(new URL('../scripts/require-node.cjs', import.meta.url))

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess
  readonly result: Promise<Result>
}

/** Start the command line in a process of its own. */
export function startEdition(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  options: SpawnOptions = {},
): Running {
  return start(script, args, environment, options)
}

/** Start a script in a process of its own. */
export function start(
  path: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  options: SpawnOptions = {},
): Running {
  const child = spawn(process.execPath, ['--require', first, path, ...args], {
    env: {...process.env, NO_COLOR: '1', ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  const result = new Promise<Result>((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    // A character may lie across two chunks.
    child.stdout?.setEncoding('utf8').on('data', (data: string) => (stdout += data))
    child.stderr?.setEncoding('utf8').on('data', (data: string) => (stderr += data))
    child.on('error', reject)
    child.on('close', (code) => resolve({code, stdout, stderr}))
  })
  return {child, result}
}

/**
 * Run the command line: here, one command after another, for a process costs more than most commands.
 *
 * With an environment or options of its own it runs in a process of its own.
 */
export function runEdition(
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
  options?: SpawnOptions,
): Promise<Result> {
  if (environment || options) return startEdition(args, environment, options).result
  const result = last.then(() => runHere(args))
  last = result.catch(() => undefined)
  return result
}

/** The command that runs here, or the last one that ran: what they say may not be mixed. */
let last: Promise<unknown> = Promise.resolve()

async function runHere(args: readonly string[]): Promise<Result> {
  const said = {stdout: '', stderr: ''}
  const write =
    (name: keyof typeof said) =>
    (text: string | Uint8Array): boolean => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
      return true
    }
  const say =
    (name: keyof typeof said) =>
    (...values: unknown[]): void => {
      said[name] += `${format(...values)}\n`
    }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(say('stdout')),
    vi.spyOn(console, 'error').mockImplementation(say('stderr')),
    vi.spyOn(process.stdout, 'write').mockImplementation(write('stdout')),
    vi.spyOn(process.stderr, 'write').mockImplementation(write('stderr')),
  ]
  try {
    return {code: await main(args), ...said}
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
