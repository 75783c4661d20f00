import {h} from 'hastscript'
import type {Element} from 'hast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Element as XmlElement} from 'xast'
import type {EditionBook, PageEntry, TocEntry} from '../html/documents.ts'
import type {Labels} from '../html/labels.ts'
import {epubLanguage} from './epub-language.ts'
import {wellFormed, writeXhtml} from './xhtml.ts'

/** Write the navigation document: contents, landmarks, and the pages of the print by text. */
export function writeNav(book: EditionBook, labels: Labels): string {
  const entry = ({href, title, children}: TocEntry): Element =>
    h('li', [h('a', {href}, title), ...(children.length > 0 ? [h('ol', children.map(entry))] : [])])
  const texts = book.documents.filter((document) => document.kind === 'text')
  const start = texts[0]?.toc.href ?? 'titlepage.xhtml'
  const landmark = (type: string, href: string, title: string): Element =>
    h('li', h('a', {'epub:type': type, href}, title))
  const paged = texts.filter((document) => document.pages.length > 0)
  const pageItem = ({href, label}: PageEntry): Element => h('li', h('a', {href}, label))
  const contents = h('nav', {'epub:type': 'toc', role: 'doc-toc', id: 'toc'}, [
    h('h1', labels.contents),
    h(
      'ol',
      book.documents.map((document) => entry(document.toc)),
    ),
  ])
  const landmarks = h('nav', {'epub:type': 'landmarks', id: 'landmarks', hidden: true}, [
    h('h2', labels.landmarks),
    h('ol', [
      landmark('cover', 'cover.xhtml', labels.cover),
      landmark('toc', 'toc.xhtml#toc', labels.contents),
      landmark('bodymatter', start, texts[0]?.title ?? book.title),
    ]),
  ])
  const pages = h(
    'nav',
    {'epub:type': 'page-list', role: 'doc-pagelist', id: 'pages', hidden: true},
    [
      h('h2', labels.pages),
      h(
        'ol',
        paged.flatMap((document) => document.pages.map(pageItem)),
      ),
    ],
  )
  return writeXhtml({
    title: labels.contents,
    language: book.language,
    part: 'frontmatter',
    content: [contents, landmarks, ...(paged.length > 0 ? [pages] : [])],
  })
}

/** Write the NCX, which Kobo and KOReader still read; its order is that of the reading. */
export function writeNcx(book: EditionBook, labels: Labels): string {
  const order = readingOrder(book)
  const point = ({href, title, children}: TocEntry): XmlElement => {
    const place = String(order.get(href) ?? 0)
    return x('navPoint', {id: `point-${place}`, playOrder: place}, [
      x('navLabel', [x('text', title)]),
      x('content', {src: href}),
      ...children.map(point),
    ])
  }
  const pages = book.documents.flatMap((document) => document.pages)
  const number = (label: string): number => (/^\d+$/.test(label) ? Number(label) : 0)
  const target = ({href, label}: PageEntry, index: number): XmlElement => {
    const value = number(label) > 0 ? {type: 'normal', value: label} : {type: 'special'}
    const playOrder = String(order.get(href) ?? 0)
    return x('pageTarget', {id: `page-${index + 1}`, ...value, playOrder}, [
      x('navLabel', [x('text', label)]),
      x('content', {src: href}),
    ])
  }
  const toc = book.documents.map((document) => document.toc)
  const meta = (name: string, content: string): XmlElement => x('meta', {name, content})
  const tree = x(
    'ncx',
    {
      xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
      version: '2005-1',
      'xml:lang': epubLanguage(book.language),
    },
    [
      x('head', [
        meta('dtb:uid', book.identifier),
        meta('dtb:depth', String(depth(toc))),
        meta('dtb:totalPageCount', String(pages.length)),
        meta('dtb:maxPageNumber', String(Math.max(0, ...pages.map(({label}) => number(label))))),
      ]),
      x('docTitle', [x('text', book.title)]),
      x('navMap', toc.map(point)),
      ...(pages.length > 0
        ? [x('pageList', [x('navLabel', [x('text', labels.pages)]), ...pages.map(target)])]
        : []),
    ],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${wellFormed(toXml(tree))}\n`
}

function depth(entries: readonly TocEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(({children}) => depth(children)))
}

/** Number every place that the contents or the page list name, in the order of the reading. */
function readingOrder(book: EditionBook): Map<string, number> {
  const named = new Set<string>()
  const name = (entry: TocEntry): void => {
    named.add(entry.href)
    entry.children.forEach(name)
  }
  for (const {toc, pages} of book.documents) {
    name(toc)
    for (const {href} of pages) named.add(href)
  }
  const order = new Map<string, number>()
  const take = (href: string): void => {
    if (named.has(href) && !order.has(href)) order.set(href, order.size + 1)
  }
  for (const {name: file, section} of book.documents) {
    take(`${file}.xhtml`)
    const walk = (element: Element): void => {
      const {id} = element.properties
      if (typeof id === 'string') take(`${file}.xhtml#${id}`)
      for (const child of element.children) if (child.type === 'element') walk(child)
    }
    walk(section)
  }
  return order
}
