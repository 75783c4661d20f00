/** The code page by which the bytes of a text were misread. */
export type CodePage = 'windows-1252' | 'latin1'

/**
 * Misread a character: its bytes in UTF-8, each as a character of an older code.
 *
 * The five bytes that Windows-1252 leaves open come out as control characters, as browsers do it.
 */
export function misreadBytes(char: string, page: CodePage): string {
  const bytes = new TextEncoder().encode(char)
  if (page === 'latin1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return new TextDecoder('windows-1252').decode(bytes)
}
