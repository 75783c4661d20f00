import type {Element, Root} from 'xast'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {folded} from '../text/folded.ts'
import {elementsOf} from './elements-of.ts'
import {hasClass} from './epub-words.ts'
import {filesOf} from './files-of.ts'
import type {IndexEntry} from './index-entry.ts'

/**
 * Check a finished EPUB: each entry of the index leads to every paragraph and note in which its name stands, and
 * there to words that are a form of it; to no other.
 *
 * Shape: archive, its name for messages, name of the document with the index, the entries there should be →
 * findings `audit-index`.
 */
export function auditIndex(
  bytes: Uint8Array,
  name: string,
  index: string,
  expected: readonly IndexEntry[],
): Finding[] {
  const findings: Finding[] = []
  const say = (reason: string): void => {
    findings.push(finding({file: name, ruleId: 'audit-index', reason}))
  }
  const files = filesOf(bytes)
  const places = new Map([...files].map(([document, file]) => [document, placesIn(file)]))
  const file = files.get(index)
  const found = new Map(
    (file ? elementsOf(file) : [])
      .filter((one) => one.name === 'li' && one.attributes['id'] != null)
      .map((one) => [one.attributes['id'] ?? '', one]),
  )
  for (const {id, heading, forms, places: wanted} of expected) {
    const entry = found.get(id)
    found.delete(id)
    if (!entry || !wordsOf(entry).startsWith(heading)) {
      say(`Expected an entry “${heading}” in the index.`)
      continue
    }
    const open = new Set(wanted.map(({document, block}) => `${document}.xhtml#${block}`))
    for (const target of targetsIn(entry)) {
      const [, document = '', at = ''] = /^([^/:]+)\.xhtml#(.+)$/.exec(target) ?? []
      if (document === index) continue
      const place = places.get(document)?.get(at)
      const key = `${document}.xhtml#${place?.block}`
      if (!place) say(`Unexpected link of “${heading}” to \`${target}\`, which is not there.`)
      else if (!forms.some((form) => begins(place.words, form))) {
        say(`Unexpected link of “${heading}” to “${place.words.slice(0, 40)}”.`)
      } else if (!open.delete(key)) say(`Unexpected link of “${heading}” to \`${target}\`.`)
    }
    for (const key of open) say(`Expected a link of “${heading}” to \`${key}\`.`)
  }
  for (const [, entry] of found) say(`Unexpected entry “${wordsOf(entry)}” in the index.`)
  return findings
}

/** Words with an id, the words from them on, and the paragraph or note they stand in. */
interface Words {
  readonly words: string
  readonly block: string
}

/** Every element with an id that stands in a numbered paragraph or a note. */
function placesIn(file: Root): Map<string, Words> {
  const found = new Map<string, Words>()
  for (const block of elementsOf(file)) {
    const id = block.attributes['id']
    const isNote = (block.attributes['class'] ?? '').split(' ').includes('note')
    if (id == null || (block.name !== 'p' && block.name !== 'li' && !isNote)) continue
    const all = wordsOf(block)
    let from = 0
    const walk = (element: Element): void => {
      const own = element.attributes['id']
      if (own != null && element !== block) found.set(own, {words: all.slice(from), block: id})
      for (const child of element.children) {
        if (child.type === 'text') from += child.value.length
        else if (child.type === 'element' && !isCall(child)) walk(child)
      }
    }
    walk(block)
  }
  return found
}

/** Whether words have a form at their head, or right behind what a hyphen joins to it. */
function begins(words: string, form: string): boolean {
  const head = ` ${folded(words.slice(0, form.length + 60))} `
  const at = head.indexOf(` ${folded(form)}`)
  return at >= 0 && !/\s/.test(words.trimStart().slice(0, at))
}

function targetsIn(element: Element): string[] {
  return elementsOf(element).flatMap(({name, attributes}) => {
    return name === 'a' ? (attributes['href'] ?? []) : []
  })
}

function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value
      return child.type === 'element' && !isCall(child) ? wordsOf(child) : ''
    })
    .join('')
}

/** Whether an element calls a note; calls stand between the words of names. */
function isCall(element: Element): boolean {
  return hasClass(element, 'noteref') && !hasClass(element, 'words')
}
