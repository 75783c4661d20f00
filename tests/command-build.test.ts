import {createHash} from 'node:crypto'
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {change, editionIn, freshSpecimen} from './fresh-specimen.ts'
import {runEdition} from './run-edition.ts'
import type {Result} from './run-edition.ts'

const home = freshSpecimen()
const edition = editionIn(home)
const build = (...args: string[]): Promise<Result> => edition('build', ...args, '--out', home.out)
/** What does not depend on the PDF need not wait for it. */
const buildEpub = (...args: string[]): Promise<Result> => build(...args, '--only', 'epub')
const file = (...names: string[]): string => join(home.manuscript, 'specimen', ...names)

/** Something that was built before. */
async function leaveOld(): Promise<void> {
  await mkdir(home.out)
  await writeFile(join(home.out, 'specimen.epub'), 'old')
}

/** A record as it stands in corrections.yaml. */
const record = (id: string, at: string, lemma: string, reading: string): string =>
  `${id}:\n  at: ${at}\n  lemma: "${lemma}"\n  reading: "${reading}"\n  kind: ocr/character\n  cert: high\n  by: ed\n  why: So.\n`

describe('build', () => {
  test('writes the outputs and says so', async () => {
    const {code, stdout, stderr} = await build()
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('% of the source')])
    expect(stdout).toMatch(/specimen\.epub\t\d+ kB\n.*specimen\.pdf\t\d+ kB\n.*ligature\.md/)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^specimen: built 3 texts in \d+\.\d s, 0 warnings$/,
    )
    expect((await readdir(home.out)).toSorted()).toEqual([
      'specimen',
      'specimen.epub',
      'specimen.manifest.json',
      'specimen.pdf',
    ])
    const manifest = JSON.parse(await readFile(join(home.out, 'specimen.manifest.json'), 'utf8'))
    expect(Object.keys(manifest)).toEqual([
      'edition',
      'identifier',
      'sources',
      'manuscript',
      'outputs',
      'tools',
      'fonts',
    ])
    expect(Object.keys(manifest.manuscript)).toContain('texts/ligature/corrections.yaml')
    expect(manifest.tools.browser).toMatch(/Chrom/)
  })

  test('takes its date from the environment', async () => {
    const folders = ['--manuscript', home.manuscript, '--out', home.out]
    const args = ['build', ...folders, '--only', 'epub']
    expect((await runEdition(args, {SOURCE_DATE_EPOCH: '0'})).code).toBe(0)
    expect((await runEdition(args, {SOURCE_DATE_EPOCH: 'now'})).code).toBe(2)
  })

  test('makes an extract with an identifier of its own, the same each time', async () => {
    const {code, stdout} = await build('--text', 'footnote')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/specimen\.footnote\.epub.*specimen\.footnote\.pdf/s),
    ])
    const read = async (): Promise<string> =>
      JSON.parse(await readFile(join(home.out, 'specimen.footnote.manifest.json'), 'utf8'))
        .identifier
    const identifier = await read()
    expect(identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)
    await buildEpub('--text', 'specimen/footnote')
    expect(await read()).toBe(identifier)
  })

  test('leaves what was there when something is wrong, and says all of it', async () => {
    await buildEpub()
    const before = await readFile(join(home.out, 'specimen.epub'))
    await change(file('texts', 'ligature', 'corrections.yaml'), 'lemma: "our"', 'lemma: "hour"')
    await change(file('texts', 'names', 'corrections.yaml'), 'reading: "1892"', 'reading: "1S92"')
    const {code, stderr, stdout} = await build()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/ligature\/corrections\.yaml:\d+:1 {2}error .*record-lemma/)
    expect(stderr).toContain('not built; what was there is untouched')
    expect(Buffer.compare(await readFile(join(home.out, 'specimen.epub')), before)).toBe(0)
    expect((await readdir(home.out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  const other = 'footnote'
  test.each([
    [
      'an unknown key',
      'corrections.yaml',
      (text: string) => text.replace('  by: ed', '  hand: ed'),
      'schema-unknown-key',
    ],
    ['a broken file', 'structure.yaml', () => 'pages: [', 'yaml-syntax'],
    [
      'a wrong lemma',
      'corrections.yaml',
      (text: string) => text.replace('"l729"', '"l728"'),
      'record-lemma',
    ],
    [
      'an overlap',
      'corrections.yaml',
      () => record('a', '11:5', 'footnote is', 'x') + record('b', '11:14', 'is the', 'y'),
      'record-overlap',
    ],
    [
      'a touch',
      'corrections.yaml',
      () => record('a', '11:5', 'footnote', 'x') + record('b', '11:13', ' ', '  '),
      'record-touching',
    ],
    [
      'a reference without a note',
      'corrections.yaml',
      () => record('a', '9:330', '1', '99'),
      'reference-without-note',
    ],
    [
      'a note without a reference',
      'corrections.yaml',
      () => record('a', '19:6', '1', '99'),
      'note-without-reference',
    ],
    [
      'a note given twice',
      'corrections.yaml',
      () => record('a', '21:6', '2', '1'),
      'note-duplicate',
    ],
  ])('%s: a finding with its place, and the outputs as they were', async (_, name, fault, rule) => {
    await leaveOld()
    const path = file('texts', other, name)
    await writeFile(path, fault(await readFile(path, 'utf8')))
    const {code, stderr, stdout} = await build()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(String.raw`\S+:\d+:\d+  error  .*  ${rule}\n`))
    expect(await readFile(join(home.out, 'specimen.epub'), 'utf8')).toBe('old')
  })

  test.each([
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0x62]), 'source-encoding'],
    ['no words', Buffer.from(' \n'), 'source-empty'],
  ])('a source with %s: a finding, and the outputs as they were', async (_, bytes, rule) => {
    await leaveOld()
    await writeFile(file('sources', 'footnote.md'), bytes)
    const config = file('texts', other, 'text.yaml')
    const text = await readFile(config, 'utf8')
    const hash = createHash('sha256').update(bytes).digest('hex')
    await writeFile(
      config,
      text.replace(/sha256: .*/, `sha256: ${hash}`).replace(/bytes: .*/, `bytes: ${bytes.length}`),
    )
    const {code, stderr} = await build()
    expect([code, stderr]).toEqual([1, expect.stringContaining(rule)])
    expect(await readFile(join(home.out, 'specimen.epub'), 'utf8')).toBe('old')
  })

  test('a place where nothing can be written: exit 3, one sentence', async () => {
    await writeFile(join(home.path, 'a-file'), '')
    const out = join(home.path, 'a-file', 'below')
    const {code, stderr} = await edition('build', '--only', 'markdown', '--out', out)
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /below cannot be written: .* \(ENOTDIR\)\. What was there is untouched\./,
    )
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a missing source: one line when the edition was not named, all when it was', async () => {
    await rm(file('sources', 'footnote.md'))
    const unnamed = await build()
    expect([unnamed.code, unnamed.stdout.trim().split('\n').length]).toEqual([0, 1])
    expect(unnamed.stdout).toContain('it lacks its sources (footnote.md)')
    const named = await build('specimen')
    expect(named.code).toBe(2)
    expect(named.stderr).toMatch(
      /`footnote` \(received as footnote\.md\) is missing; expected SHA-256 [0-9a-f]{64}\. Put/,
    )
  })

  test('a source that is another one: which, and what its hash is', async () => {
    await change(file('sources', 'footnote.md'), 'corks', 'apples')
    const {code, stderr} = await build('specimen')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /footnote\.md is not the source of `footnote`: its SHA-256 is [0-9a-f]{64}; expected/,
    )
  })

  test('finds a source under another name, in a folder of the options or the environment', async () => {
    const elsewhere = join(home.path, 'elsewhere')
    await cp(file('sources'), elsewhere, {recursive: true})
    await cp(join(elsewhere, 'footnote.md'), join(elsewhere, 'renamed.txt'))
    await rm(join(elsewhere, 'footnote.md'))
    await rm(file('sources'), {recursive: true})
    expect((await build('specimen')).code).toBe(2)
    expect((await buildEpub('specimen', '--sources', home.path, '--sources', elsewhere)).code).toBe(
      0,
    )
    const folders = ['--manuscript', home.manuscript, '--out', home.out]
    const args = ['build', 'specimen', ...folders, '--only', 'epub']
    expect((await runEdition(args, {EDITION_SOURCES: elsewhere})).code).toBe(0)
  })
})
