import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, test} from 'vitest'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {editTexts} from '../../build/outputs.ts'
import {seededRandom} from '../../build/review/random.ts'
import {drawSample} from '../../build/review/sample.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import type {Block} from '../../build/structure/locators.ts'
import {findCited} from '../../scripts/verbs/where/find-cited.ts'
import type {Found} from '../../scripts/verbs/where/found.ts'
import {openOutputPlaces} from '../../scripts/verbs/where/output-places.ts'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)

test('the page that `where` tells is the page on which the words stand', async () => {
  expect((await edition('build', 'specimen', '--out', home.out, '--only', 'pdf')).code).toBe(0)
  const pages = await lettersOfPages(await readFile(join(home.out, 'specimen.pdf')))
  const {texts} = await loadEdition(home.manuscript, 'specimen', [])
  const workspace = {manuscript: home.manuscript, out: home.out, sources: []}
  const ids = texts.map(({id}) => id)
  const places = await openOutputPlaces(workspace, 'specimen', ids)
  expect(places.lack).toBeNull()
  let [asked, alone] = [0, 0]
  for (const one of editTexts(texts, 'per-text')) {
    for (const {found, begins, ends} of expectedOf(one)) {
      const said = places.describe(found).at(-1) ?? ''
      const told = [...said.matchAll(/p\. (\S+) \(sheet (\d+)\)/g)]
      const [first = -1, last = -1] = [told[0], told.at(-1)].map((match) => Number(match?.[2]) - 1)
      const labels = [first, last].map((index) => pages[index]?.label)
      expect(labels, found.line).toEqual([told[0]?.[1], told.at(-1)?.[1]])
      const [before, here, after] = [last - 1, last, first + 1].map((at) => pages[at]?.letters)
      const isBegun = standsOn([pages[first]?.letters, after], begins, 0)
      const isEnded = standsOn([before, here], ends, 1)
      expect([isBegun, isEnded], `${found.line}: ${said}`).toEqual([true, true])
      asked++
      if (pages.filter(({letters}) => letters.includes(begins)).length === 1) alone++
    }
  }
  expect(asked).toBeGreaterThan(180)
  // Most words stand on one page alone, so that no other could have been told.
  expect(alone / asked).toBeGreaterThan(0.8)
  await expectCommand(pages)
})

/** Whether letters stand on one of two pages, or run on from the first to the second. */
function standsOn(
  [first = '', second = '']: readonly (string | undefined)[],
  letters: string,
  page: 0 | 1,
): boolean {
  if ([first, second][page]?.includes(letters)) return true
  const cuts = Array.from(letters, (_, index) => index).slice(1)
  return cuts.some((cut) => {
    return first.includes(letters.slice(0, cut)) && second.includes(letters.slice(cut))
  })
}

/** All that can be cited, and some words of each text, with the letters with which they begin and end. */
function expectedOf(one: TextEdition): {found: Found; begins: string; ends: string}[] {
  const blocks = blocksOf(one.tree)
  const cited = (kind: 'paragraph' | 'note', name: string, own: readonly Block[]) =>
    findCited(one, {kind, name})
      .filter(({line}) => kind === 'paragraph' || line.includes(`\tnote ${name}\t`))
      .map((found) => {
        const letters = lettersOf(own.map((block) => wordsOfBlock(block).text).join(''))
        return {found, begins: letters.slice(0, 30), ends: letters.slice(-30)}
      })
  const notes = new Set(blocks.flatMap(({note}) => note ?? []))
  const runs = blocks.flatMap((block) => block.runs)
  const words = runs.flatMap(({leaf}) => {
    const start = leaf?.position.start.offset ?? 0
    if (!leaf || leaf.data.by !== null) return []
    return [...leaf.value.matchAll(/\p{L}{7,}(?=.{30})/gu)].map(({0: word, index}) => {
      const from = start + index
      const found: Found = {edition: one, from, last: from, line: `${one.text.id} ${word}`}
      const begins = lettersOf(leaf.value.slice(index)).slice(0, 30)
      return {found, begins, ends: lettersOf(word).slice(0, 4)}
    })
  })
  return [
    ...blocks.flatMap((block) =>
      block.paragraph === undefined ? [] : cited('paragraph', String(block.paragraph), [block]),
    ),
    ...[...notes].flatMap((name) =>
      cited(
        'note',
        name,
        blocks.filter(({note}) => note === name),
      ),
    ),
    ...drawSample(words, 40, seededRandom(3)),
  ]
}

/** What is printed, when the PDF is there, and when it is of another manuscript. */
async function expectCommand(pages: readonly {label: string; letters: string}[]): Promise<void> {
  const out = ['--out', home.out]
  const words = 'this way the officials of a'
  const {stdout} = await edition('where', '--outputs', ...out, words)
  const [, label, sheet] = /^ {2}specimen\.pdf {2}p\. (\S+) \(sheet (\d+)\)$/m.exec(stdout) ?? []
  expect(pages[Number(sheet) - 1]?.label).toBe(label)
  expect(pages[Number(sheet) - 1]?.letters).toContain(lettersOf(words))
  // A heading stands in contents and running heads too, but this is where it stands.
  const heading = await edition('where', 'ligature:39:1', ...out)
  expect(heading.stdout).toMatch(/^ {2}specimen\.pdf {2}p\. \S+ \(sheet \d+\)$/m)
  const corrections = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
  await change(corrections, 'reading: "flour"', 'reading: "Flour"')
  const stale = await edition('where', 'footnote note 11', ...out)
  expect(stale.stdout).not.toContain('sheet')
  expect(stale.stderr).toContain('another manuscript')
}

/** The letters of each page as they stand in the file, with heads and all. */
async function lettersOfPages(bytes: Uint8Array): Promise<{label: string; letters: string}[]> {
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0})
  const file = await task.promise
  const labels = (await file.getPageLabels()) ?? []
  const pages: {label: string; letters: string}[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const {items} = await (await file.getPage(number)).getTextContent()
    const words = items.map((item) => ('str' in item ? item.str : '')).join('')
    // The calls of annotations have a letter.
    const letters = lettersOf(words.replaceAll(/E\d+/g, ''))
    pages.push({label: labels[number - 1] ?? '', letters})
  }
  await task.destroy()
  return pages
}

function lettersOf(words: string): string {
  return words.normalize('NFKD').replaceAll(/\P{L}/gu, '')
}
