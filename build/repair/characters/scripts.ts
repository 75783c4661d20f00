/** Chinese, Japanese and Korean signs, of which two are a word. */
export const signs = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303F\uFF00-\uFFEF]/u

/** Scripts that whole words of a text may stand in, and the marks that go with them. */
const scripts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Cyrillic', /\p{sc=Cyrl}/u],
  ['Greek', /[\p{sc=Grek}\u1F00-\u1FFF]/u],
  ['Hebrew', /\p{sc=Hebr}/u],
  ['Arabic', /[\p{sc=Arab}\u0600-\u06FF]/u],
  ['Armenian', /\p{sc=Armn}/u],
  ['Georgian', /\p{sc=Geor}/u],
  ['Devanagari', /\p{sc=Deva}/u],
  ['Thai', /\p{sc=Thai}/u],
  ['Mongolian', /\p{sc=Mong}/u],
  ['Tibetan', /\p{sc=Tibt}/u],
  ['signs', signs],
]

/** The script of a character, when it is not Latin; empty for all others. */
export function scriptOf(character: string): string {
  if (character < '\u0370') return ''
  return scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? ''
}
