import {editTexts, makeOutputs} from '../../build/outputs.ts'
import type {EditionConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {manuscript} from '../specimen/open-specimen.ts'

/** The specimen and its EPUB. */
export interface MadeEpub {
  readonly config: EditionConfig
  readonly texts: readonly TextEdition[]
  readonly epub: Uint8Array
}

/** Make the EPUB of the specimen. */
export async function makeEpub(): Promise<MadeEpub> {
  const {config, texts: loaded, findings} = await loadEdition(manuscript, 'specimen', [])
  if (!config) throw new Error(['The specimen cannot be made', ...findings.map(String)].join('\n'))
  const texts = editTexts(loaded, config.numbering)
  const {identifier, modified} = config
  const options = {identifier, modified, only: 'epub'} as const
  const {outputs} = await makeOutputs('specimen', config, texts, options)
  return {config, texts, epub: outputs[0]?.content as Uint8Array}
}
