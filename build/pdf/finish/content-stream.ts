/** What a content stream came to. */
export interface RewrittenStream {
  readonly bytes: Uint8Array
  /** How many runs of untagged painting were made artifacts. */
  readonly artifacts: number
}

const paths = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const objects = new Set(['Do', 'sh'])

/**
 * Rewrite the content stream of a page.
 *
 * What is painted outside marked content becomes an artifact: running heads, folios, rules, the
 * numbers in the margin. Marked content whose identifier is listed gets the tag that is given.
 *
 * Shape: decoded stream, tags by identifier → new stream. Throws: `RangeError` for inline images, bytes
 * that are no token, or marked content that is not balanced; browsers write none of these.
 * Source: ISO 32000-1, 7.8.2 (operators), 14.6 (marked content), 14.8.2.2 (artifacts).
 */
export function rewriteStream(
  stream: Uint8Array,
  tags: ReadonlyMap<number, string>,
): RewrittenStream {
  const out: Uint8Array[] = []
  const text = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  let copied = 0
  let artifacts = 0
  const insert = (at: number, words: string, skipTo = at): void => {
    out.push(stream.subarray(copied, at), Buffer.from(words, 'latin1'))
    copied = skipTo
  }
  const wrap = (from: number, to: number): void => {
    insert(from, '/Artifact BMC\n')
    insert(to, '\nEMC\n')
    artifacts++
  }
  let depth = 0
  /** Where the operands of the next operator begin; -1 when none was read. */
  let operands = -1
  let path = -1
  let textObject = -1
  let isMarked = false
  for (const {start, end, isOperator} of tokens(text)) {
    if (operands < 0) operands = start
    if (!isOperator) continue
    const operator = text.toString('latin1', start, end)
    if (operator === 'BI') throw new RangeError('Unexpected inline image in a content stream.')
    if (operator === 'BDC' || operator === 'BMC') {
      depth++
      isMarked = true
      const words = text.toString('latin1', operands, start)
      const [, before = '', id] = /^\/(\S+?)\s*<<.*?\/MCID\s+(\d+)/s.exec(words) ?? []
      const tag = id === undefined ? undefined : tags.get(Number(id))
      if (tag !== undefined) insert(operands, `/${tag}`, operands + 1 + before.length)
    } else if (operator === 'EMC') depth--
    else if (operator === 'BT') {
      textObject = operands
      isMarked = depth > 0
    } else if (operator === 'ET') {
      if (!isMarked && depth === 0 && textObject >= 0) wrap(textObject, end)
      textObject = -1
    } else if (paths.has(operator)) path = path < 0 ? operands : path
    else if (paints.has(operator)) {
      if (depth === 0) wrap(path < 0 ? operands : path, end)
      path = -1
    } else if (operator === 'n') path = -1
    else if (objects.has(operator) && depth === 0) wrap(operands, end)
    operands = -1
  }
  if (depth !== 0) throw new RangeError('Unexpected end of a content stream in marked content.')
  out.push(stream.subarray(copied))
  return {bytes: Buffer.concat(out), artifacts}
}

interface Token {
  readonly start: number
  readonly end: number
  readonly isOperator: boolean
}

const code = (character: string): number => character.charCodeAt(0)
const blanks = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map(code))

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !blanks.has(byte) && !delimiters.has(byte)
}

function* tokens(stream: Buffer): Generator<Token> {
  let at = 0
  while (at < stream.length) {
    const byte = stream[at] as number
    if (blanks.has(byte)) {
      at++
      continue
    }
    const start = at
    if (byte === code('%')) {
      while (at < stream.length && stream[at] !== 10 && stream[at] !== 13) at++
      continue
    }
    if (byte === code('(')) at = endOfString(stream, at)
    else if (byte === code('<') && stream[at + 1] !== code('<')) at = stream.indexOf('>', at) + 1
    else if (byte === code('<') || byte === code('>')) at += 2
    else if (delimiters.has(byte) && byte !== code('/')) at++
    else {
      at++
      while (isRegular(stream[at])) at++
    }
    if (at <= start) throw new RangeError(`Unexpected byte ${byte} in a content stream.`)
    const isNumber = /[-+.0-9]/.test(String.fromCharCode(byte))
    yield {start, end: at, isOperator: isRegular(byte) && !isNumber}
  }
}

function endOfString(stream: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < stream.length; at++) {
    const byte = stream[at]
    if (byte === code('\\')) at++
    else if (byte === code('(')) depth++
    else if (byte === code(')') && --depth === 0) return at + 1
  }
  throw new RangeError('Unexpected end of a content stream in a string.')
}
