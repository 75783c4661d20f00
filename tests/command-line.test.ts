import {createHash} from 'node:crypto'
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {runEdition} from './run-edition.ts'
import type {Result} from './run-edition.ts'

const sampler = fileURLToPath(new URL('fixtures/editions/sampler', import.meta.url))

/** A record as it stands in corrections.yaml. */
const record = (id: string, at: string, lemma: string, reading: string): string =>
  `${id}:\n  at: ${at}\n  lemma: "${lemma}"\n  reading: "${reading}"\n  kind: ocr/character\n  cert: high\n  by: ed\n  why: So.\n`

let home: string
let manuscript: string
let out: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'edition-'))
  manuscript = join(home, 'manuscript')
  out = join(home, 'out')
  await cp(sampler, join(manuscript, 'sampler'), {recursive: true})
})
afterEach(() => rm(home, {recursive: true, force: true}))

const edition = (...args: string[]): Promise<Result> =>
  runEdition([...args, '--manuscript', manuscript])
const build = (...args: string[]): Promise<Result> => edition('build', ...args, '--out', out)
const file = (...names: string[]): string => join(manuscript, 'sampler', ...names)
async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

describe('build', () => {
  test('writes the outputs and says so', async () => {
    const {code, stdout, stderr} = await build()
    expect([code, stderr.match(/% of the source/g)?.length]).toEqual([0, 3])
    expect(stdout).toMatch(/sampler\.epub\t\d+ kB\n.*lamp\.md/)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^sampler: built 3 texts in \d+\.\d s, 0 warnings$/,
    )
    expect((await readdir(out)).toSorted()).toEqual([
      'sampler',
      'sampler.epub',
      'sampler.manifest.json',
    ])
    const manifest = JSON.parse(await readFile(join(out, 'sampler.manifest.json'), 'utf8'))
    expect(Object.keys(manifest)).toEqual([
      'edition',
      'identifier',
      'sources',
      'manuscript',
      'outputs',
      'tools',
      'fonts',
    ])
    expect(Object.keys(manifest.manuscript)).toContain('texts/lamp/corrections.yaml')
  })

  test('makes the same bytes in another place, time zone and language', async () => {
    await build()
    const first = await readFile(join(out, 'sampler.epub'))
    const elsewhere = join(home, 'elsewhere')
    const args = ['build', '--manuscript', manuscript, '--out', elsewhere]
    await runEdition(args, {TZ: 'Asia/Ulaanbaatar', LC_ALL: 'C'})
    expect(Buffer.compare(await readFile(join(elsewhere, 'sampler.epub')), first)).toBe(0)
    const names = ['sampler.manifest.json', 'sampler/ferry.md']
    for (const name of names) {
      expect(await readFile(join(elsewhere, name), 'utf8')).toBe(
        await readFile(join(out, name), 'utf8'),
      )
    }
  })

  test('takes its date from the environment', async () => {
    const args = ['build', '--manuscript', manuscript, '--out', out]
    expect((await runEdition(args, {SOURCE_DATE_EPOCH: '0'})).code).toBe(0)
    expect((await runEdition(args, {SOURCE_DATE_EPOCH: 'now'})).code).toBe(2)
  })

  test('makes an extract with an identifier of its own, the same each time', async () => {
    const {code, stdout} = await build('--text', 'ferry')
    expect([code, stdout]).toEqual([0, expect.stringContaining('sampler.ferry.epub')])
    const read = async (): Promise<string> =>
      JSON.parse(await readFile(join(out, 'sampler.ferry.manifest.json'), 'utf8')).identifier
    const identifier = await read()
    expect(identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)
    await build('--text', 'sampler/ferry')
    expect(await read()).toBe(identifier)
  })

  test('leaves what was there when something is wrong, and says all of it', async () => {
    await build()
    const before = await readFile(join(out, 'sampler.epub'))
    await change(file('texts', 'lamp', 'corrections.yaml'), 'lemma: "ocials"', 'lemma: "officials"')
    await change(file('texts', 'clerk', 'corrections.yaml'), 'reading: "2"', 'reading: "9"')
    const {code, stderr, stdout} = await build()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/lamp\/corrections\.yaml:1:1 {2}error .*record-lemma/)
    expect(stderr).toContain('not built; what was there is untouched')
    expect(Buffer.compare(await readFile(join(out, 'sampler.epub')), before)).toBe(0)
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  const other = 'ferry'
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
      (text: string) => text.replace('"twice"', '"thrice"'),
      'record-lemma',
    ],
    [
      'an overlap',
      'corrections.yaml',
      () => record('a', '7:9', 'omits the', 'has a') + record('b', '7:15', 'the ferry', 'a ferry'),
      'record-overlap',
    ],
    [
      'a touch',
      'corrections.yaml',
      () => record('a', '7:9', 'omits', 'has') + record('b', '7:14', ' ', '  '),
      'record-touching',
    ],
    [
      'a reference without a note',
      'corrections.yaml',
      () => record('a', '7:72', '1', '9'),
      'reference-without-note',
    ],
    [
      'a note without a reference',
      'corrections.yaml',
      () => record('a', '11:6', '1', '9'),
      'note-without-reference',
    ],
    [
      'a note given twice',
      'corrections.yaml',
      () => record('a', '21:6', '2', '1'),
      'note-duplicate',
    ],
  ])('%s: a finding with its place, and the outputs as they were', async (_, name, fault, rule) => {
    await build()
    const before = await readFile(join(out, 'sampler.epub'))
    const path = file('texts', other, name)
    await writeFile(path, fault(await readFile(path, 'utf8')))
    const {code, stderr, stdout} = await build()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(String.raw`\S+:\d+:\d+  error  .*  ${rule}\n`))
    expect(Buffer.compare(await readFile(join(out, 'sampler.epub')), before)).toBe(0)
  })

  test.each([
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0x62]), 'source-encoding'],
    ['no words', Buffer.from(' \n'), 'source-empty'],
  ])('a source with %s: a finding, and the outputs as they were', async (_, bytes, rule) => {
    await build()
    const before = await readFile(join(out, 'sampler.epub'))
    await writeFile(file('sources', 'ferry.md'), bytes)
    const config = file('texts', other, 'text.yaml')
    const text = await readFile(config, 'utf8')
    const hash = createHash('sha256').update(bytes).digest('hex')
    await writeFile(
      config,
      text.replace(/sha256: .*/, `sha256: ${hash}`).replace(/bytes: .*/, `bytes: ${bytes.length}`),
    )
    const {code, stderr} = await build()
    expect([code, stderr]).toEqual([1, expect.stringContaining(rule)])
    expect(Buffer.compare(await readFile(join(out, 'sampler.epub')), before)).toBe(0)
  })

  test('a place where nothing can be written: exit 3, one sentence', async () => {
    await writeFile(join(home, 'a-file'), '')
    const {code, stderr} = await edition('build', '--out', join(home, 'a-file', 'below'))
    expect(code).toBe(3)
    expect(stderr).toMatch(/ENOTDIR|EEXIST/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a missing source: one line when the edition was not named, all when it was', async () => {
    await rm(file('sources', 'ferry.md'))
    const unnamed = await build()
    expect([unnamed.code, unnamed.stdout.trim().split('\n').length]).toEqual([0, 1])
    expect(unnamed.stdout).toContain('it lacks its sources (ferry.md)')
    const named = await build('sampler')
    expect(named.code).toBe(2)
    expect(named.stderr).toMatch(
      /`ferry` \(received as ferry\.md\) is missing; expected SHA-256 [0-9a-f]{64}\. Put/,
    )
  })

  test('a source that is another one: which, and what its hash is', async () => {
    await change(file('sources', 'ferry.md'), 'twice', 'thrice')
    const {code, stderr} = await build('sampler')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /ferry\.md is not the source of `ferry`: its SHA-256 is [0-9a-f]{64}; expected/,
    )
  })

  test('finds a source under another name, in a folder of the options or the environment', async () => {
    const elsewhere = join(home, 'elsewhere')
    await cp(file('sources'), elsewhere, {recursive: true})
    await cp(join(elsewhere, 'ferry.md'), join(elsewhere, 'renamed.txt'))
    await rm(join(elsewhere, 'ferry.md'))
    await rm(file('sources'), {recursive: true})
    expect((await build('sampler')).code).toBe(2)
    expect((await build('sampler', '--sources', home, '--sources', elsewhere)).code).toBe(0)
    const args = ['build', 'sampler', '--manuscript', manuscript, '--out', out]
    expect((await runEdition(args, {EDITION_SOURCES: elsewhere})).code).toBe(0)
  })
})

