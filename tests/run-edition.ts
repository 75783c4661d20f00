import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** What a command came to. */
export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const script = fileURLToPath(new URL('../scripts/edition.ts', import.meta.url))

/** Run the command line in a process of its own. */
export function runEdition(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: {...process.env, NO_COLOR: '1', ...environment},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({code, stdout, stderr}))
  })
}
