import type {Span} from '../../text/correction.ts'

/** Short words after which a point ends no sentence. */
const abbreviated =
  /(?:^|[\s(“"‘«„[.])(?:\p{L}|\p{Lu}\p{Ll}|[Ee]ds?|[Tt]rans?l?|[Vv]ols?|[Nn]os?|pp?|ll?|[Cc]h(?:ap)?s?|cf|[Cc]it|op|loc|al|ff?|St|Dr|Mr|Mrs|Prof|Jr|Sr|rev|comp|repr|hrsg|[Hh]g|[Bb]d|u\.?a|d|ca?|esp|fols?|sec|fig|n|univ|govt?|dept|tov|Iu|Ia|Zh|Sh|Kh|Ts|Ch|khuu|No|Nr|Jg|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Antiq|Soc|Hist|Proc|Rec|Arch|Dioc|Reg|Diss|Art|phil|Rev|Journ?|Bull|Ser|Inst|Assoc|Dept|Econ|Pol|Sci|Stud|Acad|Publ|Assn|Rep|Bl|Sp|fos?|art|doc|Anm|masch|vgl|Vgl|bzw|Corp)$/u

/** Another title after an imprint. */
const followedByTitle = /^(?:, [^,;()]{1,20})? and (?=[“"])/u

/** What a work has its words from. */
const secondHand = /^, (?:citing|quoting|quoted in|cited in|zit\. nach) /u

/** A page, before another citation. */
const afterLocator = /\b(?:pp?|ll?|S)\.\s?\d+(?:[-–]\d+)?$/u
const followedByName = /^ and (?:[“"]|\p{Lu}[\p{L}.-]* (?:\p{Lu}|[“"]))/u

const opening = '([“„«'
const closing = ')]”»'

/**
 * Cut the words of a note where one citation may end and another begin.
 *
 * Shape: words → parts in their order: between semicolons, and sentences; not within brackets or quotation
 * marks, and not where what follows only says where the words before it are to be found.
 */
export function splitNote(words: string): Span[] {
  const cuts: number[] = []
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < words.length; at++) {
    const sign = words.charAt(at)
    if (sign === '"') isQuoted = !isQuoted
    if (sign === '“' || opening.includes(sign)) depth++
    if (closing.includes(sign)) depth = Math.max(0, depth - 1)
    if (depth > 0 || isQuoted) continue
    if (sign === ';') cuts.push(at + 1)
    if (sign === ',' && secondHand.test(words.slice(at))) cuts.push(at + 1)
    if (sign === ')' && followedByTitle.test(words.slice(at + 1))) cuts.push(at + 1)
    if (
      sign === ' ' &&
      afterLocator.test(words.slice(0, at)) &&
      followedByName.test(words.slice(at))
    ) {
      cuts.push(at)
    }
    if (sign === '.' && endsSentence(words, at)) cuts.push(at + 1)
  }
  const edges = [0, ...cuts, words.length]
  return edges.slice(1).flatMap((end, index): Span[] => {
    const start = edges[index] ?? 0
    return words.slice(start, end).trim() === '' ? [] : [{start, end}]
  })
}

function endsSentence(words: string, at: number): boolean {
  const rest = words.slice(at + 1)
  if (!/^\s+[\p{Lu}“"‘«„(]/u.test(rest)) return false
  // The place in an archive or a reprint belongs to what stands before it.
  if (/^\s+(?:\p{Lu}{3,}\b|(?:Re)?printed in|In:? |Archive|Arkhiv|Vol|Bd)/u.test(rest)) return false
  return !abbreviated.test(words.slice(0, at))
}
