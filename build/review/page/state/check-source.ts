/** What came of a file that a reviewer brought as a source. */
export type CheckedSource =
  | {readonly source: string}
  | {readonly fault: 'other' | 'encoding' | 'insecure'; readonly found: string}

/**
 * Check that some bytes are the source that is expected, and decode them.
 *
 * Shape: bytes, the SHA-256 that is expected, what computes one (`null` where the browser has none) → the
 * source, its byte order mark kept; or what is wrong, with the SHA-256 that was found.
 */
export async function checkSource(
  bytes: Uint8Array<ArrayBuffer>,
  expected: string,
  subtle: Pick<SubtleCrypto, 'digest'> | null,
): Promise<CheckedSource> {
  if (!subtle) return {fault: 'insecure', found: ''}
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (found !== expected) return {fault: 'other', found}
  try {
    return {source: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)}
  } catch {
    return {fault: 'encoding', found}
  }
}
