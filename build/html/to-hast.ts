import type {Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Text} from 'hast'
import {h} from 'hastscript'
import type {FootnoteDefinition, List, Nodes, Root, RootContent} from 'mdast'
import remarkRehype, {defaultHandlers} from 'remark-rehype'
import type {Options} from 'remark-rehype'
import {unified} from 'unified'
import {isDefinition} from '../structure/tree.ts'
import type {AnnotationCall, NoteFacts, Parents} from '../structure/tree.ts'
import {annotationCall, annotationNames} from './annotation-notes.ts'
import type {AnnotationNames} from './annotation-notes.ts'
import {elements} from './hast.ts'
import {headingId, nameId, noteId, pageId, paragraphId, referenceId} from './ids.ts'
import type {Glosses} from './glosses.ts'
import type {Labels} from './labels.ts'
import {withTitleLanguages} from './title-languages.ts'
import {noteName} from './note-name.ts'

/** A text as HTML: the blocks of its body, and its notes. */
export interface TextParts {
  readonly body: ElementContent[]
  readonly notes: Element[]
}

type Handlers = NonNullable<Options['handlers']>

/**
 * Turn an edition tree into HTML.
 *
 * Shape: tree, id of the text and labels → body and notes as hast, for every output. What has no
 * source text carries the class `generated`; note numbers are the printed ones where they are the
 * same, and carry it only where the edition counts anew. Positions stay those of the source.
 */
export function toHast(tree: Root, text: string, labels: Labels, glosses: Glosses): TextParts {
  const definitions = tree.children.filter(isDefinition)
  const names = annotationNames(tree)
  const calls = new Map<string, number>()
  const handlers = makeHandlers(text, labels, definitions, calls, glosses, names)
  const processor = unified().use(remarkRehype, {handlers})
  const convert = (children: RootContent[]): ElementContent[] => {
    const root = processor.runSync({type: 'root', children}) as HastRoot
    return root.children.filter((child): child is ElementContent => child.type !== 'doctype')
  }
  const body = convert(tree.children.filter((node) => !isDefinition(node)))
  const contents = definitions.map((node) => convert(node.children))
  // Notes may call notes: the links back are set when all calls are counted.
  const notes = definitions.map((node, index) => {
    const links = backlinks(text, node, calls.get(node.identifier) ?? 0, labels)
    return h('div.note', {id: noteId(text, node.identifier)}, headed(links, contents[index] ?? []))
  })
  return {body, notes}
}

/** A run of words that the edition adds. */
export function generated(words: string): Element {
  return h('span.generated', words)
}

