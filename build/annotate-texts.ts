import {checkClaims} from './annotations/check-claims.ts'
import type {WordsOfBasis} from './annotations/check-claims.ts'
import type {Documents} from './annotations/annotation.ts'
import {isError} from './finding.ts'
import type {Finding} from './finding.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {leavesOf} from './structure/tree.ts'
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
 * Shape: edited texts, documents, ids of all texts of the edition → findings; of a text with errors nothing is said.
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

/** The words of the edition at a range of a source; `null` when it is not there, or holds something else. */
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
  const inside = leavesOf(edition.tree).filter(({leaf}) => {
    return leaf.position.end.offset > start && leaf.position.start.offset < end
  })
  return inside.map(({leaf}) => leaf.value).join('')
}
