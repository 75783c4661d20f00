/** Show on a terminal what a long command is doing, on one line that is overwritten. */
export function progress(subject: string): (what: string) => void {
  if (process.stderr.isTTY !== true) return () => undefined
  return (what) => {
    process.stderr.write(`\r\u001B[2K${what === '' ? '' : `${subject}: ${what} …`}`)
  }
}
