import {h} from 'hastscript'
import type {ReadDocument} from '../annotations/annotation.ts'
import {folded} from '../text/folded.ts'
import {documentsName} from './claim-words.ts'
import type {EditionDocument} from './documents.ts'
import {documentEntryId} from './ids.ts'
import type {Labels} from './labels.ts'
import {matterDocument} from './matter.ts'

/**
 * Make the list of what the editors have read.
 *
 * Shape: documents on which something rests, labels, language → one document; `null` when there is none.
 */
export function documentsDocument(
  documents: readonly ReadDocument[],
  labels: Labels,
  language: string,
): EditionDocument | null {
  if (documents.length === 0) return null
  const called = ({short, title}: ReadDocument): string => short ?? title
  const sorted = documents.toSorted((a, b) => (folded(called(a)) < folded(called(b)) ? -1 : 1))
  const entries = sorted.map(({id, title, short, holder, url, read}) => {
    const lead = short === undefined ? [] : [h('span.heading', short), ': ']
    const link = url === undefined ? title : h('a', {href: url}, title)
    const words = [...lead, link, `. ${holder}; ${labels.readOn} ${read}.`]
    return h('li', {id: documentEntryId(id)}, h('p', words))
  })
  const about = {name: documentsName, title: labels.documentsRead, language}
  return matterDocument(about, [h('p', labels.documentsReadNote), h('ul.entries', entries)], [])
}
