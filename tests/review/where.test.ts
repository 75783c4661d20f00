import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import type {RootContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import {pageLabels} from '../../build/audit/page-labels.ts'
import type {PdfFile, PdfNode} from '../../build/audit/pdf-model.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {toHast} from '../../build/html/to-hast.ts'
import {editTexts} from '../../build/outputs.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import {leavesOf} from '../../build/structure/tree.ts'
import type {Leaf} from '../../build/structure/tree.ts'
import {sha256} from '../../build/text/digest.ts'
import {indexLines, parsePlace, toOffset} from '../../build/text/place.ts'
import {anchorsOf} from '../../scripts/verbs/where/anchors.ts'
import {describePlace} from '../../scripts/verbs/where/describe-place.ts'
import {countLetters} from '../../scripts/verbs/where/edition-letters.ts'
import {findCited} from '../../scripts/verbs/where/find-cited.ts'
import type {Found} from '../../scripts/verbs/where/found.ts'
import {parseLocator} from '../../scripts/verbs/where/locator.ts'
import {readPages} from '../../scripts/verbs/where/pdf-pages.ts'
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
    ['1905.report p. 12a', '1905.report', 'page', '12a'],
    ['[43]', undefined, 'page', '43'],
    ['[XIV]', undefined, 'page', 'XIV'],
    ['footnote p. [43]', 'footnote', 'page', '43'],
    ['names p. [pl. 3]', 'names', 'page', 'pl. 3'],
    ['footnote p. [42], ¶ 6', 'footnote', 'paragraph', '6'],
    ['p. [43], ¶ 7', undefined, 'paragraph', '7'],
    ['p. [43]', undefined, 'page', '43'],
    ['¶7', undefined, 'paragraph', '7'],
    ['names par. 7', 'names', 'paragraph', '7'],
    ['names par 7', 'names', 'paragraph', '7'],
    ['names #12', 'names', 'paragraph', '12'],
    ['note 12', undefined, 'note', '12'],
    ['footnote n. *', 'footnote', 'note', '*'],
    ['note star1', undefined, 'note', 'star1'],
    ['note note 3', 'note', 'note', '3'],
  ])('%s', (words, text, kind, name) => {
    expect(parseLocator(words)).toEqual({text, kind, name, isPhrase: false})
  })
  test.each([
    'a bishop to his bribe',
    'page',
    'page turner',
    'on page 12 of it',
    'note 12 of it',
    'P. 198',
    '[sic]',
    '[…]',
    'p',
    '12',
    '# 7 of 9',
    'pp. 168-9',
    'n.',
    '¶',
  ])('not “%s”', (words) => {
    expect(parseLocator(words)).toBeUndefined()
  })
  test.each(['note well', 'names note end'])('“%s” is one where a note is called so', (words) => {
    expect(parseLocator(words)).toMatchObject({kind: 'note', isPhrase: true})
  })
})

describe('there and back', async () => {
  const texts = await specimen()
  const named = texts.map((one) => [one.text.id, one] as const)

  test.each(named)('every paragraph of %s', (_, one) => {
    const blocks = blocksOf(one.tree).filter(({paragraph}) => paragraph !== undefined)
    expect(blocks.length).toBeGreaterThan(8)
    for (const {paragraph, runs} of blocks) {
      const found = findCited(one, {kind: 'paragraph', name: String(paragraph)})
      expect(found).toHaveLength(1)
      expectExactly(one, found, new Set(runs.map(({leaf}) => leaf)))
      expect(locatorAt(one, found[0]!.from)).toBe(locatorOf(found[0]!))
    }
    expect(findCited(one, {kind: 'paragraph', name: '999'})).toEqual([])
  })

  test.each(named)('every note of %s', (_, one) => {
    const blocks = blocksOf(one.tree).filter(({note}) => note !== undefined)
    const notes = new Set(blocks.map(({note}) => note ?? ''))
    expect(notes.size).toBeGreaterThan(4)
    for (const name of notes) {
      const own = blocks.filter(({note}) => note === name)
      const found = findCited(one, {kind: 'note', name})
      const mine = found.filter((each) => locatorOf(each) === `note ${name}`)
      expect(mine).toHaveLength(1)
      expectExactly(one, mine, new Set(own.flatMap(({runs}) => runs.map(({leaf}) => leaf))))
      expect(locatorAt(one, mine[0]!.from)).toBe(`note ${name}`)
    }
    expect(findCited(one, {kind: 'note', name: '999'})).toEqual([])
  })

  test.each(named)('every page of %s', (_, one) => {
    const runs = blocksOf(one.tree).flatMap((block) => block.runs)
    const labels = new Set(runs.flatMap(({page}) => page ?? []))
    for (const label of labels) {
      const own = runs.filter(({page}) => page === label)
      const found = findCited(one, {kind: 'page', name: label.replaceAll(/[[\]]/g, '')})
      expect(found).toHaveLength(1)
      expectExactly(one, found, new Set(own.map(({leaf}) => leaf)))
      expect(locatorOf(found[0]!)).toBe(`p. ${label}`)
      expect(locatorAt(one, found[0]!.from).split(', ')[0]).toBe(`p. ${label}`)
    }
    expect([...labels]).toEqual(pageLabels(one.text))
    expect(findCited(one, {kind: 'page', name: '999'})).toEqual([])
  })
})

