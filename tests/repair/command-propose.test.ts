import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)
const folder = (...names: string[]): string =>
  join(home.manuscript, 'specimen', 'texts', 'ligature', ...names)

// Its hits are fresh before a test begins, and one place waits for an editor: the record is gone.
beforeEach(async () => {
  const records = await readFile(folder('corrections.yaml'), 'utf8')
  await writeFile(folder('corrections.yaml'), records.replace(/^l8\.le:\n(?: .*\n)+/m, ''))
  expect((await edition('propose')).code).toBe(0)
})

describe('propose', () => {
  test('has nothing to do when the hits are fresh, and says what there is', async () => {
    const {code, stderr} = await edition('propose', '--check')
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^ligature: \d+ hits, \d+ proposals?$/m),
    ])
    expect(stderr).not.toContain('written')
  })

  test('writes what is stale, removes what no rule finds, and with --check only says so', async () => {
    const escapes = await readFile(folder('hits', 'escape.tsv'), 'utf8')
    await writeFile(folder('hits', 'escape.tsv'), '# escape 1\n')
    await writeFile(folder('hits', 'spelling.tsv'), '# spelling 1\n')
    await rm(folder('hits', 'presentation-form.tsv'))
    const checked = await edition('propose', 'ligature', '--check')
    expect([checked.code, checked.stderr]).toEqual([1, expect.stringContaining('3 errors')])
    expect(await readdir(folder('hits'))).toContain('spelling.tsv')
    const {code, stderr} = await edition('propose', 'ligature')
    expect(code).toBe(0)
    expect(stderr).toMatch(/escape\.tsv\twritten/)
    expect(stderr).toMatch(/presentation-form\.tsv\twritten/)
    expect(stderr).toMatch(/spelling\.tsv\tremoved/)
    expect(await readFile(folder('hits', 'escape.tsv'), 'utf8')).toBe(escapes)
    expect(await readdir(folder('hits'))).not.toContain('spelling.tsv')
    expect((await edition('propose', 'ligature', '--check')).code).toBe(0)
  })

  test('lists proposals by form, with readings, places and evidence', async () => {
    const text = await edition('propose', 'ligature')
    const {stdout} = await edition('propose', 'ligature', '--json')
    const [{proposals}] = JSON.parse(stdout)
    expect(proposals.length).toBeGreaterThan(0)
    for (const {form, rule, candidates, places} of proposals) {
      expect(form).toMatch(new RegExp(`^form\\.${rule}\\.`))
      expect(candidates.length).toBeGreaterThan(0)
      for (const {key, at, evidence} of places) {
        expect(key).toBe(`${rule}@${at}`)
        expect(text.stdout).toContain(`ligature:${at}`)
        expect(evidence).not.toBe('')
      }
    }
  })

  test('a proposal goes when an editor has spoken, and its form with an exception', async () => {
    const list = async (): Promise<{form: string; places: {key: string; lemma?: string}[]}[]> => {
      const {stdout} = await edition('propose', 'ligature', '--json')
      return JSON.parse(stdout)[0].proposals
    }
    const [first] = (await list()).filter(({places}) => places[0]?.lemma !== undefined)
    const key = first?.places[0]?.key ?? ''
    const entry = JSON.stringify(first?.form)
    await writeFile(folder('rules.yaml'), `except:\n  ${entry}: It is right as it stands.\n`)
    expect((await list()).map(({form}) => form)).not.toContain(first?.form)
    await rm(folder('rules.yaml'))
    const at = /@(.*)$/.exec(key)?.[1] ?? ''
    const keep = ['--act', 'keep', '--kind', 'ocr/ligature', '--why', 'It is right.', '--at', at]
    await edition('propose', 'ligature')
    const added = await edition('add', 'ligature', first?.places[0]?.lemma ?? '', ...keep)
    expect([added.code, added.stderr]).toEqual([0, ''])
    expect((await list()).flatMap(({places}) => places.map((one) => one.key))).not.toContain(key)
    expect((await edition('propose', '--check')).code, 'what is done by hand is no hit').toBe(0)
  })

  test('a file that is not right is said, and the hits are fresh all the same', async () => {
    await writeFile(folder('hits', 'escape.tsv'), '# escape 1\n')
    await change(folder('corrections.yaml'), 'kind: ocr/lacuna', 'kind: ocr/ghost')
    const {code, stderr} = await edition('propose', 'ligature')
    expect([code, stderr]).toEqual([1, expect.stringContaining('schema-value')])
  })

  test('a text without its source is passed over, unless it is meant', async () => {
    await rm(join(home.manuscript, 'specimen', 'sources', 'names.md'))
    const all = await edition('propose')
    expect([all.code, all.stderr]).toEqual([
      0,
      expect.stringMatching(/source of `names` .* is missing/),
    ])
    expect((await edition('propose', 'names')).code).toBe(2)
    expect((await edition('propose', 'names', 'ligature')).code).toBe(2)
  })
})
