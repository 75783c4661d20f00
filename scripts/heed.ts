import {signals} from './exit.ts'
import {leave} from './files/leave.ts'

/** End at once, and leave nothing half written, when a signal says so. */
export function heedSignals(): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      // The line of progress, if there is one, is overwritten.
      const line = process.stderr.isTTY ? '\r\u001B[2K' : ''
      process.stderr.write(`${line}Interrupted; nothing is half written.\n`)
      leave(code)
    })
  }
}

/**
 * Heed errors of the standard streams; `fail` says what went wrong and gives the exit code.
 *
 * Who reads only the first lines (`| head -1`) has what they want, and the command goes on to its
 * end; where the disk is full under a redirected output, the output is not whole.
 */
export function heedStreams(fail: (error: unknown) => number): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') leave(fail(error))
    })
  }
}