/** The runs that a line names hold the leaves of a block, and no words of others. */
function expectExactly(
  one: TextEdition,
  found: readonly Found[],
  own: ReadonlySet<Leaf | undefined>,
): void {
  const spans = found.flatMap(({line}) => spansIn(one, line))
  const words = blocksOf(one.tree).map((block) => wordsOfBlock(block).text)
  for (const shown of (found[0]?.line.split('\t')[2] ?? '').split(' … ')) {
    expect(words.join(' ').replaceAll(/\s+/g, ' ')).toContain(shown)
  }
  for (const {leaf} of leavesOf(one.tree)) {
    if (leaf.value.trim() === '') continue
    const {start, end} = leaf.position
    const isInside = spans.some((span) => span.start <= start.offset && end.offset <= span.end)
    const isApart = spans.every((span) => span.end <= start.offset || end.offset <= span.start)
    expect([isInside, isApart], `${leaf.value} in ${found[0]?.line}`).toEqual([
      own.has(leaf),
      !own.has(leaf),
    ])
  }
}

/** What a line calls the place. */
function locatorOf({line}: {line: string}): string {
  return line.split('\t')[1] ?? ''
}

function locatorAt(one: TextEdition, offset: number): string {
  return locatorOf({line: describePlace(one, offset)[0] ?? ''})
}

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

describe('pages', () => {
  test('of one label are found each, with the ids that the EPUB gives them', () => {
    const one = made([
      [page('3'), word('One', 0)],
      [page('[3]'), word('two', 10), page('4'), word('three', 20)],
    ])
    expect(anchorsOf(one).map(({id}) => id)).toEqual(['made-p1', 'made-p2', 'made-pg-4'])
    const found = findCited(one, {kind: 'page', name: '3'})
    expect(found.map(({id, line}) => [id, line.split('\t')[1]])).toEqual([
      ['made-pg-3', 'p. 3'],
      ['made-pg-3-2', 'p. [3]'],
    ])
    const {body} = toHast(one.tree, 'made', labelsFor('en'), new Map())
    const html = JSON.stringify(body)
    for (const id of ['made-pg-3', 'made-pg-3-2', 'made-pg-4', 'made-p2'])
      expect(html).toContain(`"id":"${id}"`)
  })
})

