import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {folded} from '../text/folded.ts'
import type {Origin} from '../text/record.ts'
import type {Annotation, Claim, Documents} from './annotation.ts'

/**
 * The words that a claim of the basis `text` rests on; `null` when they are not what the editors saw, `undefined`
 * when the text is not at hand.
 */
export type WordsOfBasis = (claim: Claim & {readonly basis: 'text'}) => string | null | undefined

/** Something that makes claims: an annotation, a name, an event. */
export interface Claimant {
  readonly id: string
  readonly claims: readonly Claim[]
  /** Words that need no basis: what the claims are about. */
  readonly about: string
  readonly origin: Origin
}

/**
 * Hold claims against what they rest on.
 *
 * Shape: what makes claims, documents, words of places, words that are names → findings: `claim-basis` (error) when a number, date
 * or name of a claim does not occur in its basis; `claim-document` when the basis is no document of
 * documents.yaml, or a place that slipped.
 */
export function checkClaims(
  claimants: readonly Claimant[],
  documents: Documents,
  wordsOf: WordsOfBasis,
  names: ReadonlySet<string> = new Set(),
): Finding[] {
  return claimants.flatMap(({claims, about, origin, id}) => {
    const found: Finding[] = []
    claims.forEach((claim, index) => {
      const basis = basisOf(claim, documents, wordsOf)
      const number = claims.length > 1 ? ` ${index + 1}` : ''
      if (basis === null) {
        const reason = `Expected a basis of claim${number} of \`${id}\` that is there: a document of documents.yaml, or a place that holds what was seen.`
        found.push(finding({...origin, ruleId: 'claim-document', reason}))
      } else if (basis !== undefined) {
        const missing = missingTerms(claim.says, `${basis} ${about}`, names)
        if (missing.length > 0) {
          const reason = `Unexpected “${missing.join('”, “')}” in claim${number} of \`${id}\`, which its basis does not have; correct the claim, or rest it on something else.`
          found.push(finding({...origin, ruleId: 'claim-basis', reason}))
        }
      }
    })
    return found
  })
}

/** The shortest that a reading system opens as a note, and the longest that one can read in passing. */
const lengths = [9, 600] as const

/** Find annotations that say next to nothing, or more than a note can hold: rule `annotation-length` (warning). */
export function checkLengths(annotations: readonly Annotation[]): Finding[] {
  return annotations.flatMap(({claims, origin}) => {
    const length = claims.reduce((sum, {says}) => sum + says.length, 0)
    const [least, most] = lengths
    if (length >= least && length <= most) return []
    const reason =
      length < least
        ? `Expected more than ${length} characters; say it in full.`
        : `Unexpected ${length} characters, where a note holds ${most}; part it, or say it in the front or back matter.`
    return [finding({...origin, ruleId: 'annotation-length', reason, severity: 'warning'})]
  })
}

/** The numbers and names of words that do not occur in others. */
export function missingTerms(
  says: string,
  basis: string,
  names: ReadonlySet<string> = new Set(),
): string[] {
  // A name may stand in the genitive.
  const known = ` ${folded(basis)} ${folded(basis.replaceAll(/['’]s\b/g, ''))} `
  return termsOf(says, names).filter((term) => !known.includes(` ${folded(term)} `))
}

/** The words of a basis; `null` when it is not there, `undefined` when nothing was seen. */
export function basisOf(
  claim: Claim,
  documents: Documents,
  wordsOf: WordsOfBasis,
): string | null | undefined {
  switch (claim.basis) {
    case 'text':
      return wordsOf(claim)
    case 'computed':
      return claim.has.join(' ')
    case 'data':
    case 'document': {
      const document = documents.get(claim.of)
      return document ? [document.title, document.holder, ...claim.has].join(' ') : null
    }
    case 'unseen':
      return undefined
  }
}

/** Words that begin with a capital for other reasons than being a name. */
const common = new Set(
  'A An And As At But By For From He Her His If In It Its No Not Of On One Or She So That The Their Then There These They This Those To Was Were What When Where Which While Who With'.split(
    ' ',
  ),
)

/**
 * The numbers and names of a claim: figures, and words with a capital.
 *
 * Shape: words, words that are known to be names → terms; a word that begins a sentence is one only if it is known.
 */
export function termsOf(says: string, names: ReadonlySet<string> = new Set()): string[] {
  // An apostrophe within a word is a part of it.
  const plain = says.replaceAll(/['’]s\b/g, '').replaceAll(/[*“”"‘()[\],;:]|’(?!\p{L})/gu, ' ')
  const words = plain.split(/\s+/).filter(Boolean)
  return words.flatMap((word, index) => {
    const bare = word.replace(/[.!?]+$/, '')
    // A word that only begins a sentence may be any word.
    const begins = (index === 0 || /[.!?]$/.test(words[index - 1] ?? '')) && !names.has(bare)
    return isTerm(bare, begins) ? [bare] : []
  })
}

function isTerm(word: string, begins: boolean): boolean {
  if (/\d/.test(word)) return true
  if (!/^\p{Lu}./u.test(word) || common.has(word)) return false
  return !begins || /\p{Lu}.*\p{Lu}/u.test(word)
}
