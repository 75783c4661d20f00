/**
 * Write a language tag so that every validator of EPUB takes it.
 *
 * The official one still goes by RFC 3066 and refuses most tags with variants, such as
 * `zh-Latn-pinyin`; without them a tag is less exact and no less right.
 *
 * Shape: BCP 47 tag → its language, script and region.
 */
export function epubLanguage(tag: string): string {
  return (
    /^[a-z]+(?:-[a-z]{4}(?![a-z0-9]))?(?:-(?:[a-z]{2}|\d{3})(?![a-z0-9]))?/i.exec(tag)?.[0] ?? tag
  )
}
