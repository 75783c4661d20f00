import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Element} from 'xast'
import type {EditionBook} from '../html/documents.ts'
import {directionOf} from '../html/direction.ts'
import type {Labels} from '../html/labels.ts'
import {epubLanguage} from './epub-language.ts'
import {wellFormed} from './xhtml.ts'

/** A file of the EPUB, as the package names it. */
export interface PackageItem {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  readonly properties?: string | undefined
  /** Whether it is read in its turn. */
  readonly inSpine: boolean
}

/** Write the package document: metadata, manifest, spine. */
export function writePackage(
  book: EditionBook,
  items: readonly PackageItem[],
  labels: Labels,
  start: string,
): string {
  const tree = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'pub-id',
      'xml:lang': epubLanguage(book.language),
      dir: directionOf(book.language),
    },
    [
      metadata(book, labels),
      x(
        'manifest',
        items.map(({id, href, mediaType, properties}) =>
          x('item', {id, href, 'media-type': mediaType, ...(properties ? {properties} : {})}),
        ),
      ),
      x(
        'spine',
        {toc: 'ncx'},
        items.filter((item) => item.inSpine).map(({id}) => x('itemref', {idref: id})),
      ),
      x('guide', [
        x('reference', {type: 'cover', title: labels.cover, href: 'cover.xhtml'}),
        x('reference', {type: 'toc', title: labels.contents, href: 'toc.xhtml'}),
        x('reference', {type: 'text', title: book.title, href: start}),
      ]),
    ],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${wellFormed(toXml(tree))}\n`
}

function metadata(book: EditionBook, labels: Labels): Element {
  const meta = (property: string, value: string, refines?: string): Element =>
    x('meta', {property, ...(refines ? {refines: `#${refines}`} : {})}, value)
  const hasPages = book.documents.some((document) => document.pages.length > 0)
  const hasDescriptions = [...book.pictures.values()].some(
    ({description}) => description.length > 0,
  )
  const people = [
    ...book.authors.map((person) => ({...person, element: 'dc:creator'})),
    ...book.editors.map((person) => ({...person, element: 'dc:contributor'})),
  ]
  const languages = new Set([book.language, ...book.documents.map(({language}) => language)])
  return x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
    x('dc:identifier', {id: 'pub-id'}, book.identifier),
    x('dc:title', {id: 'title'}, book.title),
    meta('title-type', 'main', 'title'),
    ...(book.subtitle
      ? [x('dc:title', {id: 'subtitle'}, book.subtitle), meta('title-type', 'subtitle', 'subtitle')]
      : []),
    ...[...languages].map((language) => x('dc:language', language)),
    ...people.flatMap(({name, fileAs, role, element}, index) => {
      const id = `person-${index + 1}`
      return [
        x(element, {id}, name),
        x('meta', {refines: `#${id}`, property: 'role', scheme: 'marc:relators'}, role),
        meta('file-as', fileAs, id),
      ]
    }),
    ...(book.publisher ? [x('dc:publisher', book.publisher)] : []),
    x('dc:description', book.description),
    x('dc:date', book.modified.slice(0, 10)),
    meta('dcterms:modified', book.modified),
    x('dc:rights', book.rights),
    ...book.subjects.map((subject) => x('dc:subject', subject)),
    ...book.pageSources.flatMap((source, index) => [
      x('dc:source', {id: `source-${index + 1}`}, source),
      ...(hasPages ? [meta('pageBreakSource', source)] : []),
    ]),
    x('meta', {name: 'cover', content: 'cover-image'}),
    meta('schema:accessMode', 'textual'),
    ...(book.pictures.size > 0 ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...[
      'alternativeText',
      'ARIA',
      'displayTransformability',
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
      ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ...(hasDescriptions ? ['longDescription'] : []),
    ].map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', labels.accessibility),
  ])
}
