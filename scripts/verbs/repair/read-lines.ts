/** A line of a stream: its bytes without the line feed, or `null` when it is too long to hold. */
export interface StreamLine {
  /** Its number, from 1. */
  readonly number: number
  readonly bytes: Buffer | null
}

/** The longest line that is held, in bytes: a string of JavaScript can hold twice as many. */
const longest = 256 * 1024 * 1024

/**
 * Read a stream line by line, no faster than the lines are taken.
 *
 * Shape: chunks of bytes → lines in order; a last line need not end with a line feed.
 * Throws: what the stream throws.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  limit: number = longest,
): AsyncGenerator<StreamLine> {
  let held: Buffer[] = []
  let length = 0
  let number = 1
  const take = (): StreamLine => {
    const bytes = length > limit ? null : Buffer.concat(held)
    held = []
    length = 0
    return {number: number++, bytes}
  }
  const hold = (bytes: Buffer): void => {
    length += bytes.length
    if (length > limit) held = []
    else held.push(bytes)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
