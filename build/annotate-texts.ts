import {checkClaims} from './annotations/check-claims.ts'
import type {WordsOfBasis} from './annotations/check-claims.ts'
import type {Documents} from './annotations/annotation.ts'
import {isError} from './finding.ts'
import type {Finding} from './finding.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {leavesOf} from './structure/tree.ts'
import type {Leaf} from './structure/tree.ts'
import {digest} from './text/digest.ts'
import {toOffset} from './text/place.ts'

/**
 * Leave out the claims that rest on nothing that was seen, and annotations that have no other.
 *
 * Shape: texts, whether the book is a draft, which has them → texts.
 */
export function withoutUnseen(texts: readonly EditedText[], isDraft: boolean): EditedText[] {
  if (isDraft) return [...texts]
  return texts.map((text) => {
    const annotations = text.annotations.annotations.flatMap((one) => {
      const claims = one.claims.filter(({basis}) => basis !== 'unseen')
      return claims.length > 0 ? [{...one, claims}] : []
    })
    return {...text, annotations: {...text.annotations, annotations}}
  })
}

/**
 * Hold the annotations of the texts of an edition against what they rest on.
 *
 * Shape: edited texts, documents, ids of all texts of the edition → findings; of a text with errors nothing is
 * said.
 */
export function checkAnnotations(
  texts: readonly TextEdition[],
  documents: Documents,
  known: readonly string[],
): Finding[] {
  return texts.flatMap(({text, findings}) => {
    if (findings.some(isError)) return []
    const wordsOf: WordsOfBasis = (claim) => {
      const id = claim.text ?? text.id
      // In an extract the other texts are not at hand.
      if (known.includes(id) && !texts.some((one) => one.text.id === id)) return undefined
      return wordsIn(texts, id, claim)
    }
    return checkClaims(text.annotations.annotations, documents, wordsOf)
  })
}

/**
 * The words of the edition at a range of a source, with title and authors of the text; `null` when it is not there,
 * or holds something else.
 */
function wordsIn(
  texts: readonly TextEdition[],
  id: string,
  {at, to, digest: seen}: Parameters<WordsOfBasis>[0],
): string | null {
  const edition = texts.find(({text}) => text.id === id)
  if (!edition) return null
  const {lines, value} = edition.text.source
  const [start, end] = [toOffset(lines, at), toOffset(lines, to)]
  if (start === undefined || end === undefined) return null
  if (digest(value.slice(start, end)) !== seen) return null
  const words = leavesOf(edition.tree).map(({leaf}) => partOf(leaf, start, end))
  // Whose text it is need not be said at the place.
  const {title, authors} = edition.text.config
  return [words.join(''), title, ...authors.map(({name}) => name)].join(' ')
}

/** What of a leaf lies in a range; a reading that is not as long as its lemma lies in it whole. */
function partOf({value, position}: Leaf, start: number, end: number): string {
  const [from, to] = [position.start.offset, position.end.offset]
  if (to <= start || from >= end) return ''
  if (to - from !== value.length) return value
  return value.slice(Math.max(0, start - from), end - from)
}
