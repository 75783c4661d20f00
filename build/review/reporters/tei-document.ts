import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {declareCharacters} from './declare-characters.ts'
import {teiBlock} from './tei-block.ts'

/**
 * Write a TEI document.
 *
 * Shape: header and what follows it → XML; characters that XML cannot hold are declared in the header.
 */
export function teiDocument(parts: readonly Element[]): string {
  const document = teiBlock('TEI', {xmlns: 'http://www.tei-c.org/ns/1.0'}, parts)
  declareCharacters(document)
  const xml = toXml(document, {closeEmptyElements: true, tightClose: true})
    // The serializer leaves what ends a section of character data, and a CR, which a parser would make LF.
    .replaceAll(']]>', ']]&gt;')
    .replaceAll('\r', '&#13;')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`
}
