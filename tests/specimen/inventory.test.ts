import {readFile, writeFile} from 'node:fs/promises'
import {beforeAll, expect, test} from 'vitest'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {isUpdating} from '../open-case.ts'
import {manuscript} from './open-specimen.ts'
import {takeInventory} from './take-inventory.ts'

/** Kinds that the specimen does not hold, and why. */
const absent = [
  // No text layer has soft hyphens beside hard ones.
  'hit of soft-hyphen',
  // What was taken for a list can only be proposed.
  'hit of list-number',
  // The blanks that it lost stand beside letters that are no words, or beside other losses.
  'hit of glue',
  // Its essays have sections, and no parts of sections.
  'heading of depth 3',
  'heading of depth 4',
  // Heads and numbers of pages are found by a rule, which makes records of them.
  'drop head',
  'drop folio',
]

let inventory: Map<string, string[]>
beforeAll(async () => {
  const {texts, findings} = await loadEdition(manuscript, 'specimen', [])
  expect(findings).toEqual([])
  inventory = takeInventory(editTexts(texts, 'per-text'))
})

test('every kind stands in the specimen at least once, but for those that are named', () => {
  const empty = [...inventory].filter(([, places]) => places.length === 0).map(([kind]) => kind)
  expect(empty).toEqual(absent)
})

test('each kind stands where the inventory says', async () => {
  const file = new URL('../fixtures/specimen/inventory.txt', import.meta.url)
  const lines = [...inventory].flatMap(([kind, places]) => {
    const first = places.slice(0, 3).join(', ')
    return places.length === 0 ? [] : [`${kind}: ${first}${places.length > 3 ? ', …' : ''}\n`]
  })
  if (isUpdating) await writeFile(file, lines.join(''))
  expect(lines.join('')).toBe(await readFile(file, 'utf8').catch(() => ''))
})
