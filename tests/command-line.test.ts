import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Result} from './run-edition.ts'
import {change, editionIn, freshSpecimen} from './fresh-specimen.ts'
import {runEdition} from './run-edition.ts'

const home = freshSpecimen()
const edition = editionIn(home)
/** What does not depend on EPUB and PDF need not wait for them. */
const check = (): Promise<Result> => edition('check', '--only', 'markdown')
const file = (...names: string[]): string => join(home.manuscript, 'specimen', ...names)

describe('check', () => {
  test('finds nothing, and writes nothing', async () => {
    const {code, stdout} = await edition('check')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^specimen: right; \d+ records, \d+ marks, 0 findings$/m),
    ])
    expect(await readdir(home.path)).toEqual(['manuscript'])
  })

  test('says which files are not in their one form', async () => {
    await change(file('texts', 'names', 'corrections.yaml'), 'lemma: "1S92"', "lemma: '1S92'")
    const {code, stderr} = await check()
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/names\/corrections\.yaml {2}error .* format\n/),
    ])
    expect((await edition('fmt', '--check')).code).toBe(1)
    expect((await edition('fmt')).stdout).toMatch(/names.corrections\.yaml\n1 file written anew/)
    expect((await check()).code).toBe(0)
    const rule = 'format'
    expect(stderr).toContain(rule)
  })

  test('an emptied file is as good as none', async () => {
    for (const empty of ['', '# Nothing yet.\n']) {
      await writeFile(file('texts', 'footnote', 'corrections.yaml'), empty)
      expect((await check()).code).toBe(0)
      expect((await edition('fmt', '--check')).code).toBe(0)
    }
  })

  test('two texts may not begin the ids of their records alike', async () => {
    await change(file('texts', 'names', 'text.yaml'), 'prefix: n', 'prefix: f')
    const {code, stderr} = await check()
    expect([code, stderr]).toEqual([1, expect.stringContaining('text-prefix')])
    expect(stderr.match(/'text-prefix'|text-prefix/)).not.toBeNull()
  })
})

describe('add and mark', () => {
  const corrections = (): Promise<string> =>
    readFile(file('texts', 'footnote', 'corrections.yaml'), 'utf8')

  test('a lemma that stands once is found', async () => {
    const why = 'A fruit floats as well.'
    const args = ['add', 'footnote', 'corks', 'apples', '--kind', 'ocr/character', '--why', why]
    const {code, stdout} = await edition(...args)
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/corrections\.yaml\tf15\.corks\t15:151\n/),
    ])
    expect(await corrections()).toContain(
      `f15.corks:\n  at: 15:151\n  lemma: "corks"\n  reading: "apples"\n`,
    )
    expect((await check()).code).toBe(0)
  })

  test('a lemma that stands at several places is listed, never chosen', async () => {
    const before = await corrections()
    const args = ['add', 'footnote', 'reader', 'eye', '--kind', 'ocr/character', '--why', 'So.']
    const {code, stderr} = await edition(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/stands at 7 places; say which with --at:\n {2}11:\d+\t/)
    expect(await corrections()).toBe(before)
    expect((await edition(...args, '--at', '33:161')).code).toBe(0)
    expect((await edition(...args, '--at', '33:162')).code).toBe(2)
  })

  test.each([
    [
      'a kind that is none',
      ['corks', 'apples', '--kind', 'ocr/ghost', '--why', 'So.'],
      'schema-value',
    ],
    ['no change', ['corks', 'corks', '--kind', 'ocr/character', '--why', 'So.'], 'record-noop'],
    ['no reading', ['corks', '--kind', 'ocr/character', '--why', 'So.'], 'record-reading'],
    [
      'the words of the author',
      ['corks', 'apples', '--kind', 'author/slip', '--why', 'So.'],
      'record-author',
    ],
    [
      'a reading beside a query',
      ['corks', 'apples', '--act', 'query', '--kind', 'author/slip', '--why', 'So.'],
      'record-reading',
    ],
  ])('%s is refused before anything is written', async (_, args, rule) => {
    const before = await corrections()
    const {code, stderr} = await edition('add', 'footnote', ...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(rule)])
    expect(await corrections()).toBe(before)
  })

  test('a mark whose last words stand at several places lists them', async () => {
    const args = ['mark', 'footnote', 'quotation', 'One is also', 'the', '--why', 'So.']
    const {code, stderr} = await edition(...args)
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/stands at \d+ places; say which with --to:/),
    ])
    const note = await edition('mark', 'footnote', 'note', 'One is also', '--why', 'So.')
    expect([note.code, note.stderr]).toEqual([2, expect.stringContaining('Expected --reference')])
  })

  test('a lemma that stands nowhere is said to', async () => {
    const {code, stderr} = await edition(
      'add',
      'footnote',
      'balloon',
      'x',
      '--kind',
      'ocr/character',
      '--why',
      'So.',
    )
    expect([code, stderr]).toEqual([2, '"balloon" does not stand in the source.\n'])
  })

  test('a line end is typed as \\n', async () => {
    const args = ['--kind', 'line/break', '--why', 'So.']
    const words = [String.raw`\nordinary`, ' ordinary']
    const {code, stdout} = await edition('add', 'ligature', ...words, ...args)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\tl9\.ordinary\t9:\d+\n/)])
    const records = await readFile(file('texts', 'ligature', 'corrections.yaml'), 'utf8')
    expect(records).toContain(String.raw`lemma: "\nordinary"`)
  })

  test('marks are written from their first and last words', async () => {
    const why = 'Set in italics.'
    const {code, stdout} = await edition(
      'mark',
      'footnote',
      'emphasis',
      'a bishop',
      'to his bribe',
      '--why',
      why,
    )
    expect([code, stdout]).toEqual([0, expect.stringMatching(/emphasis\.e51\t51:\d+–51:\d+/)])
    expect((await check()).code).toBe(0)
    expect((await edition('mark', 'footnote', 'emphasis', 'reader', '--why', why)).code).toBe(2)
    expect((await edition('mark', 'footnote', 'ghost', 'bishop', '--why', why)).code).toBe(2)
    expect((await edition('mark', 'footnote', 'emphasis', 'bishop')).code).toBe(2)
  })
})

