import type {Element, ElementContent, Properties} from 'hast'
import {epubLanguage} from './epub-language.ts'

/** What an EPUB says of the classes of the edition's HTML. */
const types: Readonly<Record<string, Properties>> = {
  text: {'epub:type': 'chapter', role: 'doc-chapter'},
  titlepage: {'epub:type': 'titlepage'},
  bibliography: {'epub:type': 'bibliography', role: 'doc-bibliography'},
  biblioref: {'epub:type': 'biblioref', role: 'doc-biblioref'},
  introduction: {'epub:type': 'introduction', role: 'doc-introduction'},
  glossary: {'epub:type': 'glossary', role: 'doc-glossary'},
  'index-part': {'epub:type': 'index', role: 'doc-index'},
  'index-entries': {'epub:type': 'index-entry-list'},
  'index-entry': {'epub:type': 'index-entry'},
  'index-term': {'epub:type': 'index-term'},
  about: {'epub:type': 'imprint'},
  subtitle: {role: 'doc-subtitle'},
  notes: {'epub:type': 'footnotes'},
  note: {'epub:type': 'footnote', role: 'doc-footnote'},
  noteref: {'epub:type': 'noteref', role: 'doc-noteref'},
  backlink: {'epub:type': 'backlink', role: 'doc-backlink'},
  pagebreak: {'epub:type': 'pagebreak', role: 'doc-pagebreak'},
}

/**
 * Add what reading systems look for: types, roles, and the language in the way of XML.
 *
 * Shape: element → a new element of the same contents.
 */
export function withEpubTypes(element: Element): Element {
  const {className, lang} = element.properties
  const names = Array.isArray(className) ? className.map(String) : []
  const added = names.map((name) => types[name] ?? {})
  const properties = Object.assign({}, element.properties, ...added) as Properties
  if (lang) properties['lang'] = properties['xml:lang'] = epubLanguage(String(lang))
  return {
    ...element,
    properties,
    children: element.children.map((child): ElementContent =>
      child.type === 'element' ? withEpubTypes(child) : child,
    ),
  }
}
