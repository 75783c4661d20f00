/**
 * Whether words have what notes have and texts have not: pages, volumes, places of print, archives.
 *
 * Must not match “in 1937 the war”, “no one”, “Press”.
 */
export function soundsLikeNote(words: string): boolean {
  return signs.test(words)
}

const signs =
  /\bpp?\. ?\d|\bll?\. ?\d|\b(?:vol|no|nos|fond|opis|delo)\b\.? ?\d|\b(?:ed|eds|trans|ibid|op\. cit)\.|\(\p{Lu}[\p{L} ]+: \p{Lu}|\d[–-]\d+\.|, \d{4}\)|\d{4}\)[,:;.]|,[”"] ?\*?\p{Lu}|\d{4}\.[”"]|^\d{1,4}\.$/iu
