import type {Documents, ReadDocument} from '../annotations/annotation.ts'
import type {Claim} from '../annotations/annotation.ts'
import type {Matter, MatterOfEdition} from '../matter/matter.ts'
import type {TextEdition} from '../model/edited-text.ts'
import {listOccurrences} from '../names/list-occurrences.ts'
import type {Names} from '../names/name.ts'
import {chronologyDocument} from './chronology-document.ts'
import type {ClaimContext} from './claim-words.ts'
import {documentsDocument} from './documents-document.ts'
import type {EditionDocument} from './documents.ts'
import {glossaryDocument} from './glossary-document.ts'
import {indexDocument} from './index-document.ts'
import type {MatterPlace} from './matter.ts'
import {namesDocument} from './names-document.ts'
import {proseDocument} from './prose.ts'

/** What the editors say beside the texts. */
export interface EditorsMatter {
  readonly names: Names
  readonly documents: Documents
  readonly matter: MatterOfEdition
}

/** Make the documents that the editors have written, before or behind the texts. */
export function writtenDocuments(
  matter: readonly Matter[],
  context: ClaimContext,
  language: string,
  part: MatterPlace,
): EditionDocument[] {
  return matter.map((one) =>
    one.kind === 'prose'
      ? proseDocument(one, context, language, part)
      : chronologyDocument(one, context, language, part),
  )
}

/** Make the documents that come out of what is known of names and documents: they stand behind the works cited. */
export function madeDocuments(
  {names, documents, matter}: EditorsMatter,
  texts: readonly TextEdition[],
  context: ClaimContext,
  language: string,
): EditionDocument[] {
  const {labels} = context
  const there = namesThere(names, texts)
  const read = usedDocuments(documents, claimsOf(there, matter, texts))
  return [
    documentsDocument(read, labels, language),
    glossaryDocument(there, context, language),
    namesDocument(there, texts, labels, language),
    indexDocument(there, texts, labels, language),
  ].filter((one) => one !== null)
}

/** The names that stand in the texts of a book: an extract has those of its text alone. */
function namesThere(names: Names, texts: readonly TextEdition[]): Names {
  const found = new Set(texts.flatMap(({tree}) => listOccurrences(tree).map(({name}) => name)))
  return {...names, names: new Map([...names.names].filter(([id]) => found.has(id)))}
}

/** All claims of an edition, in no order. */
export function claimsOf(
  names: Names,
  {front, back}: MatterOfEdition,
  texts: readonly TextEdition[],
): Claim[] {
  return [
    ...texts.flatMap(({text}) => text.annotations.annotations),
    ...names.names.values(),
    ...[...front, ...back].flatMap((one) => (one.kind === 'prose' ? [] : one.events)),
  ].flatMap(({claims}) => claims)
}

function usedDocuments(documents: Documents, claims: readonly Claim[]): ReadDocument[] {
  const used = new Set(claims.flatMap((claim) => ('of' in claim ? [claim.of] : [])))
  return [...documents.values()].filter(({id}) => used.has(id))
}
