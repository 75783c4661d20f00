import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  ParseSpeeds,
} from 'pdf-lib'
import type {PDFObject, PDFPage} from 'pdf-lib'
import type {EditionBook} from '../../html/documents.ts'
import type {Labels} from '../../html/labels.ts'
import type {Composition} from '../compose/compose.ts'
import type {PrintDocument, PrintEntry} from '../html/print-html.ts'
import {rewriteStream} from './content-stream.ts'
import {flattenStructure} from './flatten-structure.ts'
import {writeMetadata} from './metadata.ts'
import {writeOutline} from './outline.ts'
import {writePageLabels} from './page-labels.ts'
import {finishStructure} from './structure.ts'
import {mendToUnicode} from './to-unicode.ts'
import {UnexpectedPdfError} from './unexpected-pdf.ts'
import {name, packed, unpacked} from './pdf-objects.ts'

/** What the finishing pass knows besides the pages. */
export interface FinishOptions {
  readonly book: EditionBook
  readonly labels: Labels
  readonly print: PrintDocument
  readonly composition: Composition
}

/**
 * Finish the pages that a browser wrote: structure, artifacts, outline, labels, links, metadata.
 *
 * Shape: PDF and what is known of the edition → PDF; the same pages give the same bytes.
 * Throws: `UnexpectedPdfError` when the PDF is not as browsers write them.
 */
export async function finishPdf(raw: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const {book, labels, print, composition} = options
  const document = await PDFDocument.load(raw, {
    updateMetadata: false,
    // It would wait after every few objects, for pages that have other things to do.
    parseSpeed: ParseSpeeds.Fastest,
  })
  const tags = finishStructure(document, print.notes)
  flattenStructure(document)
  for (const page of document.getPages()) {
    rewriteContents(page, tags.get(page.ref.toString()) ?? new Map())
    if (page.node.Annots()) page.node.set(name('Tabs'), name('S'))
  }
  describeLinks(document, labels, print.entries)
  mendToUnicode(document, print.letters)
  writeOutline(document, print.entries, composition.pageOf)
  writePageLabels(document, composition.labels)
  writeMetadata(document, book, raw)
  document.context.header = PDFHeader.forVersion(1, 7)
  return document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  })
}

function rewriteContents({node}: PDFPage, tags: ReadonlyMap<number, string>): void {
  const {context} = node
  const contents = node.get(name('Contents'))
  const found = context.lookup(contents)
  const refs: readonly (PDFObject | undefined)[] =
    found instanceof PDFArray ? found.asArray() : [contents]
  const parts = refs.map((ref) => {
    const stream = context.lookup(ref)
    if (!(stream instanceof PDFRawStream))
      throw new UnexpectedPdfError('Unexpected contents of a page.')
    return unpacked(stream)
  })
  const rewritten = packed(context, rewriteStream(Buffer.concat(parts), tags))
  if (contents instanceof PDFRef) context.assign(contents, rewritten)
  else node.set(name('Contents'), context.register(rewritten))
}

/** Say in words where each link leads, for those who cannot see it. */
function describeLinks(
  document: PDFDocument,
  labels: Labels,
  entries: readonly PrintEntry[],
): void {
  const titles = new Map(flat(entries).map(({id, title}) => [id, title]))
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Link')) continue
    if (object.get(name('Contents'))) continue
    const target = object.get(name('Dest'))
    const id = target instanceof PDFName ? target.decodeText() : null
    const words =
      id === null ? addressOf(document, object) : (titles.get(id) ?? wordsFor(id, labels))
    object.set(name('Contents'), PDFHexString.fromText(words))
  }
}

/** What a link to a note, or back from one, or to any other place is called. */
function wordsFor(id: string, labels: Labels): string {
  if (id.startsWith('fnref-')) return labels.backTo
  if (!id.startsWith('fn-')) return labels.goTo
  const number = /-(\d+)$/.exec(id)?.[1]
  return number === undefined ? labels.note : `${labels.note} ${number}`
}

function flat(entries: readonly PrintEntry[]): PrintEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children)])
}

function addressOf(document: PDFDocument, link: PDFDict): string {
  const action = document.context.lookup(link.get(name('A')))
  const address =
    action instanceof PDFDict ? document.context.lookup(action.get(name('URI'))) : null
  return String(address ?? '').replace(/^\((.*)\)$/s, '$1')
}
