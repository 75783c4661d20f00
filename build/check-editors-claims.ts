import {checkClaims, checkLengths} from './annotations/check-claims.ts'
import type {Claimant, WordsOfBasis} from './annotations/check-claims.ts'
import type {Documents} from './annotations/annotation.ts'
import {isError} from './finding.ts'
import type {Finding} from './finding.ts'
import {checkEvents} from './matter/check-events.ts'
import {checkProse} from './matter/check-matter.ts'
import type {MatterOfEdition} from './matter/matter.ts'
import type {TextEdition} from './model/edited-text.ts'
import type {Name, Names} from './names/name.ts'
import {wordsAt} from './words-at.ts'

/** Everything of an edition, beside its texts, in which the editors claim something. */
export interface EditorsClaims {
  readonly documents: Documents
  readonly names: Names
  readonly matter: MatterOfEdition
}

/**
 * Hold what the editors say against what it rests on: annotations and headnotes of the texts, names, events, prose.
 *
 * Shape: edited texts, what else is said, ids of all texts of the edition, language → findings; of a text with
 * errors nothing is said.
 */
export function checkEditorsClaims(
  texts: readonly TextEdition[],
  {documents, names, matter}: EditorsClaims,
  known: readonly string[],
  language: string,
): Finding[] {
  const sound = texts.filter(({findings}) => !findings.some(isError))
  const wordsOf =
    (own?: string): WordsOfBasis =>
    ({text = own ?? '', at, to, digest}) =>
      wordsAt(texts, known, {text, at, to, digest})
  const named = texts.flatMap(({text: {config}}) => [
    config.title,
    ...config.authors.map(({name}) => name),
  ])
  const nameWords = wordsOfNames(names)
  const check = (claimants: readonly Claimant[], own?: string): Finding[] =>
    checkClaims(claimants, documents, wordsOf(own), nameWords)
  const matters = [...matter.front, ...matter.back]
  const headnotes = sound.flatMap(({text}) => text.headnote ?? [])
  return [
    ...sound.flatMap(
      ({
        text: {
          id,
          annotations: {annotations},
        },
      }) => [
        ...check(
          annotations.map(({lemma, ...one}) => ({...one, about: lemma})),
          id,
        ),
        ...checkLengths(annotations),
      ],
    ),
    ...check([...names.names.values()].map((one) => ({...one, about: wordsOfName(one)}))),
    ...matters.flatMap((one) => {
      if (one.kind === 'prose') return []
      return [
        ...check(one.events.map((event) => ({...event, about: event.date}))),
        ...checkEvents(one.events, documents, wordsOf(), language),
      ]
    }),
    ...[...matters.filter((one) => one.kind === 'prose'), ...headnotes].flatMap((prose) =>
      checkProse(prose, (place) => wordsAt(texts, known, place), named.join(' '), nameWords),
    ),
  ]
}

/** The words with a capital of which forms of names are made. */
function wordsOfNames({names}: Names): Set<string> {
  const words = [...names.values()].flatMap((name) => wordsOfName(name).split(/[\s,]+/))
  return new Set(words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)))
}

function wordsOfName({name, sort, forms, also}: Name): string {
  return [name, sort, ...[...forms, ...also].map(({form}) => form)].join(' ')
}
