import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {editTexts} from '../../build/outputs.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {blocksOf} from '../../build/structure/locators.ts'
import {parsePlace, toOffset} from '../../build/text/place.ts'
import {parseLocator} from '../../scripts/verbs/where/locator.ts'
import {findCited} from '../../scripts/verbs/where/find-cited.ts'
import {editionIn, freshSpecimen} from '../fresh-specimen.ts'
import {manuscript} from '../specimen/open-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)

async function specimen(): Promise<TextEdition[]> {
  const {texts} = await loadEdition(manuscript, 'specimen', [])
  return editTexts(texts, 'per-text')
}

describe('what is a locator', () => {
  test.each([
    ['p. 198', undefined, 'page', '198'],
    ['ligature p.13', 'ligature', 'page', '13'],
    ['specimen/ligature page xii', 'specimen/ligature', 'page', 'xii'],
    ['[43]', undefined, 'page', '43'],
    ['footnote p. [43]', 'footnote', 'page', '43'],
    ['¶7', undefined, 'paragraph', '7'],
    ['names par. 7', 'names', 'paragraph', '7'],
    ['names #12', 'names', 'paragraph', '12'],
    ['note 12', undefined, 'note', '12'],
    ['footnote n. *', 'footnote', 'note', '*'],
    ['note note 3', 'note', 'note', '3'],
  ])('%s', (words, text, kind, name) => {
    expect(parseLocator(words)).toEqual({text, kind, name})
  })
  test.each([
    'a bishop to his bribe',
    'page',
    'on page 12 of it',
    'note well',
    'p',
    '12',
    '# 7 of 9',
  ])('not “%s”', (words) => {
    expect(parseLocator(words)?.kind).not.toBe('page')
    expect(parseLocator(words)?.kind).not.toBe('paragraph')
  })
})

describe('there and back', async () => {
  const texts = await specimen()
  test.each(texts.map((one) => [one.text.id, one] as const))(
    'every page, paragraph and note of %s',
    (_, one) => {
      const blocks = blocksOf(one.tree)
      let count = 0
      for (const block of blocks) {
        const words = block.runs.flatMap(({leaf}) => (leaf && leaf.value.trim() ? [leaf] : []))
        const {page, paragraph, note} = block
        const asked = [
          ...(paragraph === undefined
            ? []
            : [{kind: 'paragraph', name: String(paragraph)} as const]),
          ...(note === undefined ? [] : [{kind: 'note', name: note} as const]),
        ]
        for (const sought of asked) {
          const found = findCited(one, {...sought, text: undefined})
          expect(found.length, `${sought.kind} ${sought.name}`).toBeGreaterThan(0)
          const spans = found.flatMap(({line}) => spansIn(one, line))
          for (const {position} of words) {
            const inside = spans.some(
              ({start, end}) => start <= position.start.offset && position.end.offset <= end,
            )
            expect(inside, `${sought.kind} ${sought.name}`).toBe(true)
          }
          count++
        }
        for (const {page: own} of page === undefined ? [] : block.runs) {
          if (own === undefined) continue
          const name = own.replaceAll(/[[\]]/g, '')
          expect(findCited(one, {text: undefined, kind: 'page', name})).toHaveLength(1)
        }
      }
      expect(count).toBeGreaterThan(10)
      const beyond = {text: undefined, kind: 'paragraph', name: '999'} as const
      expect(findCited(one, beyond)).toEqual([])
    },
  )

  test('other paragraphs are not in the range of one', () => {
    const [one] = texts
    const [first, second] = ['1', '2'].map((name) => {
      const [found] = findCited(one!, {text: undefined, kind: 'paragraph', name})
      return spansIn(one!, found?.line ?? '')
    })
    for (const a of first!)
      for (const b of second!) expect(a.end <= b.start || b.end <= a.start).toBe(true)
  })
})

/** The spans of the source that a line names. */
function spansIn({text}: TextEdition, line: string): {start: number; end: number}[] {
  const [ranges = ''] = line.replace(/^[\w-]+:/, '').split('\t')
  return ranges.split(' + ').map((range) => {
    const [start, end] = range.split('-').map((written) => {
      const place = parsePlace(written)
      return place && toOffset(text.source.lines, place)
    })
    if (start === undefined || end === undefined) throw new Error(`no range: ${range}`)
    return {start, end}
  })
}

describe('the command', () => {
  test('each place of the EPUB that it names is there', async () => {
    expect((await edition('build', 'specimen', '--out', home.out, '--only', 'epub')).code).toBe(0)
    const files = unzipSync(await readFile(join(home.out, 'specimen.epub')))
    const asked = [
      'ligature p. 13',
      '[43]',
      '¶ 3',
      'footnote note 11',
      'names n. *',
      'ligature:49:14',
    ]
    let count = 0
    for (const words of asked) {
      const {stdout} = await edition('where', '--out', home.out, words)
      for (const [, file = '', id = ''] of stdout.matchAll(/^ {2}specimen\.epub {2}(.*)#(.*)$/gm)) {
        const path = Object.keys(files).find((name) => name.endsWith(`/${file}`)) ?? file
        expect(strFromU8(files[path] ?? new Uint8Array()), `${words}: ${id}`).toContain(
          `id="${id}"`,
        )
        count++
      }
    }
    expect(count).toBeGreaterThanOrEqual(8)
  })

  test('a joined paragraph has its two ranges', async () => {
    const {stdout} = await edition('where', 'footnote ¶ 6')
    expect(stdout).toMatch(/^footnote:35:1-35:\d+ \+ 49:1-49:\d+\tp\. \[42\], ¶ 6\t/)
  })

  test('words that look like a page can be sought', async () => {
    const {code, stderr} = await edition('where', '--words', 'p. 13')
    expect([code, stderr]).toEqual([1, '"p. 13" stands nowhere; capitals count.\n'])
  })

  test('words are followed into the outputs when asked', async () => {
    const plain = await edition('where', 'a bishop to his bribe')
    expect(plain.stdout.trim().split('\n')).toHaveLength(1)
    const {stdout, stderr} = await edition(
      'where',
      '--outputs',
      '--out',
      home.out,
      'a bishop to his bribe',
    )
    expect(stdout).toContain('  specimen.epub  text-footnote.xhtml#footnote-p7')
    expect(stderr).toContain('There is no ')
  })

  test('a PDF of another manuscript tells nothing', async () => {
    await mkdir(home.out, {recursive: true})
    await writeFile(join(home.out, 'specimen.pdf'), 'a file')
    await writeFile(
      join(home.out, 'specimen.manifest.json'),
      JSON.stringify({manuscript: {}, outputs: {}}),
    )
    const {stderr, stdout} = await edition('where', 'ligature p. 13', '--out', home.out)
    expect(stderr).toContain('was made of another manuscript than there is now')
    expect(stdout).not.toContain('specimen.pdf')
  })
})
