import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {readPdf} from '../../../build/audit/read-pdf.ts'
import {readIfThere} from '../../../build/store/read-if-there.ts'
import {sha256} from '../../../build/text/digest.ts'
import {hashesOfManuscript} from '../../manifest.ts'
import {show} from '../../show.ts'
import {openEdition} from '../../workspace.ts'
import type {Workspace} from '../../workspace.ts'
import {anchorAt, anchorsOf} from './anchors.ts'
import {countLetters} from './edition-letters.ts'
import type {Found} from './found.ts'
import {readPages} from './pdf-pages.ts'
import type {FindPages} from './pdf-pages.ts'
import {readManifest} from './read-manifest.ts'

/** Says where something stands in the outputs of an edition. */
export interface OutputPlaces {
  /** Lines for an answer: its place in the EPUB, and its page in the PDF where there is one. */
  describe(found: Found): string[]
  /** Why no page of the PDF is told; `null` when it is. */
  readonly lack: string | null
}

/**
 * Open the outputs of an edition, to say where something stands in them.
 *
 * The place in the EPUB follows from the manuscript. The page is read out of the finished PDF, when that was
 * made of the whole manuscript as it is now: it is never guessed.
 *
 * Shape: where outputs are, id of the edition, ids of the texts that are asked about → what says it.
 */
export async function openOutputPlaces(
  workspace: Workspace,
  id: string,
  texts: readonly string[],
): Promise<OutputPlaces> {
  const path = join(workspace.out, `${id}.pdf`)
  const pdf = await readFile(path).catch(() => null)
  const lack = await lackOf(workspace, id, pdf)
  const pages = pdf && lack === null ? await pagesOf(pdf, texts) : null
  return {
    lack,
    describe: (found) => {
      const inEpub = `  ${id}.epub  ${addressOf(found)}`
      if (!pages) return [inEpub]
      return [inEpub, `  ${id}.pdf  ${sayPages(found, pages)}`]
    },
  }
}

/** The document of the EPUB and the id in it. */
function addressOf({edition, from, id}: Found): string {
  const text = edition.text.id
  const nearest = id ?? anchorAt(anchorsOf(edition), from)?.id ?? text
  return `text-${text}.xhtml#${nearest}`
}

function sayPages({edition, from, last}: Found, pages: ReadonlyMap<string, FindPages>): string {
  const find = pages.get(edition.text.id)
  const letter = countLetters(edition)
  const [begin = [], end = []] = [from, last].map((offset) => {
    const place = letter(offset)
    return place && find ? find(place) : []
  })
  // What is not known at both its ends is not known.
  const known = begin.length > 0 && end.length > 0 ? [...begin, ...end] : []
  const sorted = known.toSorted((a, b) => a.sheet - b.sheet)
  const ends = [sorted[0], sorted.at(-1)].flatMap((page) => page ?? [])
  const said = ends.map(({label, sheet}) => `p. ${label} (sheet ${sheet})`)
  return [...new Set(said)].join(' – ') || '(its words do not tell the page)'
}

async function pagesOf(pdf: Uint8Array, texts: readonly string[]): Promise<Map<string, FindPages>> {
  const file = await readPdf(pdf)
  const pages = new Map<string, FindPages>()
  for (const text of new Set(texts)) pages.set(text, await readPages(file, text))
  await file.close()
  return pages
}

/** Why the PDF of an edition cannot say where something stands; `null` when it can. */
async function lackOf(
  workspace: Workspace,
  id: string,
  pdf: Uint8Array | null,
): Promise<string | null> {
  const {out} = workspace
  const build = `\`npm run build -- ${id}\` makes it`
  const name = show(join(out, `${id}.pdf`))
  if (!pdf) return `There is no ${name}; ${build}.`
  const manifest = readManifest(await readIfThere(join(out, `${id}.manifest.json`)))
  const isListed = manifest?.outputs[`${id}.pdf`] === sha256(pdf)
  if (!manifest || !isListed) {
    return `${show(join(out, `${id}.manifest.json`))} does not say of what ${name} was made; ${build}.`
  }
  // The whole edition, for the manifest says of what all of it was made.
  const now = hashesOfManuscript(await openEdition(workspace, id))
  if (JSON.stringify(manifest.manuscript) === JSON.stringify(now)) return null
  return `${name} was made of another manuscript than there is now; ${build}.`
}
