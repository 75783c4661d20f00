/**
 * Give words from a field the line ends of what they stand for; fields of a page know only line feeds.
 *
 * Shape: words, what the source has → words with CR LF or CR where the source has these alone.
 */
export function withLineEndsOf(words: string, source: string): string {
  const ends = new Set(source.match(/\r\n|[\r\n]/g) ?? [])
  const [only] = ends.size === 1 ? ends : []
  return only === undefined ? words : words.replaceAll('\n', only)
}
