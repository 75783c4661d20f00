import type {Box, OpenReader, ReaderEntry} from '../../scripts/reader/open-reader.ts'

/** A chapter as the reading system shows it. */
export interface ReadChapter {
  /** Path in the EPUB. */
  readonly file: string
  readonly title: string
  /** Whether it was read as the XHTML it says it is. */
  readonly isWellFormed: boolean
  readonly words: string
  /** Pictures and style sheets that were not shown. */
  readonly missing: readonly string[]
}

/** A place of the table of contents or of the list of pages, after going there. */
export interface ReadPlace {
  readonly label: string
  readonly depth: number
  /** What its element says: its words, or the name of a page break; `null` when none is shown. */
  readonly says: string | null
  readonly role: string | null
}

/** A call of a note, after tapping it. */
export interface ReadCall {
  readonly id: string
  /** What the text has there. */
  readonly label: string
  /** How the reading system took it: `footnote` for a note. */
  readonly kind: string
  /** What it showed, without the number that leads back and what the edition added. */
  readonly words: string
  /** The number that leads back, as it showed it. */
  readonly back: string
}

/** A link from a note back to its call, after tapping it. */
export interface ReadBacklink {
  readonly note: string
  /** The id it led to; `null` when that is not on the screen then. */
  readonly call: string | null
}

/** A book as a reader with a finger finds it. */
export interface ReadBook {
  readonly title: string
  readonly chapters: readonly ReadChapter[]
  readonly contents: readonly ReadPlace[]
  readonly pages: readonly ReadPlace[]
  readonly calls: readonly ReadCall[]
  readonly backlinks: readonly ReadBacklink[]
}

/** Read a whole book: open each chapter, go to each place, tap each note and each link back. */
export async function readBook(reader: OpenReader): Promise<ReadBook> {
  const {page} = reader
  const {title, toc, pageList, files} = await page.evaluate(() => {
    const {metadata, sections, toc, pageList} = window.reader.view.book
    const names = metadata.title
    const title = typeof names === 'string' ? names : (Object.values(names)[0] ?? '')
    return {title, toc: toc ?? [], pageList: pageList ?? [], files: sections.map(({id}) => id)}
  })
  const chapters: ReadChapter[] = []
  const calls: ReadCall[] = []
  const backlinks: ReadBacklink[] = []
  for (const file of files) {
    await reader.find(file)
    chapters.push({file, ...(await readChapter(reader))})
    const links = await linksOf(reader)
    for (const link of links.calls) calls.push(await readCall(reader, file, link))
    for (const note of links.notes) backlinks.push(await readBacklink(reader, file, note))
  }
  const contents: ReadPlace[] = []
  for (const {entry, depth} of flatten(toc)) contents.push(await readPlace(reader, entry, depth))
  const pages: ReadPlace[] = []
  for (const {entry, depth} of flatten(pageList)) pages.push(await readPlace(reader, entry, depth))
  return {title, chapters, contents, pages, calls, backlinks}
}

function flatten(
  entries: readonly ReaderEntry[],
  depth = 0,
): {readonly entry: ReaderEntry; readonly depth: number}[] {
  return entries.flatMap((entry) => [{entry, depth}, ...flatten(entry.subitems ?? [], depth + 1)])
}

function readChapter({page}: OpenReader): Promise<Omit<ReadChapter, 'file'>> {
  return page.evaluate(() => {
    const [content] = window.reader.view.renderer.getContents()
    if (!content) throw new Error('No chapter is open')
    const {doc} = content
    const pictures = [...doc.images].filter(({naturalWidth}) => naturalWidth === 0)
    const sheets = [...doc.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
    return {
      title: doc.title,
      isWellFormed: doc.contentType === 'application/xhtml+xml',
      words: doc.body.innerText,
      missing: [
        ...pictures.map(({alt}) => `picture ${alt}`),
        ...sheets.filter(({sheet}) => !sheet?.cssRules.length).map(() => 'style sheet'),
      ],
    }
  })
}

/** A link that may call a note. */
interface Link {
  readonly id: string
  readonly label: string
}

/** The links inside the open chapter, and its notes. */
function linksOf({page}: OpenReader): Promise<{calls: Link[]; notes: string[]}> {
  return page.evaluate(() => {
    const doc = window.reader.view.renderer.getContents()[0]?.doc
    const inside = [...(doc?.querySelectorAll<HTMLElement>('a[href^="#"]') ?? [])]
    const calls = inside.filter((link) => link.getAttribute('role') !== 'doc-backlink')
    const notes = [...(doc?.querySelectorAll('[role=doc-footnote]') ?? [])]
    return {
      calls: calls.map(({id, innerText}) => ({id, label: innerText})),
      notes: notes.map(({id}) => id),
    }
  })
}

async function readCall(reader: OpenReader, file: string, {id, label}: Link): Promise<ReadCall> {
  const box = await reader.find(`${file}#${id}`)
  if (!box) return {id, label, kind: 'nowhere', words: '', back: ''}
  const outcome = await reader.tap(box)
  if (outcome.kind !== 'note') return {id, label, kind: outcome.kind, words: '', back: ''}
  const {words, back} = await reader.page.evaluate(() => {
    const body = window.reader.note?.body
    const backlink = body?.querySelector<HTMLElement>('[role=doc-backlink]')
    const number = backlink?.innerText ?? ''
    backlink?.remove()
    // What an annotation refers to is said by places elsewhere; that it refers is said here.
    for (const basis of body?.querySelectorAll('.basis') ?? []) {
      if ((basis.textContent ?? '').length > 2) basis.textContent = '(…)'
    }
    const all = body?.innerText ?? ''
    // What the edition added is no part of the words of the note; a call inside it neither.
    for (const added of body?.querySelectorAll('.generated, .noteref:not(.words)') ?? []) {
      added.remove()
    }
    const words = body?.innerText ?? ''
    // An annotation is the edition's own from its first word to its last.
    return {words: words.trim() === '' ? all : words, back: number}
  })
  return {id, label, kind: outcome.type ?? 'note', words, back}
}

async function readBacklink(reader: OpenReader, file: string, note: string): Promise<ReadBacklink> {
  const box = await reader.find(`${file}#${note}`, '[role=doc-backlink]')
  const outcome = box && (await reader.tap(box))
  if (outcome?.kind !== 'place') return {note, call: null}
  const id = outcome.href.split('#')[1] ?? ''
  return {note, call: isOn(reader, await reader.where(id)) ? id : null}
}

/** Whether a place begins on the screen. */
function isOn({page}: OpenReader, box: Box | null): boolean {
  const {width, height} = page.viewport() ?? {width: 0, height: 0}
  return box !== null && box.x >= 0 && box.x <= width && box.y >= 0 && box.y <= height
}

async function readPlace(
  reader: OpenReader,
  {label, href}: ReaderEntry,
  depth: number,
): Promise<ReadPlace> {
  const box = href === null ? null : await reader.find(href)
  if (!isOn(reader, box)) return {label, depth, says: null, role: null}
  return reader.page.evaluate(
    (name, level, id) => {
      const doc = window.reader.view.renderer.getContents()[0]?.doc
      const element = id === undefined ? doc?.querySelector('title') : doc?.getElementById(id)
      const copy = element?.cloneNode(true) as Element | undefined
      for (const call of copy?.querySelectorAll('.noteref') ?? []) call.remove()
      const says = copy?.getAttribute('aria-label') ?? copy?.textContent ?? null
      return {label: name, depth: level, says, role: copy?.getAttribute('role') ?? null}
    },
    label,
    depth,
    href?.split('#')[1],
  )
}
