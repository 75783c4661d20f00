/** Does one thing after the other; a thing that fails does not keep the next from being done. */
export type Line = (work: () => Promise<void>) => Promise<void>

/** Make a line in which things wait for each other. */
export function makeLine(): Line {
  let last: Promise<void> = Promise.resolve()
  return (work) => {
    last = last.then(work, work)
    return last
  }
}