describe('check', () => {
  test('finds nothing, and writes nothing', async () => {
    const {code, stdout} = await edition('check')
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('sampler: right; 13 records, 20 marks, 0 findings'),
    ])
    expect(await readdir(home)).toEqual(['manuscript'])
  })

  test('says which files are not in their one form', async () => {
    await change(file('texts', 'clerk', 'corrections.yaml'), 'lemma: "7"', "lemma: '7'")
    const {code, stderr} = await edition('check')
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/clerk\/corrections\.yaml {2}error .* format\n/),
    ])
    expect((await edition('fmt', '--check')).code).toBe(1)
    expect((await edition('fmt')).stdout).toMatch(/clerk.corrections\.yaml\n1 file written anew/)
    expect((await edition('check')).code).toBe(0)
    const rule = 'format'
    expect(stderr).toContain(rule)
  })

  test('an emptied file is as good as none', async () => {
    for (const empty of ['', '# Nothing yet.\n']) {
      await writeFile(file('texts', 'ferry', 'corrections.yaml'), empty)
      expect((await edition('check')).code).toBe(0)
      expect((await edition('fmt', '--check')).code).toBe(0)
    }
  })

  test('two texts may not begin the ids of their records alike', async () => {
    await change(file('texts', 'clerk', 'text.yaml'), 'prefix: c', 'prefix: f')
    const {code, stderr} = await edition('check')
    expect([code, stderr]).toEqual([1, expect.stringContaining('text-prefix')])
    expect(stderr.match(/'text-prefix'|text-prefix/)).not.toBeNull()
  })
})

