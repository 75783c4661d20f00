import type {Claim} from './annotations/annotation.ts'
import type {Matter, MatterOfEdition} from './matter/matter.ts'
import type {EditedText} from './model/edited-text.ts'
import type {Names} from './names/name.ts'

/** What of an edition makes claims. */
interface Claiming {
  readonly texts: readonly EditedText[]
  readonly names: Names
  readonly matter: MatterOfEdition
}

/**
 * Leave out the claims that rest on nothing that was seen, and annotations and events that have no other.
 *
 * Shape: texts, names, front and back matter, whether the book is a draft, which has them → the same without.
 */
export function withoutUnseen<T extends Claiming>(edition: T, isDraft: boolean): T {
  if (isDraft) return edition
  const texts = edition.texts.map((text) => {
    const annotations = told(text.annotations.annotations)
    return {...text, annotations: {...text.annotations, annotations}}
  })
  const names = new Map(
    [...edition.names.names].map(([id, name]) => [id, {...name, claims: seen(name.claims)}]),
  )
  const {front, back} = edition.matter
  const matter = {front: front.map(seenMatter), back: back.map(seenMatter)}
  return {...edition, texts, names: {...edition.names, names}, matter}
}

function seenMatter(matter: Matter): Matter {
  return matter.kind === 'prose' ? matter : {...matter, events: told(matter.events)}
}

/** What still says something. */
function told<T extends {readonly claims: readonly Claim[]}>(all: readonly T[]): T[] {
  return all
    .map((one) => ({...one, claims: seen(one.claims)}))
    .filter(({claims}) => claims.length > 0)
}

function seen(claims: readonly Claim[]): Claim[] {
  return claims.filter(({basis}) => basis !== 'unseen')
}
