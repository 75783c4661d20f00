import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {CitationPair} from './citation-pairs.ts'
import type {PdfFile, PdfNode} from './pdf-model.ts'

/**
 * Check a finished PDF: the bibliography has each entry, and leads to each note as often as entries are cited
 * there.
 *
 * Shape: file, its name for messages, id at the head of the bibliography and of what follows it, the pairs there
 * should be → findings `audit-citation`.
 */
export async function auditPdfCitations(
  file: PdfFile,
  name: string,
  bibliography: string,
  next: string | undefined,
  expected: readonly CitationPair[],
): Promise<Finding[]> {
  if (expected.length === 0) return []
  const findings: Finding[] = []
  const say = (reason: string): void => {
    findings.push(finding({file: name, ruleId: 'audit-citation', reason}))
  }
  const first = await file.pageOf(bibliography)
  if (first < 0) say('Expected the bibliography.')
  let last = first
  const entries = new Set(expected.map(({entry}) => entry))
  for (const entry of entries) {
    const page = await file.pageOf(entry)
    if (page < Math.max(first, 0)) say(`Expected the entry ${entry} in the bibliography.`)
    last = Math.max(last, page)
  }
  const pairs = new Map(expected.map((pair) => [`${pair.note} ${pair.entry}`, pair.note]))
  const notes = new Set(pairs.values())
  const wanted = counts([...pairs.values()])
  // The last entry may run on; what follows opens a page.
  const end = next === undefined ? last + 2 : await file.pageOf(next)
  const pages = first < 0 ? [] : file.pages.slice(first, end)
  const links = pages.flatMap(({tree}) => (tree ? targetsOf(tree) : []))
  const found = counts(links.filter((target) => notes.has(target)))
  for (const [note, times] of wanted) {
    const seen = found.get(note) ?? 0
    if (seen !== times) {
      say(`Expected ${times} links from the bibliography to the note ${note}; it has ${seen}.`)
    }
    if ((await file.pageOf(note)) < 0) say(`Expected the note ${note}, to which entries lead.`)
  }
  return findings
}

/** Where the links below a node lead, once each: a link of several runs has an annotation for each. */
function targetsOf(node: PdfNode): string[] {
  if (node.kind !== 'element') return []
  if (node.role !== 'Link') return node.children.flatMap(targetsOf)
  const target = node.children.flatMap((child) =>
    child.kind === 'link' ? child.link.target : [],
  )[0]
  return target == null ? [] : [target]
}

function counts(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1)
  return found
}
