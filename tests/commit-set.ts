import {commitFiles} from '../scripts/files/commit-files.ts'
import {recoverFiles} from '../scripts/files/recover-files.ts'

/*
 * A process that commits a set of files and ends itself, or fails, where it is told to:
 * `commit-set.ts OUT SET KILL FAIL TIMES WAIT`. SET is the content of the files, or `-` to only finish
 * what was begun; KILL the number of the step before which the process is killed (0: none), FAIL the
 * name of a step that fails (`-`: none), WAIT that of a step before which it sleeps for a second.
 * Prints each step.
 */

/** The files of every set; the last has no old one in some tests. */
const files = ['a.epub', 'texts/b.md', 'c.json']

const [out = '', set = '-', kill = '0', fail = '-', times = '1', wait = '-'] = process.argv.slice(2)
let count = 0

function step(what: string): void {
  count++
  process.stdout.write(`${what}\n`)
  if (count === Number(kill)) process.kill(process.pid, 'SIGKILL')
  if (what === wait) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
  if (what === fail) throw Object.assign(new Error('another program has it'), {code: 'EBUSY'})
}

for (let time = 1; time <= Number(times); time++) {
  const content = set + (time === 1 ? '' : String(time))
  if (set === '-') await recoverFiles(out, {step})
  else
    await commitFiles(
      out,
      files.map((name) => ({name, content})),
      {step},
    )
}
