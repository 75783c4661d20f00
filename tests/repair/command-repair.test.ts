import {execFileSync} from 'node:child_process'
import {appendFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {ToolError} from '../../build/tool-error.ts'
import {readLines} from '../../scripts/verbs/repair/read-lines.ts'
import {readText} from '../../scripts/verbs/repair/read-text.ts'
import {runEdition, startEdition} from '../run-edition.ts'
import type {Result} from '../run-edition.ts'

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'edition-repair-'))
})
afterAll(() => rm(home, {recursive: true, force: true}))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(home, name)
  await writeFile(path, content)
  return path
}

/** Repair lines that are there from the beginning. */
async function repairLines(input: string | Uint8Array): Promise<Result & {lines: unknown[]}> {
  const {child, result} = startEdition(['repair', '--jsonl'], {}, {stdio: 'pipe'})
  child.stdin?.end(input)
  const {code, stdout, stderr} = await result
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
  return {code, stdout, stderr, lines}
}

const damaged = 'The oﬃce wasnâ€™t open.⁴This was the kite\u00ADmaker’s day off.\n'
const mended = 'The office wasn’t open.⁴ This was the kitemaker’s day off.\n'

describe('repair FILE', () => {
  test('prints the repaired text, counts what was found, and leaves the file as it is', async () => {
    const path = await file('kites.txt', damaged)
    const {code, stdout, stderr} = await runEdition(['repair', path])
    expect([code, stdout]).toEqual([0, mended])
    expect(stderr).toBe(
      'line/hyphen: 1 applied, 0 proposed\nocr/encoding: 2 applied, 0 proposed\nocr/spacing: 1 applied, 0 proposed\n',
    )
    expect(await readFile(path, 'utf8')).toBe(damaged)
  })

  test('prints what was found as JSON, with its places', async () => {
    const path = await file('kites.md', damaged)
    const {stdout} = await runEdition(['repair', path, '--json'])
    const {format, sha256, hits, joins, paragraphs} = JSON.parse(stdout)
    expect([format, sha256.length, joins, paragraphs]).toEqual(['markdown', 64, [], []])
    expect(hits.map(({id}: {id: string}) => id)).toEqual([
      'presentation-form@1:6',
      'mojibake@1:14',
      'note-space@1:25',
      'soft-hyphen@1:42',
    ])
    for (const {start, end, lemma} of hits) expect(damaged.slice(start, end)).toBe(lemma)
  })

  test('prints a sound text byte for byte, byte order mark and line endings too', async () => {
    const sound = '\uFEFFA kite rose.\r\n\r\n\r\n\r\nIt fell — and “broke”.\r\n'
    const {code, stdout, stderr} = await runEdition(['repair', await file('sound.txt', sound)])
    expect([code, stdout, stderr]).toEqual([0, sound, 'Nothing to repair.\n'])
  })

  test.each([
    ['nothing at all', ''],
    ['blank lines', '\n\n \n'],
    [
      'text from right to left',
      'שלום עולם, זהו ספר על עפיפונים.\n\nמרحبا, هذا كتاب عن الطائرات.\n',
    ],
    ['text without blanks', `${'風箏は空を飛ぶ。'.repeat(300_000)}\n`],
    ['one word without an end', 'a'.repeat(1_000_000)],
    ['one line', 'the kite flew over the bay and '.repeat(30_000)],
  ])('leaves %s as it is', async (_, text) => {
    const {code, stdout} = await runEdition(['repair', await file('as-it-is.txt', text)])
    expect([code, stdout === text]).toEqual([0, true])
  })

  test.each([
    ['zeros', 'kite.bin', Buffer.from([0x41, 0x42, 0, 0x43]), /kite\.bin is no text: byte 2 is 0/],
    ['a PDF', 'kite.pdf', Buffer.from('%PDF-1.7\n'), /is no text: it is a PDF/],
    ['UTF-16', 'wide.txt', Buffer.from('\uFEFFkite', 'utf16le'), /is UTF-16; convert it first/],
    [
      'other bytes',
      'latin.txt',
      Buffer.from('One.\ncaf\u00E9 kite', 'latin1'),
      /latin\.txt:2:4: byte 8 is not UTF-8/,
    ],
  ])('refuses %s', async (_, name, content, said) => {
    const {code, stdout, stderr} = await runEdition(['repair', await file(name, content)])
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(said)])
  })

  test('refuses what is no file, without waiting for it', async () => {
    await mkdir(join(home, 'folder'), {recursive: true})
    const folder = await runEdition(['repair', join(home, 'folder')])
    expect([folder.code, folder.stderr]).toEqual([2, expect.stringContaining('is a folder')])
    const missing = await runEdition(['repair', join(home, 'missing.txt')])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('(ENOENT)')])
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(home, 'pipe')])
    const pipe = await runEdition(['repair', join(home, 'pipe')])
    expect([pipe.code, pipe.stderr]).toEqual([2, expect.stringContaining('a pipe or a device')])
  })

  test.each([
    [[], /Expected one FILE, or --jsonl/],
    [['a', 'b'], /Expected one FILE/],
    [['a', '--jsonl'], /Expected nothing beside --jsonl/],
    [['a.txt', '--format', 'docx'], /No format `docx`; there is: plain, markdown/],
  ])('refuses %j', async (args, said) => {
    const {code, stderr} = await runEdition(['repair', ...args])
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)])
  })
})

