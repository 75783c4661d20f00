import {deflateSync, inflateSync} from 'node:zlib'
import {PDFArray, PDFName, PDFRawStream} from 'pdf-lib'
import type {PDFContext, PDFDict, PDFObject} from 'pdf-lib'

/** A name, as PDF writes them with a slash. */
export function name(words: string): PDFName {
  return PDFName.of(words)
}

/** The children of an element of the structure, whether it holds one or a list. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  const list = element.lookup(name('K'))
  if (list instanceof PDFArray) return list.asArray()
  return kids ? [kids] : []
}

/** The bytes of a stream, unpacked. */
export function unpacked(stream: PDFRawStream): Buffer {
  const isPacked = stream.dict.get(name('Filter')) !== undefined
  return isPacked ? inflateSync(stream.contents) : Buffer.from(stream.contents)
}

/** Make a stream of bytes, packed. */
export function packed(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  return PDFRawStream.of(context.obj({Filter: 'FlateDecode'}), deflateSync(bytes))
}
