import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {JsonReport} from '../../build/review/reporters/json.ts'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'
import {readCriticmarkup} from './read-criticmarkup.ts'
import {readHtml} from './read-html.ts'
import {readTei} from './read-tei.ts'

const home = freshSpecimen()
const edition = editionIn(home)
const source = (): Promise<string> =>
  readFile(join(home.manuscript, 'specimen/sources/ligature.txt'), 'utf8')
const textFile = (name: string): string => join(home.manuscript, 'specimen/texts/ligature', name)

describe('diff --format', () => {
  const endings = {html: 'diff.html', criticmarkup: 'critic.md', tei: 'tei.xml'}
  test.each(Object.entries(endings))(
    '%s is written whole into the private folder',
    async (format, ending) => {
      const {code, stdout} = await edition(
        'diff',
        'ligature',
        '--format',
        format,
        '--out',
        home.out,
      )
      const folder = join(home.out, 'private', 'specimen')
      expect(await readdir(folder)).toEqual([`ligature.${ending}`])
      const path = join(folder, `ligature.${ending}`)
      expect([code, stdout.trim().endsWith(`ligature.${ending}`)]).toEqual([0, true])
      const content = await readFile(path, 'utf8')
      const read = {
        html: () => readHtml(content).source,
        criticmarkup: () => readCriticmarkup(content).rejected,
        tei: () => readTei(content).source,
      }[format]
      expect(read?.()).toBe(await source())
      expect(content).not.toContain(home.path)
      // Same input, same bytes.
      await edition('diff', 'ligature', '--format', format, '--out', home.out)
      expect(await readFile(path, 'utf8')).toBe(content)
    },
  )

  test('json is printed, with the source only on demand', async () => {
    const {code, stdout} = await edition('diff', 'ligature', '--format', 'json')
    const {items, stretches} = JSON.parse(stdout) as JsonReport
    expect([code, stretches]).toEqual([0, undefined])
    expect(items.some(({id}) => id === 'l51.our')).toBe(true)
    const whole = await edition('diff', 'ligature', '--format', 'json', '--with-source')
    const all = JSON.parse(whole.stdout) as JsonReport
    expect(all.stretches?.map(({before}) => before).join('')).toBe(await source())
  })

  test('markdown is printed, with verdicts', async () => {
    await mkdir(textFile('reviews'))
    const before = JSON.parse(
      (await edition('diff', 'ligature', '--format', 'json')).stdout,
    ) as JsonReport
    const {of = ''} = before.items.find(({id}) => id === 'l51.our') ?? {}
    await writeFile(
      textFile('reviews/mk.yaml'),
      `l51.our:\n  verdict: reject\n  of: ${of}\n  note: "@ed, why not <b>sour</b>?"\n`,
    )
    const {code, stdout} = await edition('diff', 'ligature', '--format', 'markdown')
    expect(code).toBe(0)
    const line = stdout.split('\n').find((one) => one.includes('`l51.our`'))
    expect(line).toContain('`our` → `flour`')
    expect(line).toContain(
      'not applied; rejected: mk reject `“@ed,` why not &lt;b&gt;sour&lt;/b&gt;?”',
    )
    const terminal = await edition('diff', 'ligature')
    expect(terminal.stdout).toMatch(
      /^51:64 {2}l51\.our {2}ocr\/ligature {2}not applied .*\[rejected: mk reject/m,
    )
    expect(terminal.stdout).toMatch(/^ligature: 79 changes of words/m)
  })

  test('the terminal shows joins and pages where they stand', async () => {
    const {stdout} = await edition('diff', 'ligature')
    expect(stdout).toMatch(
      /^29:80 → 39:1 {2}j29 {2}join \(space\) {2}The sentence ends with the page/m,
    )
    const places = [...stdout.matchAll(/^(\d+):(\d+)/gm)].map(
      ([, line, column]) => Number(line) * 1000 + Number(column),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('what does not fit together is refused, and nothing is written', async () => {
    const wrong = [
      ['--format', 'docx'],
      ['--format', 'tei', '--all'],
      ['--with-source'],
      ['--format', 'html', '--with-source'],
    ]
    for (const options of wrong) {
      const {code, stderr} = await edition('diff', 'ligature', '--out', home.out, ...options)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^(No format|Expected --)/)])
    }
    expect(existsSync(home.out)).toBe(false)
  })

  test('without a text all are shown', async () => {
    const {stdout} = await edition('diff')
    expect(stdout.match(/^\w+: \d+ changes of words, /gm)).toHaveLength(3)
    const json = await edition('diff', '--format', 'json')
    const texts = (JSON.parse(json.stdout) as JsonReport[]).map(({text}) => text)
    expect(texts).toEqual(['ligature', 'footnote', 'names'])
    const tei = await edition('diff', '--format', 'tei', '--out', home.out)
    expect([tei.code, tei.stdout.trim().split('\n')]).toEqual([
      0,
      expect.objectContaining({length: 3}),
    ])
  })

  test('what is faulty is shown on a terminal, and written nowhere', async () => {
    await change(textFile('corrections.yaml'), 'reading: "letter "', 'reading: "letter \\f"')
    const shown = await edition('diff', 'ligature')
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('{+letter ‹U+000C›f+}')])
    const {code, stderr} = await edition('diff', 'ligature', '--format', 'tei', '--out', home.out)
    expect([code, stderr]).toEqual([1, expect.stringContaining('control character U+000C')])
    expect(existsSync(home.out)).toBe(false)
  })
})