describe('a file that changes while it is read', () => {
  test('is refused, also when size and time are the same', async () => {
    const path = await file('changing.txt', 'A kite rose.\n')
    const longer = await readText(path)
    await appendFile(path, 'It fell.\n')
    await expect(longer.checkUnchanged()).rejects.toThrow(ToolError)
    const other = await readText(path)
    const time = new Date('2026-01-31T12:00:00Z')
    await writeFile(path, other.value.replace('rose', 'fell'))
    await utimes(path, time, time)
    await expect(other.checkUnchanged()).rejects.toThrow('changed while it was read')
    const gone = await readText(path)
    await rm(path)
    await expect(gone.checkUnchanged()).rejects.toThrow(ToolError)
  })
})

describe('repair --jsonl', () => {
  test('answers each line in order, with offsets of its text', async () => {
    const texts = [
      {id: 'one', text: damaged, format: 'text'},
      {id: 2, text: '', format: 'markdown'},
      {id: 'three', text: 'A sound kite. \u{1FA81}', format: 'plain', more: 'is passed over'},
    ]
    const {code, lines, stderr} = await repairLines(
      texts.map((one) => JSON.stringify(one)).join('\n'),
    )
    const nothing = {edits: [], joins: [], paragraphs: []}
    expect([code, stderr]).toEqual([0, ''])
    expect(lines.slice(1)).toEqual([
      {id: 2, ...nothing},
      {id: 'three', ...nothing},
    ])
    const [first] = lines as {id: string; edits: {[key: string]: unknown}[]}[]
    expect(first?.edits.map(({lemma, reading}) => [lemma, reading])).toEqual([
      ['ﬃ', 'ffi'],
      ['â€™', '’'],
      ['This', ' This'],
      ['\u00AD', ''],
    ])
    expect(first?.edits[0]).toEqual({
      start: 5,
      end: 6,
      lemma: 'ﬃ',
      reading: 'ffi',
      kind: 'ocr/encoding',
      status: 'applied',
      p: 1,
      candidates: ['ffi'],
    })
  })

  test('a bad line is answered with its fault, and the others go on', async () => {
    const good = JSON.stringify({id: 'good', text: 'A kite.', format: 'text'})
    const bad = [
      'no JSON',
      '',
      '[1]',
      '{"text": "A kite.", "format": "text"}',
      '{"id": "a", "format": "text"}',
      '{"id": "b", "text": "A kite.", "format": "docx"}',
      '{"id": null, "text": "A kite.", "format": "text"}',
    ]
    const input = Buffer.concat([
      Buffer.from(`\uFEFF${good}\r\n${bad.join('\n')}\n`),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.from(`${good}\n`),
    ])
    const {code, lines, stderr} = await repairLines(input)
    expect([code, stderr]).toEqual([1, '7 lines could not be repaired.\n'])
    expect(lines).toMatchObject([
      {id: 'good'},
      {line: 2, error: expect.stringContaining('not JSON')},
      {line: 4, error: 'Expected an object.'},
      {line: 5, error: 'Expected an `id`, text or number.'},
      {id: 'a', line: 6, error: 'Expected a `text`.'},
      {id: 'b', line: 7, error: 'Expected a `format`, text or markdown.'},
      {line: 8, error: 'Expected an `id`, text or number.'},
      {line: 9, error: 'Byte 1 of the line is not UTF-8.'},
      {id: 'good'},
    ])
  })

  test('a line is answered before the next one comes', async () => {
    const {child, result} = startEdition(['repair', '--jsonl'], {}, {stdio: 'pipe'})
    const answers: string[] = []
    for (const id of ['one', 'two', 'three']) {
      child.stdin?.write(`${JSON.stringify({id, text: 'A kite.', format: 'text'})}\n`)
      const answer = await new Promise((resolve) => child.stdout?.once('data', resolve))
      answers.push(String(answer))
    }
    child.stdin?.end()
    expect((await result).code).toBe(0)
    expect(answers.map((one) => (JSON.parse(one) as {id: string}).id)).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  test('who takes only the first lines has what they want', async () => {
    const {child, result} = startEdition(['repair', '--jsonl'], {}, {stdio: 'pipe'})
    child.stdin?.on('error', () => undefined)
    const line = `${JSON.stringify({id: 'one', text: 'A kite. '.repeat(200), format: 'text'})}\n`
    child.stdin?.write(line.repeat(500))
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdout?.destroy()
    expect((await result).code).toBe(0)
  })
})

test('lines are put together from chunks, and one that is too long is not held', async () => {
  const chunks = ['on', 'e\ntw', 'o\n\nthree', ' is too long', '\nfour'].map((one) =>
    Buffer.from(one),
  )
  const lines: [number, string | undefined][] = []
  for await (const {number, bytes} of readLines(Readable.from(chunks), 12)) {
    lines.push([number, bytes?.toString()])
  }
  expect(lines).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, ''],
    [4, undefined],
    [5, 'four'],
  ])
})
