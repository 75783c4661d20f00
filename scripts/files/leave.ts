/** What is undone when the command has to leave; a process has one end, and so one such list. */
const undoings = new Set<() => void>()

/**
 * Have something undone if the command has to leave in the middle.
 *
 * Shape: what undoes it, without waiting for anything → what to call when that is needed no more.
 */
export function whenLeaving(undo: () => void): () => void {
  undoings.add(undo)
  return () => undoings.delete(undo)
}

/**
 * End the process now, with nothing left behind.
 *
 * What is undone comes after all that others do at the end: the browser is dead by then, and
 * writes no more into the folder that is removed.
 */
export function leave(code: number): never {
  process.on('exit', () => {
    for (const undo of undoings) {
      try {
        undo()
      } catch {
        // The next command will try again; nobody is there to be told.
      }
    }
  })
  process.exit(code)
}