describe('where', () => {
  test('finds words across lines and joins, in the body and in notes', async () => {
    const across = await edition('where', 'and where the page ends before he knows')
    expect([across.code, across.stdout]).toEqual([
      0,
      expect.stringMatching(/^footnote:63:\d+\tnote 11\t/),
    ])
    const body = await edition('where', 'All these authorities ought only to be printed')
    expect(body.stdout).toMatch(/^footnote:35:\d+\tp\. \[42\], ¶ 6\t/)
    expect((await edition('where', 'to be printed at the margin')).stdout).toMatch(
      /^footnote:49:1\tp\. \[43\], ¶ 6\t/,
    )
  })

  test('finds words that stand in a source only', async () => {
    const {stdout} = await edition('where', 'ocials')
    expect(stdout).toMatch(/^ligature:49:14\tp\. 13, ¶ 6\t.*\(in the lemma of ligature@49:14\)/)
    const nowhere = await edition('where', 'no such words')
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      '"no such words" stands nowhere; capitals count.\n',
    ])
  })

  test('says what stands at a place', async () => {
    const {stdout} = await edition('where', 'ligature:49:14')
    expect(stdout).toMatch(/correct ligature@49:14 {2}ocr\/ligature {2}"ocials" → "officials"/)
    expect((await edition('where', 'ligature:999:1')).code).toBe(2)
  })
})

describe('diff and export', () => {
  test('diff shows whole words in the order of the source', async () => {
    const {code, stdout} = await edition('diff', 'ligature')
    expect(code).toBe(0)
    expect(stdout).toContain('this way the [-ocials-]{+officials+} of a ministry')
    expect(stdout).toContain('type, and [-composi-⏎tors-]{+compositors+} kept them')
    expect(stdout).toMatch(/l20\.\S+ {2}ocr\/lacuna \(medium, conjecture\)/)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^ligature: \d+ changes of words, \d+ marks of structure, 1 query$/,
    )
  })

  test('export gives records at their places', async () => {
    const {stdout} = await edition('export', 'records', 'ligature', '--json')
    const source = await readFile(file('sources', 'ligature.txt'), 'utf8')
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
    const {stdout} = await edition('export', 'notes', 'footnote', '--json')
    const source = await readFile(file('sources', 'footnote.md'), 'utf8')
    const notes = JSON.parse(stdout)
    expect(
      notes.map(({id, printed, marker}: Record<string, string>) => [id, printed, marker]),
    ).toEqual(
      Array.from({length: 15}, (_, at) => {
        const number = `${at + 1}`
        return [`footnote-${number}`, number, at < 14 ? `<sup>${number}</sup>` : '[^15]']
      }),
    )
    const {text, spans} = notes[10]
    expect(text).toContain('and where the page ends before he knows')
    const runs = spans.map(({start, end}: {start: number; end: number}) => source.slice(start, end))
    expect(runs).toHaveLength(2)
    expect(runs[0]).toMatch(/^G\. W\. Bowersock.*and where the page$/s)
    expect(runs[1]).toMatch(/^ends before he knows.*no longer promise\.$/s)
    const names = JSON.parse((await edition('export', 'notes', 'names', '--json')).stdout)
    const heads = names.map(({printed, marker}: Record<string, string>) => [printed, marker])
    expect(heads.slice(0, 5)).toEqual([
      ['', 'see the note at the end of this paper'],
      ['1', '<sup>1</sup>'],
      ['*', String.raw`\*`],
      ['2', '<sup>2</sup>'],
      ['3', '<sup>8</sup>'],
    ])
  })

  test('export gives the text with a source map that leads back to the source', async () => {
    const {stdout} = await edition('export', 'text', 'ligature', '--json')
    const {corrected, pieces, blocks} = JSON.parse(stdout)
    const source = await readFile(file('sources', 'ligature.txt'), 'utf8')
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
    [['help', 'add'], 0, /Kinds: ocr/],
    [['add', '-h'], 0, /Kinds: ocr/],
    [['build', 'nowhere'], 2, /No edition `nowhere`.*there are: specimen/],
    [['build', '--text', 'nobody'], 2, /No text `nobody`; there are: ligature, footnote, names/],
    [['build', '--only', 'docx'], 2, /there is: epub, pdf, markdown/],
    [['build', '--paper', 'a5'], 2, /No sheet `a5` for --paper; there is: a4, letter/],
    [['build', '--timeout', 'soon'], 2, /--timeout is `soon`; expected seconds/],
    [['build', '--loud'], 2, /Unknown option '--loud'\. See/],
    [['diff', 'ligature', 'names'], 2, /Expected one TEXT/],
    [['export', 'ghosts', 'ligature'], 2, /Expected records, notes, citations or text/],
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

  test('an option that npm took for its own is not passed over', async () => {
    const result = await runEdition(['check', '--manuscript', home.manuscript], {
      npm_config_only: 'epub',
    })
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('npm took --only')])
  })

  test('each verb explains itself', async () => {
    const {stdout} = await runEdition(['help'])
    const verbs = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1] ?? '')
    expect(verbs).toEqual([
      'init',
      'build',
      'check',
      'diff',
      'review',
      'where',
      'add',
      'mark',
      'propose',
      'repair',
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
