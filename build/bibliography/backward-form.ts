import type {CitationForm} from './citation.ts'

/** Words that send the reader back, in the languages of learned notes. */
const opCit = 'op\\.\\s?cit|loc\\.\\s?cit|art\\.\\s?cit|a\\.\\s?a\\.\\s?O|указ\\.\\s?соч|前掲|前引'
const ibid = 'ibid(?:em)?|ebd|ebenda|tam\\szhe|там\\sже|同上|同前'
/** Before a title it is an author. */
const idem = 'idem(?!,? [“"‘«\\p{Lu}])'

const hasOpCit = new RegExp(`(?<!\\p{L})(?:${opCit})`, 'iu')
const beginsWithIbid = new RegExp(`^[\\s“"‘(]*(?:${ibid}|${idem})(?!\\p{L})`, 'iu')
const anywhere = new RegExp(`(?<!\\p{L})(?:${opCit}|(?:${ibid})(?!\\p{L}))`, 'iu')

/** Which form the words of a citation declare: *Ibid.* at their beginning, *op. cit.* anywhere. */
export function backwardForm(words: string): CitationForm | null {
  return hasOpCit.test(words) ? 'opcit' : beginsWithIbid.test(words) ? 'ibid' : null
}

/** Whether words that send the reader back stand anywhere in others. */
export function sendsBack(words: string): boolean {
  return anywhere.test(words)
}
