/**
 * What no output can hold, for XML forbids it: control characters, and the two that are no
 * characters at all. PDF text layers have them, above all form feeds.
 */
// oxlint-disable-next-line no-control-regex
export const forbidden: RegExp = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/** Write a character by its code: U+000C. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
