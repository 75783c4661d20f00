import {createHash, randomBytes} from 'node:crypto'
import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'

/**
 * Name a process as the owner of a file or folder; no two names are the same.
 *
 * Shape: → `PID-START-PLACE-RANDOM`: its number, when it started (0 where that is not known), and
 * the machine on which the number means something.
 */
export function nameOwner(): string {
  const {pid} = process
  return `${pid}-${startOf(pid)}-${placeOfProcesses()}-${randomBytes(4).toString('hex')}`
}

/** What can be known of the process that owns something. */
export type OwnerState = 'alive' | 'gone' | 'unknown'

/**
 * Say whether the process that a name stands for still runs.
 *
 * Shape: name → `unknown` when it ran on another machine, or in another container; `null` when
 * this is no name of an owner.
 */
export function stateOfOwner(name: string): OwnerState | null {
  const match = /^(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}$/.exec(name)
  if (!match) return null
  const [, pid = '', start, place] = match
  if (place !== placeOfProcesses()) return 'unknown'
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone'
  }
  // The number may have been given to another process since.
  return startOf(Number(pid)) === start ? 'alive' : 'gone'
}

/** The number of the process that a name stands for. */
export function pidOfOwner(name: string): string {
  return name.slice(0, name.indexOf('-'))
}

/** Where numbers of processes mean the same: a machine, and on Linux a container of it. */
function placeOfProcesses(): string {
  let space = ''
  try {
    space = readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has such spaces.
  }
  return createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 8)
}

/** When a process started, in ticks since the system did; `0` where that is not told. */
function startOf(pid: number): string {
  try {
    // The name of the program stands in brackets before, and may itself hold blanks and brackets.
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '0'
  } catch {
    return '0'
  }
}
