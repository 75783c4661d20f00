import type {ElementContent, Root as HastRoot} from 'hast'
import {h} from 'hastscript'
import type {Paragraph} from 'mdast'
import remarkRehype from 'remark-rehype'
import type {Options} from 'remark-rehype'
import {unified} from 'unified'
import type {PlaceLink, Prose} from '../matter/matter.ts'
import {textOf} from '../structure/tree.ts'
import {mergeReferences, referenceWords} from './claim-words.ts'
import type {ClaimContext} from './claim-words.ts'
import type {EditionDocument, TocEntry} from './documents.ts'
import {matterDocument} from './matter.ts'
import type {MatterPlace} from './matter.ts'
import {elements, wordsIn} from './hast.ts'
import {figureOf} from './picture.ts'

/**
 * Turn what the editors have written into HTML.
 *
 * Shape: prose, context of claims, id of the text in whose document it stands, if any → blocks. A link to a place
 * without words of its own becomes a reference in brackets; one to a text that is not in the book is left out, and
 * its words stay.
 */
export function proseBlocks(prose: Prose, context: ClaimContext, own?: string): ElementContent[] {
  const handlers: NonNullable<Options['handlers']> = {
    link: (state, node) => {
      const words = elements(state.all(node))
      const place: PlaceLink | undefined = node.data?.place
      if (!place) return h('a', {href: node.url}, words)
      const found = context.findPlace(place.text, place.at)
      if (!found) return words
      if (words.length > 0) return h('a', {href: found.href}, words)
      return referenceWords(found, place.text === own) ?? words
    },
  }
  handlers['paragraph'] = (state, node: Paragraph) => {
    const [only] = node.children
    if (only?.type !== 'image') return h('p', mergeReferences(elements(state.all(node))))
    const name = only.url.replace(':', '-')
    const picture = context.pictures.get(name)
    return picture ? figureOf(name, picture, context.labels) : []
  }
  const slugs = new Map<string, number>()
  handlers['heading'] = (state, node) => {
    const id = slugOf(textOf(node), own === undefined ? prose.name : `${own}-headnote`, slugs)
    return h(`h${Math.min(6, node.depth)}`, {id}, elements(state.all(node)))
  }
  const root = unified().use(remarkRehype, {handlers}).runSync(prose.tree) as HastRoot
  return elements(root.children)
}

/** Make a document of what the editors have written; its headings of the second level stand in the contents. */
export function proseDocument(
  prose: Prose,
  context: ClaimContext,
  language: string,
  part: MatterPlace,
): EditionDocument {
  const blocks = proseBlocks(prose, context)
  const about = {name: prose.name, title: prose.title, language, part}
  const document = matterDocument(about, blocks, [])
  const children = blocks.flatMap((block): TocEntry[] => {
    if (block.type !== 'element' || block.tagName !== 'h2') return []
    const href = `${prose.name}.xhtml#${String(block.properties['id'])}`
    return [{href, title: wordsIn(block), children: []}]
  })
  return {...document, toc: {...document.toc, children}}
}

/** A name for a heading, unique in its document. */
function slugOf(words: string, name: string, slugs: Map<string, number>): string {
  const plain = words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const slug = `${name}-h-${plain.replaceAll(/^-|-$/g, '')}`
  const time = (slugs.get(slug) ?? 0) + 1
  slugs.set(slug, time)
  return time === 1 ? slug : `${slug}-${time}`
}
