import {spawn} from 'node:child_process'
import {ToolError} from '../../build/tool-error.ts'

/** What git said. */
export interface GitResult {
  readonly code: number
  readonly stdout: Buffer
  /** Trimmed. */
  readonly stderr: string
}

/**
 * Run git in a folder, without a shell.
 *
 * Shape: folder, arguments, what is written to its input → its exit code and what it said, in English.
 * Throws: `ToolError` when git is not there or cannot be started.
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...args], {
      env: environment(process.env),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => stdout.push(data))
    child.stderr.on('data', (data: Buffer) => stderr.push(data))
    // Git need not read all it is given; what it says of that is in its exit code.
    child.stdin.on('error', () => undefined)
    child.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'it is not there; install it' : error.message
      reject(new ToolError(`Git, which reads revisions, cannot be run: ${why}.`))
    })
    child.on('close', (code) => {
      const said = Buffer.concat(stderr).toString('utf8').trim()
      resolve({code: code ?? 128, stdout: Buffer.concat(stdout), stderr: said})
    })
    child.stdin.end(input)
  })
}

/**
 * The environment of git: its own language, and no other repository than that of the folder, which a hook that
 * calls this would name.
 */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {GIT_DIR: _1, GIT_WORK_TREE: _2, GIT_INDEX_FILE: _3, GIT_PREFIX: _4, ...rest} = own
  return {...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1'}
}
