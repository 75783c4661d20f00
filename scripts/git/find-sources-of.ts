import {join} from 'node:path'
import type {RevisedText, Revision} from '../../build/model/revision.ts'
import type {FoundSource} from '../../build/review/revisions/with-contexts.ts'
import {findSource} from '../../build/store/find-sources.ts'
import {decode} from '../../build/text/decode.ts'
import {indexLines} from '../../build/text/place.ts'
import type {Workspace} from '../workspace.ts'

/** Sources by `edition/text`, and the texts whose sources are not there. */
export interface SourcesOf {
  readonly found: ReadonlyMap<string, FoundSource>
  readonly missing: readonly string[]
}

/**
 * Look for the sources of texts of a revision, where all commands look for them.
 *
 * Shape: both revisions, the texts wanted (`edition/text`), where the command works → sources whose SHA-256 is that
 * of text.yaml, now or, of a text that is gone, before.
 */
export async function findSourcesOf(
  before: Revision,
  after: Revision,
  wanted: ReadonlySet<string>,
  {manuscript, sources}: Workspace,
): Promise<SourcesOf> {
  const [was, is] = [textsOf(before), textsOf(after)]
  const found = new Map<string, FoundSource>()
  const missing: string[] = []
  for (const name of wanted) {
    const text = is.get(name) ?? was.get(name)
    const [edition = ''] = name.split('/')
    const folders = [join(manuscript, edition, 'sources'), ...sources]
    const value = text && (await readSource(folders, text))
    if (value === undefined) {
      missing.push(name)
      continue
    }
    const old = was.get(name)
    const isOfBoth = !old || old.sha256 === text?.sha256
    found.set(name, {value, lines: indexLines(value), isOfBoth})
  }
  return {found, missing}
}

async function readSource(
  folders: readonly string[],
  {sha256, source}: RevisedText,
): Promise<string | undefined> {
  if (sha256 === null || source === null) return undefined
  const search = await findSource(folders, {sha256, ...source})
  const decoded = search.state === 'found' ? decode(search.bytes) : undefined
  return decoded?.ok ? decoded.text : undefined
}

function textsOf({editions}: Revision): Map<string, RevisedText> {
  return new Map(
    editions.flatMap(({id, texts}) => texts.map((text) => [`${id}/${text.id}`, text] as const)),
  )
}
