import {readFileSync} from 'node:fs'
import {h} from 'hastscript'
import type {EditionBook, EditionDocument} from '../html/documents.ts'
import {labelsFor} from '../html/labels.ts'
import {pictureFile} from '../html/picture.ts'
import {drawCover} from './cover.ts'
import {EditionPacker} from './edition-packer.ts'
import {writeNav, writeNcx} from './navigation.ts'
import {writePackage} from './package-document.ts'
import type {PackageItem} from './package-document.ts'
import {writeXhtml} from './xhtml.ts'
import type {Page} from './xhtml.ts'

/** A finished EPUB, and the characters of its title that the cover could not show. */
export interface WrittenEpub {
  readonly bytes: Uint8Array
  readonly missingOnCover: readonly string[]
}

/**
 * Write an edition as an EPUB.
 *
 * Shape: book → the archive; the same book gives the same bytes.
 */
export async function writeEpub(book: EditionBook): Promise<WrittenEpub> {
  const labels = labelsFor(book.language)
  const cover = await drawCover(book)
  const coverPage: Page = {
    title: labels.cover,
    language: book.language,
    part: undefined,
    content: [
      h('section', {'epub:type': 'cover', className: ['cover', 'generated']}, [
        h('img', {src: 'images/cover.png', alt: coverWords(book), role: 'doc-cover'}),
      ]),
    ],
  }
  const chapters = [
    {name: 'cover', page: coverPage},
    ...book.documents.map((document) => ({name: document.name, page: pageOf(document)})),
  ].map(({name, page}) => ({href: `${name}.xhtml`, content: writeXhtml(page)}))
  const start = book.documents.find(({kind}) => kind === 'text')?.toc.href ?? 'titlepage.xhtml'
  const packer = new EditionPacker({
    title: book.title,
    identifier: book.identifier,
    language: book.language,
    modified: book.modified,
    packageDocument: writePackage(
      book,
      itemsOf(
        chapters.map(({href}) => href),
        [...book.pictures.keys()],
      ),
      labels,
      start,
    ),
    nav: writeNav(book, labels),
    ncx: writeNcx(book, labels),
    css: readFileSync(new URL('../../styles/epub.css', import.meta.url), 'utf8'),
    chapters,
    files: [
      {href: 'images/cover.png', content: cover.png},
      ...[...book.pictures].map(([name, {svg}]) => {
        return {href: pictureFile(name), content: new TextEncoder().encode(svg)}
      }),
    ],
  })
  return {bytes: await packer.pack(), missingOnCover: cover.missing}
}

const parts = {
  titlepage: 'frontmatter',
  matter: undefined,
  text: 'bodymatter',
  bibliography: 'backmatter',
  index: 'backmatter',
  about: 'backmatter',
} as const

function pageOf({kind, title, language, part, section}: EditionDocument): Page {
  return {title, language, part: part ?? parts[kind], content: [section]}
}

/** List the files of the package; the contents are read after the title page. */
function itemsOf(chapters: readonly string[], pictures: readonly string[]): PackageItem[] {
  const xhtml = 'application/xhtml+xml'
  const nav = {id: 'nav', href: 'toc.xhtml', mediaType: xhtml, properties: 'nav', inSpine: true}
  const pages = chapters.map((href) => ({
    id: href.replace(/\.xhtml$/, ''),
    href,
    mediaType: xhtml,
    inSpine: true,
  }))
  const [cover, titlePage, ...rest] = pages
  return [
    ...[cover, titlePage].filter((page) => page !== undefined),
    nav,
    ...rest,
    {id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', inSpine: false},
    {id: 'css', href: 'style.css', mediaType: 'text/css', inSpine: false},
    {
      id: 'cover-image',
      href: 'images/cover.png',
      mediaType: 'image/png',
      properties: 'cover-image',
      inSpine: false,
    },
    ...pictures.map((name) => ({
      id: `picture-${name}`,
      href: pictureFile(name),
      mediaType: 'image/svg+xml',
      inSpine: false,
    })),
  ]
}

function coverWords(book: EditionBook): string {
  const authors = book.authors.map(({name}) => name).join(', ')
  return [book.title, book.subtitle, authors].filter(Boolean).join('. ')
}
