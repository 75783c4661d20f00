import type {Element, ElementContent, Text} from 'hast'
import {h} from 'hastscript'
import {writeTag} from '../tag-language.ts'
import type {TagRole} from '../tag-language.ts'

/** A section for print: its blocks, and the notes that go to the feet of the pages. */
export interface PrintSection {
  readonly section: Element
  readonly notes: readonly Element[]
}

/** Numbers notes across all sections, and chapters. */
export interface NoteCounter {
  next: number
  chapter: number
}

/** What holds blocks and, in loose HTML, words beside them. */
const containers = new Set(['aside', 'blockquote', 'div', 'header', 'li', 'nav', 'section', 'td'])

const phrasing = new Set(['a', 'cite', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'br', 'code'])

/**
 * Make a section of a document ready for print.
 *
 * Shape: section, its language, counter → a new section without its notes, and the notes. Roles
 * travel as languages (see `tag-language.ts`); the beginnings of printed pages and the numbers of
 * paragraphs become marks for the margin; words with a hyphen stay on one line, unless they are very
 * long, so that what is copied is what was printed. Words change nowhere.
 */
export function printSection(
  section: Element,
  language: string,
  counter: NoteCounter,
): PrintSection {
  const notes: Element[] = []
  const convert = (element: Element, outer: string, isGenerated: boolean): Element | null => {
    const names = classes(element)
    if (names.includes('notes')) {
      for (const child of element.children) {
        if (child.type === 'element' && classes(child).includes('note')) {
          notes.push(note(child, outer))
        }
      }
      return null
    }
    // On paper the eye has the citation before it, and there are pages instead of paragraphs.
    if (names.includes('near') || names.includes('off-paper')) return null
    const targets = element.properties['dataTargets']
    if (typeof targets === 'string') return pageReferences(targets)
    if (isLinkable(element)) return convert(linked(element), outer, isGenerated)
    if (names.includes('pagebreak')) return locator('page', String(element.properties['ariaLabel']))
    const lang = element.properties['lang']
    const own = typeof lang === 'string' ? lang : outer
    const begins = !isGenerated && names.includes('generated')
    const added = element.tagName === 'span' ? 'gen' : 'genblock'
    const role = begins ? added : roleOf(element, names)
    const children = convertAll(element, own, isGenerated || begins)
    const properties = {...shown(element), ...(role ? tagged(element, own, role) : {})}
    return {...element, properties, children}
  }
  const convertAll = (element: Element, outer: string, isGenerated: boolean): ElementContent[] => {
    const children = element.children.flatMap((child, index): ElementContent[] => {
      // The words themselves are the link, so that no arrow stands on paper.
      if (isArrow(child) && isLinkable(element.children[index - 1])) return []
      if (child.type === 'element') {
        const made = convert(child, outer, isGenerated)
        return made === null ? [] : withoutPoint(made)
      }
      return child.type === 'text' ? unbroken(child, isHeading(element) ? 18 : 30) : []
    })
    if (element.tagName === 'p') return [...paragraphNumber(element), ...children]
    if (element.tagName === 'a') return [...children, ...address(element, outer)]
    if (element.tagName === 'li') return inParagraphs([...paragraphNumber(element), ...children])
    return containers.has(element.tagName) ? inParagraphs(children) : children
  }
  const note = (element: Element, outer: string): Element => {
    const number = counter.next++
    const lang = writeTag({language: outer, role: 'note', number})
    const {id, dataSeries} = element.properties
    const dataChapter = String(counter.chapter)
    return h('aside.note', {id, lang, dataChapter, dataSeries}, convertAll(element, outer, false))
  }
  const converted = convert(section, language, false)
  return {section: converted ?? h('section'), notes}
}

/** A mark for the margin. Its label is written there with the pages, so it is no word of the text. */
function locator(kind: 'page' | 'paragraph', label: string): Element {
  return h(`span.locator.${kind}`, {ariaHidden: 'true', dataLabel: label})
}

/** The pages on which something stands; filled in when they are known. */
function pageReferences(targets: string): Element {
  return h('span.page-references', {dataTargets: targets}, ': 000')
}

function paragraphNumber(element: Element): Element[] {
  const match = /-p(\d+)$/.exec(String(element.properties['id'] ?? ''))
  return match?.[1] ? [locator('paragraph', match[1])] : []
}

/** Whether an element is words that cite, of which some can be a link: those without links of their own. */
function isLinkable(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || !classes(node).includes('citation')) return false
  return node.children.some((child) => !hasLink(child))
}

function isArrow(node: ElementContent): boolean {
  return node.type === 'element' && classes(node).includes('to-entry')
}

function hasLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink))
}

