import type {Change} from '../../text/compose.ts'

/**
 * Find what is left of misread characters that lost a byte, for no character stands for it.
 *
 * Shape: a text that is known to be misread → ” that lost its last byte, and blanks that do not break and
 * became plain ones. Must not match before a straight quotation mark, which may be that byte.
 */
export function lostBytes(text: string): Change[] {
  return [...text.matchAll(lost)].map(({0: lemma, index: start}) => {
    const reading = lemma.startsWith('â') ? '”' : ''
    return {start, end: start + lemma.length, lemma, reading}
  })
}

const lost =
  /â€(?:\uFFFD|(?![\u0080-\u00BF"'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]))|(?<=[\p{Ll}\d.,;:!?)’”])Â(?= )/gu
