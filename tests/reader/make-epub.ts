import {fileURLToPath} from 'node:url'
import {isError} from '../../build/finding.ts'
import type {EditionConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'

/** An edition and its EPUB. */
export interface MadeEpub {
  readonly config: EditionConfig
  readonly texts: readonly TextEdition[]
  readonly epub: Uint8Array
}

/** The edition that the gates read: the folder of its manuscript, its name, where sources lie. */
const read = {
  manuscript: fileURLToPath(new URL('../../manuscript/', import.meta.url)),
  name: 'specimen',
  sources: [],
}

/** Make the EPUB of the edition that the gates read. */
export async function makeEpub({manuscript, name, sources} = read): Promise<MadeEpub> {
  const {config, texts: loaded, findings, missing} = await loadEdition(manuscript, name, sources)
  if (!config || missing.length > 0 || findings.some(isError)) {
    const lacks = missing.map(({file}) => `${file} is missing`)
    throw new Error([`${name} cannot be made`, ...lacks, ...findings.map(String)].join('\n'))
  }
  const texts = editTexts(loaded, config.numbering)
  const {identifier, modified} = config
  const {outputs} = await makeOutputs(name, config, texts, {identifier, modified, only: 'epub'})
  return {config, texts, epub: outputs[0]?.content as Uint8Array}
}