/** Words that cite, as links to their entry; calls of annotations stand between these. */
function linked({children, properties}: Element): Element {
  const made: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (run.length > 0) made.push(h('a', {href: String(properties['dataEntry'])}, run))
    run = []
  }
  for (const child of children) {
    if (!hasLink(child)) run.push(child)
    else {
      flush()
      made.push(child)
    }
  }
  flush()
  return h('span', made)
}

/** The address of a link, in words: paper has no links. */
function address({properties: {href}}: Element, language: string): ElementContent[] {
  if (typeof href !== 'string' || href.startsWith('#')) return []
  const lang = writeTag({language, role: 'address'})
  return [{type: 'text', value: ' '}, h('span', {lang, role: 'mark'}, `<${readableAddress(href)}>`)]
}

/** An address with its letters instead of their codes, as far as they are letters. */
function readableAddress(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

function roleOf(element: Element, names: readonly string[]): TagRole | null {
  if (
    names.includes('text') ||
    names.includes('about') ||
    names.includes('bibliography') ||
    names.includes('matter') ||
    names.includes('titlepage')
  )
    return 'art'
  if (element.tagName === 'section') return 'sect'
  if (element.tagName === 'span' && element.properties['lang']) return 'span'
  return null
}

/** A browser writes nothing of elements that mean nothing to it, so those get a role too. */
function tagged(element: Element, language: string, role: TagRole): Record<string, string> {
  const lang = writeTag({language, role})
  if (element.tagName === 'div' || element.tagName === 'header') return {lang, role: 'group'}
  return element.tagName === 'span' ? {lang, role: 'mark'} : {lang}
}

/** Put the point after the number of a note out of its link: each run of a link costs an object. */
function withoutPoint(element: Element): Element[] {
  const last = element.children.at(-1)
  const isPoint = last?.type === 'element' && classes(last).includes('generated')
  if (!classes(element).includes('backlink') || !isPoint || element.children.length < 2) {
    return [element]
  }
  return [{...element, children: element.children.slice(0, -1)}, last]
}

/** What of the properties of an element means something in print. */
function shown(element: Element): Element['properties'] {
  const {id, className, href, start, src, alt} = element.properties
  const isLocal = typeof href === 'string' && href.startsWith('#')
  const target = isLocal || (typeof href === 'string' && /^https?:/.test(href)) ? {href} : {}
  return {
    ...(id === undefined ? {} : {id}),
    ...(className === undefined ? {} : {className}),
    ...(start === undefined ? {} : {start}),
    ...(src === undefined ? {} : {src, alt}),
    ...target,
  }
}

/** Put words that stand beside blocks into paragraphs of their own. */
function inParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      blocks.push(h('p.loose', run))
    }
    run = []
  }
  for (const child of children) {
    const isPhrase =
      child.type === 'text' || (child.type === 'element' && phrasing.has(child.tagName))
    // Marks for the margin between two blocks stand at the next one.
    if (isPhrase) run.push(child)
    else {
      const marks = run.filter(
        (node) => node.type === 'element' && classes(node).includes('locator'),
      )
      const isMarks =
        marks.length > 0 && marks.length === run.filter((node) => node.type === 'element').length
      if (isMarks && child.type === 'element') {
        run = []
        blocks.push(prepend(child, marks))
        continue
      }
      flush()
      blocks.push(child)
    }
  }
  flush()
  return blocks
}

/** Put marks at the head of the first leaf of a block. */
function prepend(element: Element, marks: readonly ElementContent[]): Element {
  const index = element.children.findIndex((child) => child.type === 'element')
  const first = element.children[index]
  const isLeaf = /^(?:p|h[1-6])$/.test(element.tagName) || first?.type !== 'element'
  if (isLeaf) return {...element, children: [...marks, ...element.children]}
  return {...element, children: element.children.with(index, prepend(first, marks))}
}

/** Letters joined by hyphens or dashes; Chinese ones need no hyphen to be parted. */
const joined =
  /[[\p{L}--\p{Script=Han}]\p{N}.,’'\(\)]+(?:[\-‐‑–][[\p{L}--\p{Script=Han}]\p{N}.,’'\(\)]+)+/gv

/** Keep a word with a hyphen on one line: a hyphen at a line's end could be either kind. */
function unbroken({value, ...rest}: Text, longest: number): ElementContent[] {
  const parts: ElementContent[] = []
  let at = 0
  for (const {0: word, index} of value.matchAll(joined)) {
    if (word.length > longest) continue
    parts.push({...rest, value: value.slice(at, index)}, h('span.unbroken', word))
    at = index + word.length
  }
  return [...parts, {...rest, value: value.slice(at)}]
}

function isHeading({tagName}: Element): boolean {
  return /^h[1-6]$/.test(tagName)
}

function classes(element: Element): string[] {
  const {className} = element.properties
  return Array.isArray(className) ? className.map(String) : []
}
