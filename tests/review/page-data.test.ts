import {beforeAll, describe, expect, test} from 'vitest'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {makePageData} from '../../build/review/make-page-data.ts'
import type {PageData} from '../../build/review/page-data.ts'
import {wordsOfPassage} from '../../build/review/passages.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {manuscript} from '../specimen/open-specimen.ts'

/** Words in a row that may not leave the source. */
const longestRun = 12

describe('what the review page is given', () => {
  let texts: TextEdition[]
  let whole: PageData
  let bare: PageData

  beforeAll(async () => {
    const {config, texts: loaded} = await loadEdition(manuscript, 'specimen', [])
    if (!config) throw new Error('no specimen')
    texts = editTexts(loaded, config.numbering)
    const make = (mode: PageData['mode']): PageData =>
      makePageData('specimen', config, texts, {mode, who: null, sample: null, images: {}})
    whole = make('static')
    bare = make('public')
  })

  test('each passage says what the edition says, with the source and without it in the data', () => {
    for (const [index, {tree, text}] of texts.entries()) {
      const expected = blocksOf(tree).map((block) => wordsOfBlock(block).text)
      for (const data of [whole, bare]) {
        const passages = data.texts[index]?.passages ?? []
        const said = passages.map((passage) => wordsOfPassage(passage, text.source.value))
        expect(said).toEqual(expected)
      }
    }
  })

  test('what may be hosted has no run of the source that is longer than a lemma may be', () => {
    const json = runsOf(JSON.stringify(bare))
    const all = texts.flatMap(({text}) => [...runsOf(text.source.value)])
    expect(all.length).toBeGreaterThan(2000)
    const leaked = all.filter((run) => json.has(run))
    expect(leaked).toEqual([])
    const open = runsOf(JSON.stringify(whole))
    expect(all.filter((run) => open.has(run)).length, 'the test can see one').toBeGreaterThan(2000)
  })

  test('nothing tells of the folders it was made in', () => {
    expect(JSON.stringify(whole)).not.toContain(manuscript)
  })

  test('it goes through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
  })
})

/** All runs of more than the words that may stand together, in small letters. */
function runsOf(text: string): Set<string> {
  const words =
    text
      .replaceAll('\\n', ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = words.slice(0, Math.max(0, words.length - longestRun))
  return new Set(runs.map((_, index) => words.slice(index, index + longestRun + 1).join(' ')))
}
