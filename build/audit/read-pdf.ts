import {getDocument, OPS, VerbosityLevel} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {
  PdfArtifact,
  PdfContent,
  PdfFacts,
  PdfFile,
  PdfLink,
  PdfNode,
  PdfOutlineEntry,
  PdfPage,
} from './pdf-model.ts'

interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
  readonly transform: readonly number[]
  readonly width: number
}

/** An item of the text of a page: words, or the begin or end of marked content. */
type Item = TextItem | {readonly type: string; readonly id?: string | null; readonly tag?: string}

interface TreeNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly TreeNode[]
}

/**
 * Read a finished PDF with PDF.js, which shares no code with what wrote it.
 *
 * Shape: bytes → pages with their structure, words, links and artifacts; the outline.
 * Throws: the reader's own errors, for what is no PDF.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
  })
  const file = await task.promise
  const labels = (await file.getPageLabels()) ?? []
  const pages: PdfPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const options = {includeMarkedContent: true, disableNormalization: true}
    const text = await page.getTextContent(options)
    const annotations = (await page.getAnnotations()) as readonly Record<string, unknown>[]
    const links = new Map(
      annotations.map((one) => [
        String(one['id']),
        {target: asWords(one['dest']), description: String(field(one['contentsObj'], 'str') ?? '')},
      ]),
    )
    const tree = (await page.getStructTree()) as TreeNode | null
    const {fnArray, argsArray} = await page.getOperatorList()
    const {contents, artifacts} = readItems(text.items as readonly Item[])
    pages.push({
      label: labels[number - 1] ?? '',
      height: (page.view[3] ?? 0) - (page.view[1] ?? 0),
      tree: tree && convert(tree, contents, links),
      links: [...links.values()],
      artifacts,
      untagged: countUntagged(fnArray, argsArray),
    })
    page.cleanup()
  }
  const pageOf = async (place: unknown): Promise<number> => {
    const target = typeof place === 'string' ? await file.getDestination(place) : place
    const [ref] = Array.isArray(target) ? (target as unknown[]) : []
    return ref ? file.getPageIndex(ref as Parameters<typeof file.getPageIndex>[0]) : -1
  }
  interface Entry {
    readonly title: string
    readonly dest: unknown
    readonly items: readonly Entry[]
  }
  const readOutline = async (entries: readonly Entry[]): Promise<PdfOutlineEntry[]> =>
    Promise.all(
      entries.map(async ({title, dest, items}) => {
        return {title, page: await pageOf(dest), children: await readOutline(items)}
      }),
    )
  const outline = await readOutline((await file.getOutline()) ?? [])
  const facts = await readFacts(file)
  return {pages, outline, facts, pageOf, close: () => task.destroy()}
}

/** What a document of PDF.js says of itself. */
interface Described {
  getMetadata(): Promise<{info: object; metadata: {getRaw(): string} | null}>
  getMarkInfo(): Promise<unknown>
  getViewerPreferences(): Promise<unknown>
  getOpenAction(): Promise<unknown>
  getJSActions(): Promise<unknown>
  getAttachments(): Promise<unknown>
}

async function readFacts(file: Described): Promise<PdfFacts> {
  const {info, metadata} = await file.getMetadata()
  const said = info as Readonly<Record<string, unknown>>
  return {
    title: String(said['Title'] ?? ''),
    language: String(said['Language'] ?? ''),
    isTagged: field(await file.getMarkInfo(), 'Marked') === true,
    showsTitle: field(await file.getViewerPreferences(), 'DisplayDocTitle') === true,
    hasMetadata: /pdfuaid:part/.test(metadata?.getRaw() ?? ''),
    isActive: [
      await file.getOpenAction(),
      await file.getJSActions(),
      await file.getAttachments(),
    ].some((one) => one !== null && one !== undefined),
  }
}

/** A field of what is a map in some versions of the reader and an object in others. */
function field(from: unknown, name: string): unknown {
  return from instanceof Map ? from.get(name) : (from as Record<string, unknown> | null)?.[name]
}

const painting = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.fill,
  OPS.eoFill,
  OPS.stroke,
  OPS.fillStroke,
  OPS.constructPath,
  OPS.paintImageXObject,
  OPS.shadingFill,
])

/** Count what is painted outside marked content. */
function countUntagged(operators: readonly number[], operands: readonly unknown[]): number {
  let depth = 0
  let found = 0
  for (const [index, operator] of operators.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++
    else if (operator === OPS.endMarkedContent) depth--
    else if (depth === 0 && painting.has(operator) && !isClip(operands[index])) found++
  }
  return found
}

/** Whether the operands are those of a path that is not painted. */
function isClip(operands: unknown): boolean {
  return Array.isArray(operands) && operands[0] === OPS.endPath
}

function readItems(items: readonly Item[]): {
  contents: Map<string, PdfContent>
  artifacts: PdfArtifact[]
} {
  const contents = new Map<string, {tag: string; words: string}>()
  const artifacts: PdfArtifact[] = []
  const open: {tag: string; id: string | null}[] = []
  for (const item of items) {
    if ('type' in item) {
      if (item.type.startsWith('begin')) open.push({tag: item.tag ?? '', id: item.id ?? null})
      else open.pop()
      continue
    }
    const {str, hasEOL, transform, width} = item
    const marked = open.findLast(({id}) => id !== null)
    if (marked?.id) {
      const content = contents.get(marked.id) ?? {tag: marked.tag, words: ''}
      contents.set(marked.id, content)
      content.words += str + (hasEOL ? '\n' : '')
    } else if (str.trim() !== '') {
      const [left, bottom] = [transform[4] ?? 0, transform[5] ?? 0]
      artifacts.push({words: str, left, right: left + width, bottom})
    }
  }
  return {contents, artifacts}
}

function convert(
  node: TreeNode,
  contents: ReadonlyMap<string, PdfContent>,
  links: ReadonlyMap<string, PdfLink>,
): PdfNode {
  const id = node.id ?? ''
  if (node.type === 'content') {
    return {kind: 'content', content: contents.get(id) ?? {tag: '', words: ''}}
  }
  if (node.type === 'annotation') {
    const link = links.get(id.replace(/^pdfjs_internal_id_/, '')) ?? {target: null, description: ''}
    return {kind: 'link', link}
  }
  const children = (node.children ?? []).map((child) => convert(child, contents, links))
  return {kind: 'element', role: node.role ?? '', children}
}

function asWords(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
