/**
 * Read words as a table of hits has them: the inverse of how they are written there.
 *
 * Shape: `Grif\u00ADfo\n` → the words themselves; `undefined` when a backslash stands before what it cannot.
 */
export function unescapeHit(written: string): string | undefined {
  let words = ''
  let at = 0
  // A backslash and what it makes special, or a backslash that makes nothing so.
  for (const match of written.matchAll(/\\(?:([nrtbf\\])|u([0-9A-Fa-f]{4}))?/g)) {
    const [all, letter, code] = match
    words += written.slice(at, match.index)
    at = match.index + all.length
    if (code !== undefined) words += String.fromCharCode(Number.parseInt(code, 16))
    else if (letter !== undefined) words += letters[letter] ?? ''
    else return undefined
  }
  return words + written.slice(at)
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\\': '\\',
}
