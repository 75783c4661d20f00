import {fileURLToPath} from 'node:url'
import {validate} from 'epubcheck-standalone'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'

/** The official EPUBCheck: slow to start, and the only validator that knows every schema. */
async function check(bytes: Uint8Array): Promise<{exitCode: number | null; messages: string[]}> {
  const {exitCode, messages} = await validate(bytes)
  return {
    exitCode,
    messages: messages.map(({severity, id, message}) => `${severity} ${id} ${message}`),
  }
}

test('EPUBCheck has nothing to say of the specimen, and notices a planted fault', async () => {
  const manuscript = fileURLToPath(new URL('../../manuscript/', import.meta.url))
  const {config, texts} = await loadEdition(manuscript, 'specimen', [])
  if (!config) throw new Error('The specimen has no configuration')
  const {identifier, modified} = config
  const edited = editTexts(texts, 'per-text')
  const {outputs} = await makeOutputs('specimen', config, edited, {identifier, modified})
  const bytes = outputs[0]?.content as Uint8Array
  expect(await check(bytes)).toEqual({exitCode: 0, messages: []})

  const files = unzipSync(bytes)
  const page = strFromU8(files['OEBPS/text-footnote.xhtml'] ?? new Uint8Array())
  const {mimetype = new Uint8Array(), ...rest} = files
  rest['OEBPS/text-footnote.xhtml'] = strToU8(
    page.replace('<blockquote>', '<p><blockquote>').replace('</blockquote>', '</blockquote></p>'),
  )
  const broken = await check(zipSync({mimetype: [mimetype, {level: 0}], ...rest}))
  expect(broken.exitCode).toBe(1)
  expect(broken.messages.join('\n')).toMatch(/ERROR RSC-005 .*blockquote/)
}, 120_000)
