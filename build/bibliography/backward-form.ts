import type {CitationForm} from './citation.ts'

/**
 * Words that send the reader back, in the languages of learned notes. *Ibid.* stands first; *Idem* before a
 * title is an author. *Op. cit.* stands anywhere.
 */
const opCit =
  /(?<!\p{L})(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|a\.\s?a\.\s?O|указ\.\s?соч|前掲|前引)/iu
const ibid =
  /^[\s“"‘(]*(?:ibid(?:em)?|idem(?!,? [“"‘«\p{Lu}])|ebd|ebenda|tam\szhe|там\sже|同上|同前)(?!\p{L})/iu

/** Which form the words of a citation declare, if they declare one. */
export function backwardForm(words: string): CitationForm | null {
  return opCit.test(words) ? 'opcit' : ibid.test(words) ? 'ibid' : null
}
