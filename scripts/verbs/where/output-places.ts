import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {openPdfPlaces} from '../../../build/audit/pdf-places.ts'
import type {LoadedEdition} from '../../../build/store/load-edition.ts'
import {readIfThere} from '../../../build/store/read-if-there.ts'
import {sha256} from '../../../build/text/digest.ts'
import {hashesOfManuscript} from '../../manifest.ts'
import {show} from '../../show.ts'
import {openEdition} from '../../workspace.ts'
import type {Workspace} from '../../workspace.ts'
import type {Found} from './found.ts'

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
 * made of the whole manuscript as it is now: it is never guessed. Words that stand on several pages get all.
 */
export async function openOutputPlaces(workspace: Workspace, id: string): Promise<OutputPlaces> {
  const {out} = workspace
  const edition = await openEdition(workspace, id)
  const path = join(out, `${id}.pdf`)
  const lack = await lackOf(edition, out)
  const places = lack === null ? await openPdfPlaces(await readFile(path)) : null
  return {
    lack,
    describe: ({target, words}) => {
      const inEpub = `  ${id}.epub  ${target.file}#${target.id}`
      const pages = places?.find(words) ?? []
      const named = pages.map(({label, sheet}) => `p. ${label} (sheet ${sheet})`)
      return named.length > 0 ? [inEpub, `  ${id}.pdf  ${named.join(', ')}`] : [inEpub]
    },
  }
}

/** Why the PDF of an edition cannot say where something stands; `null` when it can. */
async function lackOf(edition: LoadedEdition, out: string): Promise<string | null> {
  const {id} = edition
  const build = `\`npm run build -- ${id}\` makes it`
  const written = await readIfThere(join(out, `${id}.manifest.json`))
  const manifest = written === null ? null : (JSON.parse(written) as Manifest)
  const pdf = await readFile(join(out, `${id}.pdf`)).catch(() => null)
  if (!pdf || !manifest) return `There is no ${show(join(out, `${id}.pdf`))}; ${build}.`
  const now = hashesOfManuscript(edition)
  const isSame =
    JSON.stringify(manifest.manuscript) === JSON.stringify(now) &&
    manifest.outputs[`${id}.pdf`] === sha256(pdf)
  if (isSame) return null
  return `${show(join(out, `${id}.pdf`))} was made of another manuscript than there is now; ${build}.`
}

interface Manifest {
  readonly manuscript: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
}
