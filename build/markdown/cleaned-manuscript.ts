import type {Html, Paragraph, RootContent} from 'mdast'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {stringify} from 'yaml'
import {fullTitle} from '../model/config.ts'
import type {TextEdition} from '../model/edited-text.ts'
import {remarkDialect} from '../structure/dialect.ts'
import {childrenOf, isParent} from '../structure/tree.ts'
import type {Parents} from '../structure/tree.ts'

/**
 * Write a text as Markdown with footnotes that any other tool can read.
 *
 * Shape: edited text → Markdown: a YAML block with title, authors, origin and rights, then the
 * text in its reading order, a paragraph a line. Page breaks, raised characters and other
 * languages are inline HTML, for Markdown has nothing for them.
 */
export function cleanedManuscript(edition: TextEdition): string {
  const {config} = edition.text
  const tree = structuredClone(edition.tree)
  plain(tree)
  const writer = unified()
    .use(remarkDialect)
    .use(remarkStringify, {bullet: '-', emphasis: '*', rule: '-', fences: true})
  const head = stringify(
    {
      title: fullTitle(config),
      author: config.authors.map(({name}) => name),
      lang: config.language,
      source: config.published,
      rights: `© ${config.rights.holder}. ${config.rights.statement}`,
    },
    {lineWidth: 0},
  )
  return `---\n${head}---\n\n${writer.stringify(tree)}`
}

/** Replace the nodes that are the edition's own, and make runs of text one. */
function plain(parent: Parents): void {
  const flat = (node: RootContent): RootContent[] => {
    switch (node.type) {
      case 'text':
        return [{type: 'text', value: node.value}]
      case 'pageBreak':
        // Not a comment: one at the head of a paragraph would make it a block of HTML.
        return [html(`<span class="pagebreak" title="${node.label}"></span>`)]
      case 'cut':
        return [{type: 'text', value: node.side === 'before' ? '[…] ' : '[…]'}]
      case 'superscript':
        return [html('<sup>'), ...node.children.flatMap(flat), html('</sup>')]
      case 'subscript':
        return [html('<sub>'), ...node.children.flatMap(flat), html('</sub>')]
      case 'language':
        return [
          html(`<span lang="${node.language}">`),
          ...node.children.flatMap(flat),
          html('</span>'),
        ]
      case 'noteLink': {
        const {identifier} = node
        return [
          ...node.children.flatMap(flat),
          {type: 'footnoteReference', identifier, label: identifier},
        ]
      }
      case 'opening':
        return node.children.flatMap(flat)
      // The manuscript is the author's.
      case 'annotationCall':
        return []
      case 'citation':
      case 'name':
        return node.children.flatMap(flat)
      default:
        return [node]
    }
  }
  const children = childrenOf(parent).flatMap(flat)
  const merged: RootContent[] = []
  for (const node of children) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else merged.push(node)
    if (isParent(node)) plain(node)
  }
  for (const node of merged) {
    if (node.type === 'text') node.value = node.value.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  }
  childrenOf(parent).splice(0, Infinity, ...merged)
  if (parent.type === 'paragraph') trim(parent)
}

/** Blanks at the ends of a paragraph would be written as references. */
function trim({children}: Paragraph): void {
  const first = children.find((node) => node.type !== 'html')
  const last = children.at(-1)
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
}

function html(value: string): Html {
  return {type: 'html', value}
}
