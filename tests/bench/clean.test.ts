import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readBrown} from '../../scripts/bench/repair/clean/read-brown.ts'
import {lettersOf} from '../../scripts/bench/repair/clean/signs.ts'
import {drawFrom} from '../../scripts/bench/repair/draw.ts'

/** Read words that are tagged as in the corpus. */
async function read(tagged: string) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  await writeFile(join(folder, 'text'), tagged)
  const blocks = await readBrown(join(folder, 'text'), drawFrom('none'))
  return blocks.map(({kind, signs}) => {
    const italics = signs.filter(({isItalic}) => isItalic)
    return {kind, words: lettersOf(signs), italics: lettersOf(italics)}
  })
}

test('tagged words become printed ones', async () => {
  const blocks = await read(`

A/at-hl sealed/vbn-hl file/nn-hl
\`\`/\`\` Read/vb it/ppo ''/'' ,/, said/vbd the/at clerk/nn --/-- who/wps had/hvd n't/* --/-- and/cc left/vbd (/( late/rb )/) ./.


	Who/wps asked/vbd ?/. ?/.
The/at staff's/nn$ pao-chia/fw-nn register/nn did/dod ./.
`)
  expect(blocks).toEqual([
    {kind: 'heading', words: 'A sealed file', italics: ''},
    {
      kind: 'paragraph',
      words: '“Read it,” said the clerk—who had n’t—and left (late).',
      italics: '',
    },
    {
      kind: 'paragraph',
      words: 'Who asked? The staff’s pao-chia register did.',
      italics: 'pao-chia',
    },
  ])
})

test('sentences that are damaged themselves are left out', async () => {
  const blocks = await read(`
	The/at sum/nn of/in **yf/nn is/bez lost/vbn ./.
The/at rest/nn is/bez here/rb ,/, and/cc all/abn right/jj ./.


	''/'' A/at lone/jj mark/nn closes/vbz nothing/pn here/rb ./.


	of/in these/dts words/nns the/at beginning/nn is/bez gone/vbn ./.
`)
  expect(blocks.map(({words}) => words)).toEqual(['The rest is here, and all right.'])
})
