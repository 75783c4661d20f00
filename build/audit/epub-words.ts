import {strFromU8, unzipSync} from 'fflate'
import type {Element, ElementContent, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {lowered} from './source-words.ts'

/** The words of a text in a finished EPUB, without what the edition added. */
export interface ShownWords {
  readonly body: readonly string[]
  /** The words of each note, its printed number first. */
  readonly notes: readonly (readonly string[])[]
}

/**
 * Read the words of a text out of a finished EPUB.
 *
 * Shape: archive and id of the text → words; `null` when the archive has no such text.
 */
export function epubWords(bytes: Uint8Array, text: string): ShownWords | null {
  const name = `OEBPS/text-${text}.xhtml`
  const file = unzipSync(bytes, {filter: (entry) => entry.name === name})[name]
  if (!file) return null
  const body: string[] = []
  const notes: string[][] = []
  let words = body
  let run = ''
  const flush = (): void => {
    words.push(...lowered(run).split(/\s+/).filter(Boolean))
    run = ''
  }
  const walk = (node: Root | ElementContent): void => {
    if (node.type === 'text') run += node.value
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'element' && (hasClass(node, 'generated') || node.name === 'head')) return
    const isBlock = node.type === 'element' && !inline.has(node.name)
    const isNote = node.type === 'element' && hasClass(node, 'note')
    if (isBlock) flush()
    const outer = words
    if (isNote) notes.push((words = []))
    for (const child of node.children) walk(child as ElementContent)
    if (isBlock) flush()
    words = outer
  }
  walk(fromXml(strFromU8(file)))
  flush()
  return {body, notes}
}

const inline = new Set(['a', 'b', 'cite', 'em', 'i', 'span', 'strong', 'sub', 'sup'])

function hasClass(element: Element, name: string): boolean {
  return (element.attributes['class'] ?? '').split(/\s+/).includes(name)
}