function makeHandlers(
  text: string,
  labels: Labels,
  definitions: readonly FootnoteDefinition[],
  calls: Map<string, number>,
  glosses: Glosses,
  names: AnnotationNames,
): Handlers {
  const facts = new Map(definitions.map((node) => [node.identifier, node.data?.note]))
  const pages = new Map<string, number>()
  const call = (identifier: string, children: ElementContent[], name = 'a.noteref'): Element => {
    const time = (calls.get(identifier) ?? 0) + 1
    calls.set(identifier, time)
    const id = referenceId(text, identifier, time)
    return h(name, {id, href: `#${noteId(text, identifier)}`}, children)
  }
  const handlers: Handlers = {
    text: (_, node): Text => at(node, {type: 'text', value: node.value}),
    paragraph: (state, node) => {
      const number = node.data?.paragraph
      const id = number === undefined ? undefined : paragraphId(text, number)
      return at(node, h('p', id === undefined ? {} : {id}, elements(state.all(node))))
    },
    list: (state, node: List) => {
      // Items of a tight list hold no paragraphs in HTML, so the items themselves have their numbers.
      const isLoose = node.spread === true || node.children.some(({spread}) => spread === true)
      for (const item of isLoose ? [] : node.children) {
        const [first] = item.children
        const number = first?.type === 'paragraph' ? first.data?.paragraph : undefined
        if (number !== undefined) {
          item.data = {...item.data, hProperties: {id: paragraphId(text, number)}}
        }
      }
      return defaultHandlers.list(state, node)
    },
    heading: (state, node) => {
      const id = headingId(text, node.data?.slug ?? '')
      return at(node, h(`h${node.depth}`, {id}, elements(state.all(node))))
    },
    footnoteReference: (_, node) =>
      at(node, call(node.identifier, numberOf(facts.get(node.identifier)))),
    noteLink: (state, node) => call(node.identifier, elements(state.all(node)), 'a.noteref.words'),
    superscript: (state, node) => at(node, h('sup', elements(state.all(node)))),
    subscript: (state, node) => at(node, h('sub', elements(state.all(node)))),
    language: (state, node) => h('span', {lang: node.language}, elements(state.all(node))),
    citation: (state, node) => {
      const words = elements(state.all(node))
      const link = glosses.get(node.id)
      if (!link) return words
      const tagged = withTitleLanguages(words, link.titles)
      return [h('span.citation', {dataEntry: link.href}, tagged), link.gloss]
    },
    name: (state, node) =>
      h('span.name', {id: nameId(text, node.number)}, elements(state.all(node))),
    annotationCall: (_, node: AnnotationCall, parent: Parents | undefined) => {
      const call = annotationCall(text, node.id, names.get(node.id) ?? '?')
      const next = parent?.children[parent.children.indexOf(node as never) + 1]?.type
      // Two calls side by side would read as one number.
      const isAmong = next === 'footnoteReference' || next === 'annotationCall'
      return isAmong ? [call, h('span.between.generated', ',')] : call
    },
    opening: (state, node) => h('header.opening', elements(state.wrap(state.all(node), true))),
    pageBreak: (_, node) => {
      const id = pageId(text, node.label)
      const time = (pages.get(id) ?? 0) + 1
      pages.set(id, time)
      const unique = time === 1 ? id : `${id}-${time}`
      return h('span.pagebreak', {id: unique, ariaLabel: node.label})
    },
    cut: (_, node) => {
      const isBefore = node.side === 'before'
      const title = isBefore ? labels.cutBefore : labels.cutAfter
      return h('span.cut.generated', {title}, isBefore ? '[…] ' : '[…]')
    },
  }
  return handlers
}

/** The links from a note back to what calls it; the first one is its number. */
function backlinks(
  text: string,
  node: FootnoteDefinition,
  times: number,
  labels: Labels,
): ElementContent[] {
  const facts = node.data?.note
  const number = numberOf(facts)
  const label = number.length > 0 ? number : [generated(labels.note)]
  // After a sign there is no point.
  const point = /^[*†‡§]+$/u.test(facts?.printed ?? '') ? [] : [generated('.')]
  const name = noteName(facts, labels)
  return Array.from({length: Math.max(1, times)}, (_, index) => index + 1).flatMap((time) => {
    const href = `#${referenceId(text, node.identifier, time)}`
    const words = time === 1 ? [...label, ...point] : [generated(`(${time})`)]
    return [h('a.backlink', {href, ariaLabel: `${labels.backTo}: ${name}`}, words), blank]
  })
}

const blank: Text = {type: 'text', value: ' '}

/** Put the links at the head of the first paragraph of a note; some readers show no more. */
function headed(links: ElementContent[], blocks: ElementContent[]): ElementContent[] {
  const [first, ...rest] = blocks.filter((block) => block.type === 'element')
  if (first?.tagName !== 'p') return [h('p', links), ...blocks]
  return [{...first, children: [...links, ...first.children]}, ...rest]
}

/** The number of a note: in the edition, and in print where that is another one. */
function numberOf(facts: NoteFacts | undefined): ElementContent[] {
  const printed = facts?.printed.normalize('NFKC') ?? ''
  const number = facts?.number ?? printed
  if (printed === '') return []
  return number === printed
    ? [{type: 'text', value: printed}]
    : [generated(`${number} [`), {type: 'text', value: printed}, generated(']')]
}

function at<N extends HastNodes>(from: Nodes, node: N): N {
  if (from.position) node.position = from.position
  return node
}
