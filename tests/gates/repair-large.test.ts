import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {runEdition} from '../run-edition.ts'

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'edition-large-'))
})
afterAll(() => rm(home, {recursive: true, force: true}))

/** Fifty megabytes in one line. */
const bytes = 50_000_000

test.each([
  ['words', 'the kite flew over a bay and '],
  ['one word', 'a'],
  ['misread characters', 'Ã©'],
])('a line of 50 MB is refused, and nothing is printed: %s', async (name, unit) => {
  const path = join(home, `${name}.txt`)
  await writeFile(path, unit.repeat(bytes / Buffer.byteLength(unit)))
  const {code, stdout, stderr} = await runEdition(['repair', path, '--json'])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('at most 12 million are repaired at once; divide it first.')
  await rm(path)
})

test.each([
  ['damaged words', 'The ocials of the oce had aairs of inuence. '],
  ['signs without blanks', '風箏は空を飛ぶ。'],
  ['one word', 'a'],
  ['misread characters', 'Ã©'],
  ['line ends', '\n'],
])(
  'a text of two million characters in one line comes to an end: %s',
  async (name, unit) => {
    const path = join(home, `${name}.txt`)
    await writeFile(path, unit.repeat(2_000_000 / unit.length))
    const {code, stderr} = await runEdition(['repair', path, '--json'])
    expect([code, stderr.includes('Error')]).toEqual([0, false])
    await rm(path)
  },
  300_000,
)