describe('letters of a finished PDF', () => {
  const one = made([[word('First words, 1905', 0)], [word('sec', 30), word('ond', 40, 'r1')]])
  const letter = countLetters(one)
  const pagesAt = async (...lines: string[][]): Promise<(offset: number) => string> => {
    const find = await readPages(pdfOf(lines), 'made')
    return (offset) => {
      const place = letter(offset)
      return (place ? find(place) : []).map(({label, sheet}) => `${label}/${sheet}`).join(' ')
    }
  }

  test('tell the page of each', async () => {
    const at = await pagesAt(['First words, 1905', 'se-'], ['cond'])
    expect([0, 6, 13, 16].map(at)).toEqual(['1/2', '1/2', '1/2', '1/2'])
    expect([30, 31, 32].map(at)).toEqual(['1/2', '1/2', '2/3'])
    // Of a reading it is told where it begins and ends; of what stands nowhere, where the next words are.
    expect([25, 41, 99].map(at)).toEqual(['1/2', '2/3', '2/3'])
  })

  test('tell of what is no letter the pages on which it may stand', async () => {
    const at = await pagesAt(['First'], ['words, 1905', 'second'])
    expect([4, 5, 6, 11].map(at)).toEqual(['1/2', '1/2 2/3', '2/3', '2/3'])
  })

  test('tell nothing from where they are other letters on', async () => {
    const at = await pagesAt(['First wards, 1905'], ['second'])
    expect([0, 6, 7, 30].map(at)).toEqual(['1/2', '1/2', '', ''])
    const none = await readPages(pdfOf([]), 'other')
    expect(none(letter(0)!)).toEqual([])
  })
})

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
    for (const one of await specimen()) {
      const file = strFromU8(files[`OEBPS/text-${one.text.id}.xhtml`] ?? new Uint8Array())
      const ids = new Set(anchorsOf(one).map(({id}) => id))
      expect([...ids].filter((id) => !file.includes(`id="${id}"`))).toEqual([])
      const kinds = new Set([...ids].map((id) => id.replace(one.text.id, '').slice(0, 3)))
      expect(kinds.size).toBeGreaterThanOrEqual(3)
    }
  })

  test('a joined paragraph has its two ranges', async () => {
    const {stdout} = await edition('where', 'footnote ¶ 6')
    expect(stdout).toMatch(/^footnote:35:1-35:\d+ \+ 49:1-49:\d+\tp\. \[42\], ¶ 6\t/)
  })

  test('words that look like a page or place can be sought', async () => {
    for (const words of ['p. 13', 'ligature:49:14']) {
      const {code, stderr} = await edition('where', '--words', words)
      expect([code, stderr]).toEqual([1, `"${words}" stands nowhere; capitals count.\n`])
    }
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

  test('what is called so nowhere is said to be, and how to seek the words', async () => {
    const cases: [words: string, code: number, said: string][] = [
      ['ligature p. 999', 1, '`ligature` has no page 999; to seek these words add --words.\n'],
      ['p. 999', 1, 'No text has a page 999; to seek these words add --words.\n'],
      ['note well', 1, '"note well" stands nowhere; capitals count.\n'],
    ]
    for (const [words, code, said] of cases) {
      const result = await edition('where', words)
      expect([result.code, result.stderr], words).toEqual([code, said])
    }
    const {code, stderr} = await edition('where', 'see p. 198')
    expect([code, stderr]).toEqual([2, expect.stringContaining('To seek these words add --words.')])
  })

  test('a text without its source cannot be asked', async () => {
    await rm(join(home.manuscript, 'specimen/sources/ligature.txt'))
    const {code, stderr} = await edition('where', 'ligature p. 13')
    expect([code, stderr]).toEqual([2, expect.stringContaining('The source of `ligature`')])
    const all = await edition('where', '¶ 7')
    expect([all.code, all.stderr]).toEqual([0, expect.stringContaining('Not searched')])
  })

  test.each([
    ['of nothing known', 'no JSON', 'does not say of what'],
    ['of no list', '[]', 'does not say of what'],
    ['of another file', '{"manuscript": {}, "outputs": {}}', 'does not say of what'],
    [
      'of another manuscript',
      JSON.stringify({manuscript: {}, outputs: {'specimen.pdf': sha256(Buffer.from('a file'))}}),
      'was made of another manuscript than there is now',
    ],
  ])('a PDF %s tells nothing', async (_, manifest, said) => {
    await mkdir(home.out, {recursive: true})
    await writeFile(join(home.out, 'specimen.pdf'), 'a file')
    await writeFile(join(home.out, 'specimen.manifest.json'), manifest)
    const {stderr, stdout} = await edition('where', 'ligature p. 13', '--out', home.out)
    expect(stderr).toContain(said)
    expect(stdout).not.toContain('specimen.pdf')
  })
})

/** A text of paragraphs that are made of leaves and page breaks. */
function made(paragraphs: readonly RootContent[][]): TextEdition {
  const children = paragraphs.map((own, index) => {
    return {type: 'paragraph', children: own, data: {paragraph: index + 1}} as RootContent
  })
  const source = {lines: indexLines(' '.repeat(200))}
  return {text: {id: 'made', source}, tree: {type: 'root', children}} as unknown as TextEdition
}

function word(value: string, offset: number, by: string | null = null): RootContent {
  const at = (place: number): object => ({line: 1, column: place + 1, offset: place})
  const position = {start: at(offset), end: at(offset + value.length)}
  return {type: 'text', value, position, data: {out: [0, 0], by}} as unknown as RootContent
}

function page(label: string): RootContent {
  return {type: 'pageBreak', label}
}

/** A PDF whose second page is the first of the text; lines of pages, each a paragraph. */
function pdfOf(pages: readonly (readonly string[])[]): PdfFile {
  const tree = (lines: readonly string[]): PdfNode => {
    const children = lines.map((words): PdfNode => {
      const content: PdfNode = {kind: 'content', content: {tag: 'NonStruct', words}}
      return {kind: 'element', role: 'P', children: [content]}
    })
    return {kind: 'element', role: 'Document', children}
  }
  const all = [['Contents'], ...pages].map((lines, index) => ({
    label: index === 0 ? 'i' : String(index),
    tree: tree(lines),
  }))
  const pageOf = async (name: string): Promise<number> => (name === 'made' ? 1 : -1)
  return {pages: all, outline: [], pageOf} as unknown as PdfFile
}
