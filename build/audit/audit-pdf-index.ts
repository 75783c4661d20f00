import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {IndexEntry} from './index-entry.ts'
import type {PdfFile, PdfNode} from './pdf-model.ts'

/** An entry as it is printed: its words, and its links with theirs. */
interface PrintedEntry {
  readonly words: string
  readonly links: readonly {readonly words: string; readonly target: string}[]
}

/**
 * Check a finished PDF: each entry of the index has numbers of pages, each of which is that of the page on which
 * words of its name stand.
 *
 * Shape: file, its name for messages, id at the head of the index, the entries there should be → findings
 * `audit-index`. That no page is missing this reader cannot tell, for words without a link have no place in the
 * file.
 */
export async function auditPdfIndex(
  file: PdfFile,
  name: string,
  index: string,
  expected: readonly IndexEntry[],
): Promise<Finding[]> {
  if (expected.length === 0) return []
  const findings: Finding[] = []
  const say = (reason: string): void => {
    findings.push(finding({file: name, ruleId: 'audit-index', reason}))
  }
  const first = await file.pageOf(index)
  if (first < 0) say('Expected the index.')
  const pages = first < 0 ? [] : file.pages.slice(first)
  const printed = pages.flatMap(({tree}) => (tree ? entriesIn(tree) : []))
  for (const {heading, places} of expected) {
    const words = new Set(places.flatMap((place) => place.words))
    const begins = (entry: PrintedEntry): boolean => /^(?: \(|:)/.test(rest(entry.words, heading))
    const own = printed.filter(
      (entry) => entry.words.startsWith(squeezed(heading)) && begins(entry),
    )
    const links = own.flatMap((entry) => entry.links).filter(({target}) => words.has(target))
    if (links.length === 0)
      say(`Expected an entry “${heading}” with numbers of pages in the index.`)
    for (const {words: number, target} of links) {
      const label = file.pages[await file.pageOf(target)]?.label ?? '?'
      if (number.split('–')[0] === label) continue
      say(
        `Unexpected page ${number} in the index for “${heading}”; the words stand on page ${label}.`,
      )
    }
  }
  return findings
}

/** What stands behind the heading of an entry. */
function rest(words: string, heading: string): string {
  return words.slice(squeezed(heading).length)
}

function entriesIn(node: PdfNode): PrintedEntry[] {
  if (node.kind !== 'element') return []
  if (node.role === 'P') return [{words: squeezed(wordsOf(node)), links: linksIn(node)}]
  return node.children.flatMap(entriesIn)
}

function linksIn(node: PdfNode): {words: string; target: string}[] {
  if (node.kind !== 'element') return []
  if (node.role !== 'Link') return node.children.flatMap(linksIn)
  const target = node.children.flatMap((child) => {
    return child.kind === 'link' ? (child.link.target ?? []) : []
  })[0]
  return target === undefined ? [] : [{words: wordsOf(node).trim(), target}]
}

function wordsOf(node: PdfNode): string {
  if (node.kind === 'content') return node.content.words
  return node.kind === 'element' ? node.children.map(wordsOf).join('') : ''
}

function squeezed(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}
