import type {Element} from 'hast'
import {h} from 'hastscript'
import {toXast} from 'hast-util-to-xast'
import {toXml} from 'xast-util-to-xml'
import {directionOf} from '../html/direction.ts'
import {epubLanguage} from './epub-language.ts'
import {withEpubTypes} from './epub-types.ts'

/** What a file of an EPUB holds. */
export interface Page {
  readonly title: string
  readonly language: string
  /** What part of the book it belongs to. */
  readonly part: 'frontmatter' | 'bodymatter' | 'backmatter' | undefined
  readonly content: readonly Element[]
}

/** Write a file of an EPUB as XHTML. */
export function writeXhtml(page: Page): string {
  const {title, language, part, content} = page
  const html = h(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: epubLanguage(language),
      'xml:lang': epubLanguage(language),
      dir: directionOf(language),
    },
    [
      h('head', [
        h('meta', {charSet: 'utf-8'}),
        h('title', title),
        h('link', {rel: 'stylesheet', type: 'text/css', href: 'style.css'}),
      ]),
      h('body', part ? {'epub:type': part} : {}, content.map(withEpubTypes)),
    ],
  )
  const xml = wellFormed(toXml(toXast(html), {closeEmptyElements: true}))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xml}\n`
}

/** Escape what ends a section of character data; the serializer leaves it as it is. */
export function wellFormed(xml: string): string {
  return xml.replaceAll(']]>', ']]&gt;')
}
