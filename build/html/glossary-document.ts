import {h} from 'hastscript'
import {byHeading} from '../names/forms-of-name.ts'
import {nameKinds} from '../names/name.ts'
import type {Names} from '../names/name.ts'
import {claimWords} from './claim-words.ts'
import type {ClaimContext} from './claim-words.ts'
import type {EditionDocument} from './documents.ts'
import {nameEntryId} from './ids.ts'
import {matterDocument} from './matter.ts'

/** Name of the document with the glossary. */
export const glossaryName = 'glossary'

/**
 * Make the glossary: who or what the names are, as far as it is known from something that was seen.
 *
 * Shape: names, context of claims, language → one document: a list a kind of name; `null` when nothing is said of
 * any.
 */
export function glossaryDocument(
  names: Names,
  context: ClaimContext,
  language: string,
): EditionDocument | null {
  const {labels} = context
  const told = [...names.names.values()].filter(({claims}) => claims.length > 0).sort(byHeading)
  if (told.length === 0) return null
  const parts = nameKinds.flatMap((kind) => {
    const own = told.filter((name) => name.kind === kind)
    if (own.length === 0) return []
    const list = h(
      'ul.entries',
      own.map((name) => {
        const id = nameEntryId(glossaryName, name.id)
        const heading = h('span.heading', name.name)
        return h('li', {id}, h('p', [heading, ': ', ...claimWords(name.claims, context)]))
      }),
    )
    return [{id: `${glossaryName}-${kind}`, title: labels.nameKinds[kind], content: [list]}]
  })
  const about = {name: glossaryName, title: labels.glossary, language}
  return matterDocument(about, [h('p', labels.glossaryNote)], parts)
}
