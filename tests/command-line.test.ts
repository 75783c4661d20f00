import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Result} from './run-edition.ts'
import {change, editionIn, freshSampler} from './fresh-sampler.ts'
import {runEdition} from './run-edition.ts'

const home = freshSampler()
const edition = editionIn(home)
/** What does not depend on the PDF need not wait for it. */
const check = (): Promise<Result> => edition('check', '--only', 'epub')
const file = (...names: string[]): string => join(home.manuscript, 'sampler', ...names)

describe('check', () => {
  test('finds nothing, and writes nothing', async () => {
    const {code, stdout} = await edition('check')
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('sampler: right; 13 records, 20 marks, 0 findings'),
    ])
    expect(await readdir(home.path)).toEqual(['manuscript'])
  })

  test('says which files are not in their one form', async () => {
    await change(file('texts', 'clerk', 'corrections.yaml'), 'lemma: "7"', "lemma: '7'")
    const {code, stderr} = await check()
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/clerk\/corrections\.yaml {2}error .* format\n/),
    ])
    expect((await edition('fmt', '--check')).code).toBe(1)
    expect((await edition('fmt')).stdout).toMatch(/clerk.corrections\.yaml\n1 file written anew/)
    expect((await check()).code).toBe(0)
    const rule = 'format'
    expect(stderr).toContain(rule)
  })

  test('an emptied file is as good as none', async () => {
    for (const empty of ['', '# Nothing yet.\n']) {
      await writeFile(file('texts', 'ferry', 'corrections.yaml'), empty)
      expect((await check()).code).toBe(0)
      expect((await edition('fmt', '--check')).code).toBe(0)
    }
  })

  test('two texts may not begin the ids of their records alike', async () => {
    await change(file('texts', 'clerk', 'text.yaml'), 'prefix: c', 'prefix: f')
    const {code, stderr} = await check()
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
    expect((await check()).code).toBe(0)
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
    expect((await check()).code).toBe(0)
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
    [['build', '--only', 'docx'], 2, /there is: epub, pdf, markdown/],
    [['build', '--paper', 'a5'], 2, /No sheet `a5` for --paper; there is: a4, letter/],
    [['build', '--timeout', 'soon'], 2, /--timeout is `soon`; expected seconds/],
    [['build', '--loud'], 2, /Unknown option '--loud'/],
    [['diff'], 2, /Expected one TEXT/],
    [['export', 'ghosts', 'lamp'], 2, /Expected records, notes or text/],
    [['where'], 2, /Expected words/],
  ])('%j', async (args, code, said) => {
    const result = await runEdition(
      args.length > 0 ? [...args, '--manuscript', home.manuscript] : [],
    )
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
