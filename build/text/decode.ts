/** What decoding found: the text, or the offset of the first byte that is not UTF-8. */
export type Decoded =
  {readonly ok: true; readonly text: string} | {readonly ok: false; readonly byte: number}

/**
 * Decode a source.
 *
 * Shape: bytes → text whose UTF-8 encoding is the same bytes (a byte order mark is kept), or the
 * offset of the first malformed byte. Nothing is replaced.
 */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return {ok: true, text: strict(bytes)}
  } catch {
    return {ok: false, byte: firstMalformed(bytes)}
  }
}

function strict(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
}

/** Bisect on prefixes: a prefix that decodes as a stream has no malformed byte. */
function firstMalformed(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = (good + bad + 1) >> 1
    if (decodesAsPrefix(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  // A character that is not whole is malformed from its first byte on.
  while (good > 0 && !isWhole(bytes.subarray(0, good))) good--
  return good
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    strict(bytes)
    return true
  } catch {
    return false
  }
}

function decodesAsPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
