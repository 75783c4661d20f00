import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {TextEdition} from '../model/edited-text.ts'
import {isDefinition, isParent, textOf} from '../structure/tree.ts'
import type {Heading, Parents, Root} from 'mdast'
import {annotationNames, annotationNotes} from './annotation-notes.ts'
import type {ClaimContext} from './claim-words.ts'
import type {EditionDocument, PageEntry, TocEntry} from './documents.ts'
import {fullTitle} from '../model/config.ts'
import type {Glosses} from './glosses.ts'
import {headingId} from './ids.ts'
import type {Labels} from './labels.ts'
import {proseBlocks} from './prose.ts'
import {rightsOf} from './rights.ts'
import {toHast} from './to-hast.ts'

/**
 * Make the document of a text: opening, provenance, sections, notes.
 *
 * Shape: edited text, context of claims, what stands after citations, language of the edition → one `section`;
 * sections of the text are nested `section`s with
 * ids, notes stand at the end, annotations after them. A title is added when the source prints none.
 */
export function textDocument(
  edition: TextEdition,
  context: ClaimContext,
  glosses: Glosses,
  language: string,
): EditionDocument {
  const {labels} = context
  const {text, tree} = edition
  const {id, config} = text
  const {body, notes} = toHast(tree, id, labels, glosses)
  const headings = headingsOf(tree)
  const printedTitle = headings.find((heading) => heading.depth === 1)
  const titleId = printedTitle ? headingId(id, printedTitle.data?.slug ?? '') : `${id}-title`
  const [opening, rest] = splitOpening(body)
  const notesId = `${id}-notes`
  const names = annotationNames(tree)
  const annotations = annotationNotes(id, text.annotations.annotations, names, context, language)
  const annotationsId = `${id}-annotations`
  const section = h('section.text', {id, lang: config.language, ariaLabelledBy: titleId}, [
    ...(printedTitle ? opening : [addedOpening(text.config, titleId), ...opening]),
    provenance(text.config, labels),
    ...headnoteOf(text, context, language),
    ...nestSections(rest),
    ...(notes.length > 0
      ? [
          h('section.notes', {ariaLabelledBy: notesId}, [
            h('h2.generated', {id: notesId}, labels.notes),
            ...notes,
          ]),
        ]
      : []),
    ...(annotations.length > 0
      ? [
          h('section.notes.annotations', {ariaLabelledBy: annotationsId}, [
            h('h2.generated', {id: annotationsId}, labels.annotations),
            ...annotations,
          ]),
        ]
      : []),
  ])
  const name = `text-${id}`
  const file = `${name}.xhtml`
  const sections = tocOf(headings, id, file)
  const series: TocEntry[] = [
    ...(notes.length > 0 ? [{href: `${file}#${notesId}`, title: labels.notes, children: []}] : []),
    ...(annotations.length > 0
      ? [{href: `${file}#${annotationsId}`, title: labels.annotations, children: []}]
      : []),
  ]
  const title = config.shortTitle ?? config.title
  return {
    kind: 'text',
    name,
    title,
    byline: config.authors.map((author) => author.name).join(', '),
    language: config.language,
    section,
    toc: {href: file, title, children: [...sections, ...series]},
    pages: pagesOf(section, file),
  }
}

function addedOpening(config: TextEdition['text']['config'], id: string): Element {
  return h('header.opening.generated', [
    h('h1', {id}, fullTitle(config)),
    h('p.byline', config.authors.map((author) => author.name).join(', ')),
  ])
}

/** What the editors say before the text. */
function headnoteOf(
  {id, headnote}: TextEdition['text'],
  context: ClaimContext,
  language: string,
): Element[] {
  if (!headnote) return []
  return [h('div.headnote.generated', {lang: language}, proseBlocks(headnote, context, id))]
}

/** Where the text comes from and whose it is; on its first page, and so on that of an extract. */
function provenance(config: TextEdition['text']['config'], labels: Labels): Element {
  return h('div.provenance.generated', [
    h('p', `${labels.textFrom} ${config.published}`),
    h('p', rightsOf(config.rights, labels)),
  ])
}

/** The blocks of the opening, with the page break before them, and the rest. */
function splitOpening(body: ElementContent[]): [ElementContent[], ElementContent[]] {
  const index = body.findIndex((node) => node.type === 'element' && node.tagName === 'header')
  return index < 0 ? [[], body] : [body.slice(0, index + 1), body.slice(index + 1)]
}

/** Put what follows a heading into a section with it. */
function nestSections(body: readonly ElementContent[]): ElementContent[] {
  const top: ElementContent[] = []
  const open: {depth: number; children: ElementContent[]}[] = [{depth: 0, children: top}]
  for (const node of body) {
    const depth = node.type === 'element' ? Number(/^h([2-6])$/.exec(node.tagName)?.[1] ?? 0) : 0
    if (depth > 0 && node.type === 'element') {
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      const section = h('section', {ariaLabelledBy: String(node.properties['id'] ?? '')}, node)
      open.at(-1)?.children.push(section)
      open.push({depth, children: section.children as ElementContent[]})
    } else open.at(-1)?.children.push(node)
  }
  return top
}

function headingsOf(tree: Root): Heading[] {
  const found: Heading[] = []
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'heading') found.push(child)
      else if (isParent(child) && !isDefinition(child)) walk(child)
    }
  }
  walk(tree)
  return found
}

/** Contents of a text; note references are no part of its headings' words. */
function tocOf(headings: readonly Heading[], text: string, file: string): TocEntry[] {
  const top: TocEntry[] = []
  const open: {depth: number; children: TocEntry[]}[] = [{depth: 1, children: top}]
  for (const heading of headings) {
    if (heading.depth === 1) continue
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
    const children: TocEntry[] = []
    const href = `${file}#${headingId(text, heading.data?.slug ?? '')}`
    const title = textOf(heading).replaceAll(/\s+/g, ' ').trim()
    open.at(-1)?.children.push({href, title, children})
    open.push({depth: heading.depth, children})
  }
  return top
}

function pagesOf(section: Element, file: string): PageEntry[] {
  const pages: PageEntry[] = []
  const walk = (element: Element): void => {
    const {className, id, ariaLabel} = element.properties
    if (Array.isArray(className) && className.includes('pagebreak')) {
      pages.push({href: `${file}#${String(id)}`, label: String(ariaLabel)})
    }
    for (const child of element.children) if (child.type === 'element') walk(child)
  }
  walk(section)
  return pages
}
