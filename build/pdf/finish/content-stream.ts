import {UnexpectedPdfError} from './unexpected-pdf.ts'

/** An operator as a number: its letters, the first in the lowest place. */
function keyOf(operator: string): number {
  return [...operator].reduce((key, letter, index) => key + letter.charCodeAt(0) * 256 ** index, 0)
}

const keys = (...operators: string[]): ReadonlySet<number> => new Set(operators.map(keyOf))
const paths = keys('m', 'l', 'c', 'v', 'y', 'h', 're')
const paints = keys('f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*')
const objects = keys('Do', 'sh')
const begins = keys('BDC', 'BMC')
const [inlineImage, beginText, endText] = [keyOf('BI'), keyOf('BT'), keyOf('ET')]
const [endMarked, endPath] = [keyOf('EMC'), keyOf('n')]

/**
 * Rewrite the content stream of a page.
 *
 * What is painted outside marked content becomes an artifact: running heads, folios, rules, the
 * numbers in the margin. Marked content whose identifier is listed gets the tag that is given.
 *
 * Shape: decoded stream, tags by identifier → new stream.
 * Throws: `UnexpectedPdfError` for inline images, strings without an end, or marked content that is
 * not balanced; browsers write none of these.
 * Source: ISO 32000-1, 7.8.2 (operators), 14.6 (marked content), 14.8.2.2 (artifacts).
 */
export function rewriteStream(stream: Uint8Array, tags: ReadonlyMap<number, string>): Uint8Array {
  const out: Uint8Array[] = []
  const text = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  let copied = 0
  const insert = (at: number, words: string, skipTo = at): void => {
    out.push(stream.subarray(copied, at), Buffer.from(words, 'latin1'))
    copied = skipTo
  }
  const wrap = (from: number, to: number): void => {
    insert(from, '/Artifact BMC\n')
    insert(to, '\nEMC\n')
  }
  let depth = 0
  /** Where the operands of the next operator begin; -1 when none was read. */
  let operands = -1
  let path = -1
  let textObject = -1
  let isMarked = false
  let at = 0
  while (at < stream.length) {
    const start = at
    const byte = stream[start] as number
    if (kinds[byte] === blank) {
      at++
      continue
    }
    at = endOfToken(text, start)
    if (byte === percent) continue
    if (operands < 0) operands = start
    if (kinds[byte] === delimiter || isNumber(byte)) continue
    let operator = 0
    for (let index = at - 1; index >= start; index--)
      operator = operator * 256 + (stream[index] ?? 0)
    if (operator === inlineImage) throw new UnexpectedPdfError('Unexpected inline image in a page.')
    if (begins.has(operator)) {
      depth++
      const words = text.toString('latin1', operands, start)
      const [, before = '', id] = /^\/(\S+?)\s*<<.*?\/MCID\s+(\d+)/s.exec(words) ?? []
      // A ligature of a running head says its letters in marked content of its own.
      if (id !== undefined || operator === keyOf('BMC')) isMarked = true
      const tag = id === undefined ? undefined : tags.get(Number(id))
      if (tag !== undefined) insert(operands, `/${tag}`, operands + 1 + before.length)
    } else if (operator === endMarked) depth--
    else if (operator === beginText) {
      textObject = operands
      isMarked = depth > 0
    } else if (operator === endText) {
      if (!isMarked && depth === 0 && textObject >= 0) wrap(textObject, at)
      textObject = -1
    } else if (paths.has(operator)) path = path < 0 ? operands : path
    else if (paints.has(operator)) {
      if (depth === 0) wrap(path < 0 ? operands : path, at)
      path = -1
    } else if (operator === endPath) path = -1
    else if (depth === 0 && objects.has(operator)) wrap(operands, at)
    operands = -1
  }
  if (depth !== 0)
    throw new UnexpectedPdfError('Unexpected end of a content stream in marked content.')
  out.push(stream.subarray(copied))
  return Buffer.concat(out)
}

/** What a byte is: part of a name, number or operator; a blank; a delimiter. */
const kinds = new Uint8Array(256)
const [blank, delimiter] = [1, 2]
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = blank
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = delimiter

const [percent, open, close, less, more, slash, backslash] = [...'%()<>/\\'].map((sign) =>
  sign.charCodeAt(0),
) as [number, number, number, number, number, number, number]

function isNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46
}

function endOfToken(stream: Buffer, start: number): number {
  const byte = stream[start] as number
  let at = start + 1
  if (byte === percent) {
    while (at < stream.length && stream[at] !== 10 && stream[at] !== 13) at++
    return at
  }
  if (byte === open) return endOfString(stream, start)
  if (byte === less && stream[at] !== less) {
    const end = stream.indexOf(more, at)
    if (end < 0) throw new UnexpectedPdfError('Unexpected end of a content stream in a string.')
    return end + 1
  }
  if (byte === less || byte === more) return stream[at] === byte ? at + 1 : at
  if (kinds[byte] === delimiter && byte !== slash) return at
  while (at < stream.length && kinds[stream[at] as number] === 0) at++
  return at
}

function endOfString(stream: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < stream.length; at++) {
    const byte = stream[at]
    if (byte === backslash) at++
    else if (byte === open) depth++
    else if (byte === close && --depth === 0) return at + 1
  }
  throw new UnexpectedPdfError('Unexpected end of a content stream in a string.')
}
