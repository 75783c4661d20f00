import type {PdfNode, PdfPage} from './pdf-model.ts'
import {lowered} from './scan-line.ts'

/** A note as a finished PDF shows it. */
export interface PdfNote {
  /** The call it leads back to, by name. */
  readonly call: string
  /** The page on which it begins, from 0 in the document. */
  readonly page: number
  readonly words: readonly string[]
}

/** What pages of a finished PDF show, without what the edition added. */
export interface PdfWords {
  /** Words; one that ends a line, where a word may be parted, ends in a line feed. */
  readonly body: readonly string[]
  readonly notes: readonly PdfNote[]
}

/** Inline structure: it parts no words. */
const inline = new Set(['Span', 'Link', 'NonStruct', 'Reference', 'Em', 'Strong', 'Code', 'Quote'])

/**
 * List the words of some pages, the body's and each note's.
 *
 * Shape: pages and the number of the first → words in the order of the structure. Numbers of lists
 * count as words, bullets do not.
 */
export function pdfWords(pages: readonly PdfPage[], first: number): PdfWords {
  const body: string[] = []
  const notes: (PdfNote & {words: string[]})[] = []
  let words = body
  let run = ''
  const flush = (): void => {
    for (const [word] of lowered(run).matchAll(/\S+(?:[^\S\n]*\n)?/g)) {
      words.push(word.replace(/[^\S\n]*\n$/, '\n'))
    }
    run = ''
  }
  const walk = (node: PdfNode, page: number): void => {
    if (node.kind === 'link') return
    if (node.kind === 'content') {
      const {tag, words: own} = node.content
      if (tag === 'Address') run += ` ${own.trim()} `
      else if (tag !== 'Generated') run += own
      else if (/\s$/.test(own)) run += ' '
      return
    }
    const {role, children} = node
    if (role === 'Lbl' && !/\d/.test(wordsOf(node))) return
    const isBlock = !inline.has(role)
    if (isBlock) flush()
    const outer = words
    if (role === 'Note') {
      const call = firstTarget(node)
      // What goes on from the page before is an author's: of annotations no word counts.
      const last = notes.findLast((one) => one.words.length > 0)
      if (call?.startsWith('fnref-')) {
        notes.push({call, page, words: []})
        words = notes.at(-1)?.words ?? body
      } else if (last) words = last.words
    }
    for (const child of children) walk(child, page)
    if (isBlock) flush()
    words = outer
  }
  pages.forEach(({tree}, index) => {
    if (tree) walk(tree, first + index)
    // A paragraph that goes on after a page does so with a new line.
    const last = body.pop()
    if (last !== undefined) body.push(last.endsWith('\n') ? last : `${last}\n`)
  })
  return {body, notes}
}

function wordsOf(node: PdfNode): string {
  if (node.kind === 'content') return node.content.words
  return node.kind === 'link' ? '' : node.children.map(wordsOf).join('')
}

function firstTarget(node: PdfNode): string | null {
  if (node.kind === 'link') return node.link.target
  if (node.kind === 'content') return null
  for (const child of node.children) {
    const target = firstTarget(child)
    if (target !== null) return target
  }
  return null
}
