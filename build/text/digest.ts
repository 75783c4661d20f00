import {createHash} from 'node:crypto'

/** The SHA-256 of bytes or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A short digest of a run of text, to notice that a place no longer holds what an editor saw. */
export function digest(text: string): string {
  return sha256(text).slice(0, 8)
}