describe('add and mark', () => {
  const corrections = (): Promise<string> =>
    readFile(file('texts', 'ferry', 'corrections.yaml'), 'utf8')

  test('a lemma that stands once is found', async () => {
    const why = 'The legend is called so.'
    const args = ['add', 'ferry', 'legend', 'key', '--kind', 'ocr/character', '--why', why]
    const {code, stdout} = await edition(...args)
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/corrections\.yaml\tf11\.legend\t11:74\n/),
    ])
    expect(await corrections()).toContain(
      `f11.legend:\n  at: 11:74\n  lemma: "legend"\n  reading: "key"\n`,
    )
    expect((await edition('check')).code).toBe(0)
  })

  test('a lemma that stands at several places is listed, never chosen', async () => {
    const before = await corrections()
    const args = ['add', 'ferry', 'ferry', 'barge', '--kind', 'ocr/character', '--why', 'So.']
    const {code, stderr} = await edition(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/stands at 3 places; say which with --at:\n {2}7:1\d\t/)
    expect(await corrections()).toBe(before)
    expect((await edition(...args, '--at', '7:19')).code).toBe(0)
    expect((await edition(...args, '--at', '7:20')).code).toBe(2)
  })

  test.each([
    [
      'a kind that is none',
      ['legend', 'key', '--kind', 'ocr/ghost', '--why', 'So.'],
      'schema-value',
    ],
    ['no change', ['legend', 'legend', '--kind', 'ocr/character', '--why', 'So.'], 'record-noop'],
    ['no reading', ['legend', '--kind', 'ocr/character', '--why', 'So.'], 'record-reading'],
    [
      'the words of the author',
      ['legend', 'key', '--kind', 'author/slip', '--why', 'So.'],
      'record-author',
    ],
    [
      'a reading beside a query',
      ['legend', 'key', '--act', 'query', '--kind', 'author/slip', '--why', 'So.'],
      'record-reading',
    ],
  ])('%s is refused before anything is written', async (_, args, rule) => {
    const before = await corrections()
    const {code, stderr} = await edition('add', 'ferry', ...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(rule)])
    expect(await corrections()).toBe(before)
  })

  test('a mark whose last words stand at several places lists them', async () => {
    const args = ['mark', 'ferry', 'quotation', 'The map omits', 'the', '--why', 'So.']
    const {code, stderr} = await edition(...args)
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/stands at \d+ places; say which with --to:/),
    ])
    const note = await edition('mark', 'ferry', 'note', 'The map omits', '--why', 'So.')
    expect([note.code, note.stderr]).toEqual([2, expect.stringContaining('Expected --reference')])
  })

  test('a lemma that stands nowhere is said to', async () => {
    const {code, stderr} = await edition(
      'add',
      'ferry',
      'bridge',
      'x',
      '--kind',
      'ocr/character',
      '--why',
      'So.',
    )
    expect([code, stderr]).toEqual([2, '"bridge" does not stand in the source.\n'])
  })

  test('marks are written from their first and last words', async () => {
    const why = 'Set in italics.'
    const {code, stdout} = await edition(
      'mark',
      'ferry',
      'emphasis',
      'customs',
      'house',
      '--why',
      why,
    )
    expect([code, stdout]).toEqual([0, expect.stringMatching(/emphasis\.e7\t7:\d+–7:\d+/)])
    expect((await edition('check')).code).toBe(0)
    expect((await edition('mark', 'ferry', 'emphasis', 'ferry', '--why', why)).code).toBe(2)
    expect((await edition('mark', 'ferry', 'ghost', 'customs', '--why', why)).code).toBe(2)
    expect((await edition('mark', 'ferry', 'emphasis', 'customs')).code).toBe(2)
  })
})

