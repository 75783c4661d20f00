import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {editionIn, freshSpecimen} from '../fresh-specimen.ts'
import {runEdition} from '../run-edition.ts'

const home = freshSpecimen()

test('an edition is the same bytes in another place, time zone and language', async () => {
  expect((await editionIn(home)('build', '--out', home.out)).code).toBe(0)
  const elsewhere = join(home.path, 'elsewhere')
  const args = ['build', '--manuscript', home.manuscript, '--out', elsewhere]
  expect((await runEdition(args, {TZ: 'Asia/Ulaanbaatar', LC_ALL: 'C'})).code).toBe(0)
  for (const name of [
    'specimen.epub',
    'specimen.pdf',
    'specimen.manifest.json',
    'specimen/footnote.md',
  ]) {
    const [here, there] = await Promise.all(
      [home.out, elsewhere].map((folder) => readFile(join(folder, name))),
    )
    expect(Buffer.compare(here as Buffer, there as Buffer), name).toBe(0)
  }
})
