import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {directionOf} from '../../html/direction.ts'
import type {DocumentKind, EditionBook, EditionDocument, TocEntry} from '../../html/documents.ts'
import type {Labels} from '../../html/labels.ts'
import {writeTag} from '../tag-language.ts'
import {printSection} from './print-section.ts'
import type {NoteCounter} from './print-section.ts'

/** An entry of the contents and of the outline. */
export interface PrintEntry {
  /** Id of the element it leads to. */
  readonly id: string
  readonly title: string
  readonly byline?: string | undefined
  readonly children: readonly PrintEntry[]
}

/** An edition as one page of HTML, before it is broken into pages. */
export interface PrintDocument {
  readonly html: string
  /** Everything that can be opened from the contents, in its order. */
  readonly entries: readonly PrintEntry[]
  /** Ids of the notes, in the order of the numbers they are tagged with. */
  readonly notes: readonly string[]
  /** Ids of the flows, in the order in which they are printed; the first is the front matter. */
  readonly flows: readonly string[]
  /** Every character of the words. */
  readonly letters: ReadonlySet<string>
}

/** Id of the contents. */
const contentsId = '_contents'

/**
 * Put an edition into one page of HTML: front matter and body as flows of their own, notes apart.
 *
 * Shape: book, labels, style rules → HTML, entries of the contents, notes.
 */
export function printHtml(book: EditionBook, labels: Labels, css: string): PrintDocument {
  const counter: NoteCounter = {next: 0, chapter: 0}
  const printed = book.documents.map((document) => {
    const made = printSection(inOnePage(document, book.documents), document.language, counter)
    if (document.kind !== 'titlepage') counter.chapter++
    return {document, ...made}
  })
  const sections = printed.map(({document, section}) => ({
    document,
    section: chapter(document, section),
  }))
  const bodyParts = sections.filter(({document}) => document.kind !== 'titlepage')
  const titlePages = sections.filter(({document}) => document.kind === 'titlepage')
  const notes = printed.flatMap((one) => one.notes)
  const ids = new Set(bodyParts.flatMap(({section}) => idsOf(section)))
  const texts = bodyParts.map(({document}) => entryOf(document, ids))
  const front = h('div#_front.flow', [
    ...titlePages.map(({section}) => section),
    imprint(book, labels),
    contents(texts, labels, book.language),
  ])
  // The index refers to pages, so what stands before it is broken into pages first.
  const index = bodyParts.findIndex(({document}) => document.kind === 'index')
  const [body, back] =
    index < 0 ? [bodyParts, []] : [bodyParts.slice(0, index), bodyParts.slice(index)]
  const bodies = [
    {id: '_body', parts: body},
    ...(back.length > 0 ? [{id: '_back', parts: back}] : []),
  ].map(({id, parts}) =>
    h(
      'div.flow',
      {id},
      parts.map(({section}) => section),
    ),
  )
  const page = h('html', {lang: book.language, dir: directionOf(book.language)}, [
    h('head', [h('meta', {charSet: 'utf-8'}), h('title', book.title), h('style', css)]),
    h('body', [front, ...bodies, h('div#_notes.flow', notes)]),
  ])
  const tree: Root = {type: 'root', children: [{type: 'doctype'}, page]}
  const html = unified().use(rehypeStringify, {allowDangerousHtml: false}).stringify(tree)
  const own = {id: contentsId, title: labels.contents, children: []}
  return {
    html,
    entries: [own, ...texts],
    notes: notes.map(({properties}) => String(properties['id'])),
    flows: [front, ...bodies].map(({properties}) => String(properties['id'])),
    letters: new Set([front, ...bodies, ...notes].flatMap(wordsOf).join('')),
  }
}

/**
 * The section of a document with ids that no text has, for all stand in one page here, and with links to
 * other documents as links within the page. Ids of texts begin with a letter or figure.
 */