describe('where', () => {
  test('finds words across lines and joins, in the body and in notes', async () => {
    const {code, stdout} = await edition('where', 'goes on for a whole column')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^ferry:11:81\tnote 1\t/)])
    const body = await edition('where', 'and the river')
    expect(body.stdout).toMatch(/^ferry:7:\d+\tp\. \[4\], ¶ 1\t/)
    expect((await edition('where', 'the river once')).stdout).toMatch(
      /^ferry:13:1\tp\. \[5\], ¶ 1\t/,
    )
  })

  test('finds words that stand in a source only', async () => {
    const {stdout} = await edition('where', 'ocials')
    expect(stdout).toMatch(/^lamp:2:\d+\tp\. 12, ¶ 1\t.*\(in the lemma of l2\.ocials\)/)
    const nowhere = await edition('where', 'no such words')
    expect([nowhere.code, nowhere.stderr]).toEqual([1, '"no such words" stands nowhere.\n'])
  })

  test('says what stands at a place', async () => {
    const {stdout} = await edition('where', 'lamp:2:44')
    expect(stdout).toMatch(/correct l2\.ocials {2}ocr\/ligature {2}"ocials" → "officials"/)
    expect((await edition('where', 'lamp:99:1')).code).toBe(2)
  })
})

describe('diff and export', () => {
  test('diff shows whole words in the order of the source', async () => {
    const {code, stdout} = await edition('diff', 'lamp')
    expect(code).toBe(0)
    expect(stdout).toContain('kept their [-ocials-]{+officials+} at a distance')
    expect(stdout).toContain('lamps were [-main-⏎tained-]{+maintained+} by hand.')
    expect(stdout).toContain('l5.1841  ocr/lacuna (medium, conjecture)')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'lamp: 11 changes of words, 5 marks of structure, 0 queries',
    )
  })

  test('export gives records at their places', async () => {
    const {stdout} = await edition('export', 'records', 'lamp', '--json')
    const source = await readFile(file('sources', 'lamp.txt'), 'utf8')
    const records = JSON.parse(stdout) as {start: number; end: number; lemma: string}[]
    expect(Object.keys(records[0] ?? {})).toEqual([
      'id',
      'start',
      'end',
      'line',
      'column',
      'lemma',
      'reading',
      'act',
      'kind',
      'cert',
      'by',
    ])
    for (const {start, end, lemma} of records) expect(source.slice(start, end)).toBe(lemma)
  })

  test('export gives notes with all that belongs to them', async () => {
    const {stdout} = await edition('export', 'notes', 'ferry', '--json')
    const source = await readFile(file('sources', 'ferry.md'), 'utf8')
    const notes = JSON.parse(stdout)
    expect(
      notes.map(({id, printed, marker}: Record<string, string>) => [id, printed, marker]),
    ).toEqual([
      ['ferry-1', '1', '<sup>1</sup>'],
      ['ferry-2', '2', '<sup>2</sup>'],
      ['ferry-3', '3', '<sup>3</sup>'],
    ])
    const [first] = notes
    expect(first.text).toBe(
      'The Survey of the Lower River, vol. 2, sheet 9, where the legend goes on for a whole column.',
    )
    const spans = first.spans.map(({start, end}: {start: number; end: number}) =>
      source.slice(start, end),
    )
    expect(spans).toEqual([
      'The Survey of the Lower River*, vol. 2, sheet 9, where the legend goes on for',
      'a whole column.',
    ])
    const clerk = JSON.parse((await edition('export', 'notes', 'clerk', '--json')).stdout)
    expect(clerk.map(({printed, marker}: Record<string, string>) => [printed, marker])).toEqual([
      ['1', '<sup>1</sup>'],
      ['', 'see the last note'],
      ['2', '<sup>7</sup>'],
      ['*', String.raw`\*`],
    ])
  })

  test('export gives the text with a source map that leads back to the source', async () => {
    const {stdout} = await edition('export', 'text', 'lamp', '--json')
    const {corrected, pieces, blocks} = JSON.parse(stdout)
    const source = await readFile(file('sources', 'lamp.txt'), 'utf8')
    for (const {src, out: to, by} of pieces) {
      if (by === null) expect(corrected.slice(...to)).toBe(source.slice(...src))
    }
    expect(blocks[0]).toMatchObject({type: 'paragraph', page: '12', paragraph: 1})
  })
})

