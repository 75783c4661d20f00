import {mkdir, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {loadEdition} from '../build/store/load-edition.ts'
import {firstText} from '../scripts/first-files.ts'
import type {FirstText} from '../scripts/first-files.ts'
import {runEdition} from './run-edition.ts'
import type {Result} from './run-edition.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'edition-init-'))
})
afterEach(() => rm(home, {recursive: true, force: true}))

const edition = (...args: string[]): Promise<Result> =>
  runEdition([...args, '--manuscript', join(home, 'manuscript'), '--out', join(home, 'out')])
const init = (...args: string[]): Promise<Result> =>
  runEdition(['init', ...args, '--manuscript', join(home, 'manuscript')])

/** A file of the user's. */
async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(home, name)
  await writeFile(path, content)
  return path
}

const essay = '# On Kites\n\nA kite needs wind.[^1] So does a rumour.\n\n[^1]: Some fly without.\n'

describe('init', () => {
  test('begins an edition that is right at once when its texts are', async () => {
    const path = await write('On Kites.md', essay)
    const {code, stdout} = await init('kites', path, '--title', 'Kites')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /on-kites: markdown, notes footnote\/footnote\nNext: npm run check -- kites/,
      ),
    ])
    const files = await readdir(join(home, 'manuscript'), {recursive: true, withFileTypes: true})
    expect(files.filter((one) => one.isFile()).map(({name}) => name)).toEqual(
      expect.arrayContaining(['edition.yaml', 'text.yaml', 'On Kites.md']),
    )
    const built = await edition('build', '--only', 'markdown')
    expect([built.code, built.stdout]).toEqual([0, expect.stringContaining('kites: built 1 text')])
    // What the editors have still to say is listed, key by key.
    expect(built.stderr.match(/^\S+\.yaml:\d+:\d+ {2}warning .* not-yet-known$/gm)).toHaveLength(2)
    expect(await readFile(join(home, 'out', 'kites', 'on-kites.md'), 'utf8')).toContain('a rumour')
    const formed = await runEdition(['fmt', '--check', '--manuscript', join(home, 'manuscript')])
    expect(formed.code).toBe(0)
  })

  test('guesses how each text is written and prints its notes', async () => {
    const plain = await write('plain.txt', 'A kite³ is tied.\n3 With a [string].\n')
    const raised = await write(
      'raised.md',
      'A kite<sup>1</sup> is tied.\n\n<sup>1</sup> With a string.\n',
    )
    const listed = await write(
      'listed.md',
      'A kite<sup>1</sup>\\* is tied.\n\n\\*As told.\n\n1. With a string.\n',
    )
    const bare = await write('1 bare.txt', 'A kite.\n')
    const {code, stdout} = await init('kites', plain, raised, listed, bare)
    expect([code, stdout.split('\n').slice(-6, -1)]).toEqual([
      0,
      [
        'plain: plain, notes superscript/number',
        'raised: markdown, notes sup/sup',
        'listed: markdown, notes sup/list, asterisk/asterisk',
        'text-1-bare: plain, no notes found',
        'Next: npm run check -- kites; it finds what does not fit, not every damage.',
      ],
    ])
    const hits = join(home, 'manuscript', 'kites', 'texts', 'plain', 'hits', 'escape.tsv')
    expect(await readFile(hits, 'utf8')).toMatch(/^# escape \d/)
  })

  test('leaves alone what is there', async () => {
    const path = await write('kites.md', essay)
    expect((await init('kites', path)).code).toBe(0)
    const again = await init('kites', path)
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('something at')])
    await mkdir(join(home, 'other'))
    const other = await write(join('other', 'kites.md'), `${essay}\nMore.\n`)
    const clash = await init('other', other)
    expect([clash.code, clash.stderr]).toEqual([2, expect.stringContaining('Another file lies at')])
    expect(await readdir(join(home, 'manuscript'))).toEqual(['kites', 'sources'])
  })

  test('several texts: names, prefixes and pins of their own, and the sources kept private', async () => {
    await mkdir(join(home, 'other'))
    const one = await write('a.md', '# One\n\nA kite.\n')
    const two = await write(join('other', 'a.txt'), '\uFEFF# Two\n\nA string.\n')
    const {code} = await init('kites', one, two)
    expect(code).toBe(0)
    const folder = join(home, 'manuscript')
    const {config, texts, findings} = await loadEdition(folder, 'kites', [join(folder, 'sources')])
    expect(findings.map(({ruleId}) => ruleId)).toEqual(Array(3).fill('not-yet-known'))
    expect(config?.texts).toEqual(['a', 'a-2'])
    const facts = texts.map(({config: {prefix, title, source, rights, format}}) => {
      return [prefix, title, source.bytes, rights.redistribute, format]
    })
    expect(facts).toEqual([
      ['a', 'One', 15, false, 'markdown'],
      ['b', 'Two', 20, false, 'markdown'],
    ])
    expect(await readFile(join(folder, 'sources', '.gitignore'), 'utf8')).toBe('*\n')
    // A byte order mark is no word.
    expect((await edition('build', '--only', 'epub')).code).toBe(0)
  })

  test('two files of one name are not written over each other', async () => {
    await mkdir(join(home, 'other'))
    const one = await write('a.txt', 'A kite.')
    const two = await write(join('other', 'a.txt'), 'A string.')
    const {code, stderr} = await init('kites', one, two)
    expect([code, stderr]).toEqual([2, expect.stringContaining('Another file lies at')])
    await expect(readdir(join(home, 'manuscript'))).rejects.toThrow('ENOENT')
    const sources = await init('sources', one)
    expect([sources.code, sources.stderr]).toEqual([
      2,
      expect.stringContaining('is the folder of the sources'),
    ])
  })

  test('text number 27 begins its ids with two letters', async () => {
    const source = {file: 'a.txt', bytes: Buffer.from('A.'), value: 'A.'}
    const texts: FirstText[] = []
    while (texts.length < 28) texts.push(await firstText(source, texts))
    const prefixes = texts.map(({files}) => /^prefix: (\w+)$/m.exec(files[0]?.[1] ?? '')?.[1])
    expect([prefixes[25], prefixes[26], prefixes[27]]).toEqual(['z', 'aa', 'ab'])
  })

  test.each([
    ['no file', [], /Expected a name and some files/],
    ['a folder', ['.'], /\. cannot be read: a folder is there \(EISDIR\)/],
    [
      'a file that is not there',
      ['nowhere.md'],
      /nowhere\.md cannot be read: it is not there \(ENOENT\)/,
    ],
  ])('%s: says so', async (_, files, said) => {
    const {code, stderr} = await init('kites', ...files)
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)])
  })

  test('a name that is none, bytes that are no text: says so, and writes nothing', async () => {
    const path = await write('kites.md', essay)
    const named = await init('My Kites!', path)
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('is no name of small')])
    expect(named.stderr).toContain('try `my-kites`')
    for (const [name, head, said] of [
      ['essay.docx', 'PK\u0003\u0004…', 'save it as plain text'],
      ['essay.pdf', '%PDF-1.7', 'pdftotext'],
      ['empty.txt', ' \n', 'has no words'],
    ] as const) {
      const refused = await init('kites', await write(name, head))
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(said)])
      await rm(join(home, name))
    }
    const latin = await write('latin.txt', Buffer.from('caf\xe9', 'latin1'))
    const bytes = await init('kites', latin)
    expect([bytes.code, bytes.stderr]).toEqual([2, expect.stringContaining('byte 3 is not UTF-8')])
    expect(await readdir(home)).toEqual(['kites.md', 'latin.txt'])
  })
})
