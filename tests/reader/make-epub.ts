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

/** Make the EPUB of an edition whose sources lie with it. */
export async function makeEpub(manuscript: string, name: string): Promise<MadeEpub> {
  const {config, texts: loaded, findings} = await loadEdition(manuscript, name, [])
  if (!config || loaded.length === 0) throw new Error(findings.map(String).join('\n'))
  const texts = editTexts(loaded, config.numbering)
  const {identifier, modified} = config
  const {outputs} = await makeOutputs(name, config, texts, {identifier, modified, only: 'epub'})
  return {config, texts, epub: outputs[0]?.content as Uint8Array}
}
