import type {TextEdition} from '../model/edited-text.ts'

/** What each text is called for short: by its first author, or by its title where several are that author's. */
export function namesOfTexts(texts: readonly TextEdition[]): Map<string, string> {
  const authorOf = ({text}: TextEdition): string | undefined =>
    text.config.authors[0]?.fileAs.split(',')[0]
  return new Map(
    texts.map((one) => {
      const {id, config} = one.text
      const author = authorOf(one)
      const isOnly = texts.filter((other) => authorOf(other) === author).length === 1
      return [id, isOnly && author ? author : (config.shortTitle ?? config.title)]
    }),
  )
}
