import {strFromU8, unzipSync} from 'fflate'
import type {Element, ElementContent, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {lowered, readable} from './scan-line.ts'

/** The words of a text in a finished EPUB, without what the edition added. */
export interface ShownWords {
  readonly body: readonly string[]
  /** The words of each note, its printed number first. */
  readonly notes: readonly (readonly string[])[]
}

/** Read the file of a text out of a finished EPUB; `null` when the archive has none. */
export function textFile(bytes: Uint8Array, text: string): Root | null {
  const name = `OEBPS/text-${text}.xhtml`
  const file = unzipSync(bytes, {filter: (entry) => entry.name === name})[name]
  return file ? fromXml(strFromU8(file)) : null
}

/**
 * List the words that a file shows, in their order.
 *
 * Numbers of lists count as words, and so do the addresses of links.
 */
export function shownWords(file: Root): ShownWords {
  const body: string[] = []
  const notes: string[][] = []
  let words = body
  let run = ''
  const flush = (): void => {
    for (const word of lowered(run).split(/\s+/)) if (word !== '') words.push(word)
    run = ''
  }
  const walk = (
    node: Root | ElementContent,
    parent: Root | ElementContent,
    index: number,
  ): void => {
    if (node.type === 'text') run += node.value
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'element' && (hasClass(node, 'generated') || node.name === 'head')) return
    const isBlock = node.type === 'element' && !inline.has(node.name)
    if (isBlock) flush()
    const outer = words
    if (node.type === 'element' && hasClass(node, 'note')) notes.push((words = []))
    if (node.type === 'element' && node.name === 'li') words.push(...numberOf(parent, index))
    let items = 0
    for (const child of node.children) {
      walk(child as ElementContent, node, items)
      if (child.type === 'element') items++
    }
    if (node.type === 'element' && node.name === 'a') run += addressOf(node)
    if (isBlock) flush()
    words = outer
  }
  walk(file, file, 0)
  flush()
  return {body, notes}
}

const inline = new Set(['a', 'b', 'cite', 'em', 'i', 'span', 'strong', 'sub', 'sup'])

function numberOf(list: Root | ElementContent, index: number): string[] {
  if (list.type !== 'element' || list.name !== 'ol') return []
  return [`${Number(list.attributes['start'] ?? 1) + index}.`]
}

function addressOf({attributes}: Element): string {
  const address = attributes['href'] ?? ''
  return address.startsWith('#') ? '' : ` <${readable(address)}> `
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (element.attributes['class'] ?? '').split(/\s+/).includes(name)
}
