import {createHash} from 'node:crypto'
import {PDFHexString, PDFRawStream, PDFString} from 'pdf-lib'
import type {PDFDocument} from 'pdf-lib'
import type {EditionBook} from '../../html/documents.ts'
import {name} from './pdf-objects.ts'

/** What made the file; the version of the browser is in the manifest. */
const maker = 'Annotated Edition'

/**
 * Say what the document is: title, authors, language, rights, identifier, times, in XMP and in the
 * older form. Times are those of the edition, and the identifier of the file comes from its book
 * and contents, so that the same edition is the same file.
 *
 * Shape: document, book, the pages as the browser wrote them.
 * Source: ISO 16684-1 (XMP), ISO 14289-1, clause 7.1 (title shown, metadata), ISO 32000-1, 14.4.
 */
export function writeMetadata(document: PDFDocument, book: EditionBook, raw: Uint8Array): void {
  const {context, catalog} = document
  const title = book.subtitle ? `${book.title}: ${book.subtitle}` : book.title
  const when = new Date(book.modified)
  document.setTitle(title, {showInWindowTitleBar: true})
  document.setAuthor(book.authors.map((author) => author.name).join(', '))
  document.setSubject(book.description)
  document.setCreator(maker)
  document.setProducer(maker)
  document.setCreationDate(when)
  document.setModificationDate(when)
  catalog.set(name('Lang'), PDFString.of(book.language))
  const stream = PDFRawStream.of(
    context.obj({Type: 'Metadata', Subtype: 'XML'}),
    new TextEncoder().encode(xmp(book, title)),
  )
  catalog.set(name('Metadata'), context.register(stream))
  const times = /\/(?:CreationDate|ModDate) \([^)]*\)/g
  const content = Buffer.from(raw).toString('latin1').replaceAll(times, '')
  const hash = createHash('sha256').update(book.identifier).update(content).digest('hex')
  const id = PDFHexString.of(hash.slice(0, 32).toUpperCase())
  context.trailerInfo.ID = context.obj([id, id])
}

function xmp(book: EditionBook, title: string): string {
  const list = (kind: string, values: readonly string[]): string =>
    `<rdf:${kind}>${values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('')}</rdf:${kind}>`
  const inDefault = (value: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt>`
  const fields = [
    `<dc:title>${inDefault(title)}</dc:title>`,
    `<dc:creator>${list(
      'Seq',
      book.authors.map((author) => author.name),
    )}</dc:creator>`,
    `<dc:contributor>${list(
      'Bag',
      book.editors.map((editor) => editor.name),
    )}</dc:contributor>`,
    `<dc:language>${list('Bag', [book.language])}</dc:language>`,
    `<dc:identifier>${escaped(book.identifier)}</dc:identifier>`,
    `<dc:description>${inDefault(book.description)}</dc:description>`,
    `<dc:rights>${inDefault(book.rights)}</dc:rights>`,
    `<dc:subject>${list('Bag', book.subjects)}</dc:subject>`,
    ...(book.publisher ? [`<dc:publisher>${list('Bag', [book.publisher])}</dc:publisher>`] : []),
    `<xmp:CreateDate>${book.modified}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${book.modified}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${book.modified}</xmp:MetadataDate>`,
    `<xmp:CreatorTool>${maker}</xmp:CreatorTool>`,
    `<pdf:Producer>${maker}</pdf:Producer>`,
    '<pdfuaid:part>1</pdfuaid:part>',
  ]
  const spaces = {
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  }
  const declared = Object.entries(spaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${declared.join(' ')}>
${fields.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

function escaped(words: string): string {
  const entities: Record<string, string> = {'<': '&lt;', '>': '&gt;', '&': '&amp;'}
  return words.replaceAll(/[<>&]/g, (character) => entities[character] ?? character)
}