describe('wrong calls', () => {
  test.each([
    [[], 2, /Usage/],
    [['fly'], 2, /No verb `fly`/],
    [['build', 'nowhere'], 2, /No edition `nowhere`.*there are: sampler/],
    [['build', '--text', 'nobody'], 2, /No text `nobody`; there are: lamp, ferry, clerk/],
    [['build', '--only', 'pdf'], 2, /there is: epub/],
    [['build', '--loud'], 2, /Unknown option '--loud'/],
    [['diff'], 2, /Expected one TEXT/],
    [['export', 'ghosts', 'lamp'], 2, /Expected records, notes or text/],
    [['where'], 2, /Expected words/],
  ])('%j', async (args, code, said) => {
    const result = await runEdition(args.length > 0 ? [...args, '--manuscript', manuscript] : [])
    expect([result.code, result.stdout + result.stderr]).toEqual([
      code,
      expect.stringMatching(said),
    ])
  })

  test('each verb explains itself', async () => {
    const {stdout} = await runEdition(['help'])
    const verbs = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1] ?? '')
    expect(verbs).toEqual([
      'build',
      'check',
      'diff',
      'where',
      'add',
      'mark',
      'propose',
      'fmt',
      'export',
    ])
    for (const verb of verbs) {
      const help = await runEdition([verb, '--help'])
      expect([help.code, help.stdout]).toEqual([
        0,
        expect.stringContaining(`npm run edition -- ${verb}`),
      ])
    }
  })
})