function inOnePage(
  {kind, name, section}: EditionDocument,
  documents: readonly EditionDocument[],
): Element {
  const rename = (element: Element): Element => {
    const {id, href, dataEntry} = element.properties
    const link = href === undefined ? 'dataEntry' : 'href'
    const [, file, target] = /^(.+)\.xhtml#(.+)$/.exec(String(href ?? dataEntry ?? '')) ?? []
    const other = documents.find((one) => one.name === file)
    return {
      ...element,
      properties: {
        ...element.properties,
        ...(id === undefined ? {} : {id: printId(String(id), kind)}),
        ...(other && target ? {[link]: `#${printId(target, other.kind)}`} : {}),
      },
      children: element.children.map((child) => (child.type === 'element' ? rename(child) : child)),
    }
  }
  const renamed = rename(section)
  return kind === 'text'
    ? renamed
    : {...renamed, properties: {...renamed.properties, id: `_${name}`}}
}

/** An id in the one page of all documents: texts keep theirs, all else is set apart from them. */
export function printId(id: string, kind: DocumentKind): string {
  return kind === 'text' ? id : `_${id}`
}

/** A document as a chapter: it begins a page, and on it a little way down. */
function chapter(document: EditionDocument, section: Element): Element {
  const sink = h(`div.sink.solid.opens-page.${document.kind}`, {ariaHidden: 'true'})
  return {...section, children: [sink, ...section.children]}
}

/** What stands on the back of the title page. */
function imprint(book: EditionBook, labels: Labels): Element {
  const lang = writeTag({language: book.language, role: 'genblock'})
  return h('section.imprint', {lang}, [
    h('div.sink.solid.opens-page.imprint', {ariaHidden: 'true'}),
    ...(book.publisher ? [h('p', book.publisher)] : []),
    h('p', book.rights),
    ...book.published.map((source) => h('p', `${labels.textFrom} ${source}`)),
    h('p', `${labels.identifier}: ${book.identifier}`),
    h('p', `${labels.lastChanged}: ${book.modified.slice(0, 10)}`),
  ])
}

/** The contents; the numbers of the pages are filled in when they are known. */
function contents(entries: readonly PrintEntry[], labels: Labels, language: string): Element {
  const row = (entry: PrintEntry, depth: number): Element[] => [
    h(`li.level-${depth}`, {lang: writeTag({language, role: 'toci'})}, [
      h('p', [
        ...(entry.byline ? [h('span.byline', entry.byline), ' '] : []),
        h('a', {href: `#${entry.id}`}, [
          h('span.title', entry.title),
          // The number goes with the last word.
          '\u00A0',
          pageReference(entry.id),
        ]),
      ]),
    ]),
    ...entry.children.flatMap((child) => row(child, depth + 1)),
  ]
  return h('section.contents', {lang: writeTag({language, role: 'genblock'})}, [
    h('div.sink.solid.opens-page.contents', {ariaHidden: 'true'}),
    h('h1', {id: contentsId}, labels.contents),
    h(
      'ul.toc',
      {lang: writeTag({language, role: 'toc'})},
      entries.flatMap((entry) => row(entry, 1)),
    ),
  ])
}

/** The number of the page where something stands; filled in when it is known. */
function pageReference(id: string): Element {
  return h('span.page-reference', {dataTarget: id}, '000')
}

function entryOf(document: EditionDocument, ids: ReadonlySet<string>): PrintEntry {
  const convert = ({href, title, children}: TocEntry): PrintEntry[] => {
    const [, id] = href.split('#')
    const own = id ?? documentId(document)
    return ids.has(own) ? [{id: own, title, children: children.flatMap(convert)}] : []
  }
  const [entry] = convert(document.toc)
  if (!entry) throw new RangeError(`The document \`${document.name}\` has no place in print.`)
  return {...entry, byline: document.byline}
}

function documentId({kind, section, name}: EditionDocument): string {
  return kind === 'text' ? String(section.properties['id'] ?? name) : `_${name}`
}

function wordsOf(element: Element): string[] {
  return element.children.flatMap((child) =>
    child.type === 'text' ? [child.value] : child.type === 'element' ? wordsOf(child) : [],
  )
}

function idsOf(element: Element): string[] {
  const own = element.properties['id']
  const below = element.children.flatMap((child) => (child.type === 'element' ? idsOf(child) : []))
  return own === undefined ? below : [String(own), ...below]
}
