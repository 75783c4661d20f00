import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {PdfFile, PdfNode, PdfOutlineEntry} from './pdf-model.ts'

/** What a PDF should say of itself. */
export interface PdfBookFacts {
  readonly name: string
  readonly title: string
  readonly language: string
  /** Ids of the texts, each of which the contents must lead to. */
  readonly texts: readonly string[]
}

/**
 * Check a finished PDF as a book: that its contents and its outline lead where they say, and that
 * those who cannot see it can read it.
 *
 * Shape: file and what it should be → findings `audit-contents` and `audit-structure`. The checks
 * are those of PDF/UA-1 that a program can make with this reader; they are no proof of conformance.
 */
export async function auditPdfBook(file: PdfFile, expected: PdfBookFacts): Promise<Finding[]> {
  const {name, title, language, texts} = expected
  const findings: Finding[] = []
  const say = (ruleId: string, reason: string): void => {
    findings.push(finding({file: name, ruleId, reason}))
  }
  const {facts, pages} = file
  if (!facts.title.startsWith(title)) say('audit-structure', `Unexpected title "${facts.title}".`)
  if (facts.language !== language)
    say('audit-structure', `Unexpected language "${facts.language}".`)
  if (!facts.isTagged) say('audit-structure', 'Expected a structure; the file says it has none.')
  if (!facts.showsTitle)
    say('audit-structure', 'Expected the title to be shown, not the file name.')
  if (!facts.hasMetadata) say('audit-structure', 'Expected metadata in XMP.')
  if (facts.isActive)
    say('audit-structure', 'Unexpected scripts, actions or files in the document.')
  pages.forEach(({untagged, label, tree, links}, index) => {
    const where = `on page ${label || index + 1}`
    if (label === '') say('audit-structure', `Expected a label of page ${index + 1}.`)
    if (untagged > 0) {
      say('audit-structure', `Unexpected painting ${where} that is neither structure nor artifact.`)
    }
    const mute = links.filter(({description}) => description === '').length
    if (mute > 0) say('audit-structure', `Unexpected link ${where} that says nothing of itself.`)
    const unknown = tree ? rolesOf(tree).filter((role) => !standardRoles.has(role)) : []
    if (unknown.length > 0) {
      say('audit-structure', `Unexpected structure type ${unknown.join(', ')} ${where}.`)
    }
  })
  pages.forEach(({artifacts, label, tree}, index) => {
    const folio = artifacts.toSorted((a, b) => a.bottom - b.bottom)[0]?.words.trim()
    // Title pages and blank pages show none.
    if (index > 0 && tree && rolesOf(tree).length > 2 && folio !== label) {
      say('audit-contents', `Unexpected folio ${folio ?? 'missing'} on page ${label}.`)
    }
  })
  const entries = pages.flatMap(({tree}) => (tree ? contentsOf(tree) : []))
  const outline = flat(file.outline)
  for (const text of texts) {
    if (!entries.some(({target}) => target === text)) {
      say('audit-contents', `Expected the text \`${text}\` in the contents.`)
    }
  }
  for (const {target, words} of entries) {
    const page = await file.pageOf(target)
    const label = pages[page]?.label ?? '?'
    const printed = /\S+$/.exec(words.trim())?.[0] ?? ''
    if (printed !== label) {
      say(
        'audit-contents',
        `Unexpected page ${printed} in the contents for "${words}"; it is ${label}.`,
      )
    }
    const said = words.trim().slice(0, -printed.length).trim()
    if (!outline.some((entry) => squeezed(entry.title) === squeezed(said) && entry.page === page)) {
      say('audit-contents', `Expected "${said}" in the outline, for page ${label}.`)
    }
  }
  return findings
}

/** Standard structure types of ISO 32000-1, 14.8.4, that an edition may have. */
const standardRoles = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Figure Root'.split(
    ' ',
  ),
)

function rolesOf(node: PdfNode): string[] {
  return node.kind === 'element' ? [node.role, ...node.children.flatMap(rolesOf)] : []
}

/** The links of the contents, with their words. */
function contentsOf(node: PdfNode): {target: string; words: string}[] {
  if (node.kind !== 'element') return []
  if (node.role !== 'TOCI') return node.children.flatMap(contentsOf)
  const links = linksOf(node)
  const target = links.flatMap(targetsOf)[0]
  return target === undefined ? [] : [{target, words: links.map(wordsOf).join(' ')}]
}

function linksOf(node: PdfNode): PdfNode[] {
  if (node.kind !== 'element') return []
  return node.role === 'Link' ? [node] : node.children.flatMap(linksOf)
}

function targetsOf(node: PdfNode): string[] {
  if (node.kind === 'element') return node.children.flatMap(targetsOf)
  return node.kind === 'link' && node.link.target !== null ? [node.link.target] : []
}

function wordsOf(node: PdfNode): string {
  if (node.kind === 'content') return node.content.words.replaceAll('\n', ' ')
  return node.kind === 'element' ? node.children.map(wordsOf).join('') : ''
}

function flat(entries: readonly PdfOutlineEntry[]): PdfOutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children)])
}

function squeezed(words: string): string {
  return words.replaceAll(/\s+/g, '')
}
