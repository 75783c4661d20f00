import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, test} from 'vitest'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)

test('the page that `where` tells is the page on which the words stand', async () => {
  expect((await edition('build', 'specimen', '--out', home.out, '--only', 'pdf')).code).toBe(0)
  const pages = await wordsOfPages(await readFile(join(home.out, 'specimen.pdf')))
  // Words that stand near the beginning of their paragraph or note, which is what is told.
  const asked = ['One is also plagued with', 'this way the officials of a', 'On both men see the']
  for (const words of asked) {
    const {stdout} = await edition('where', '--outputs', '--out', home.out, words)
    const [, label = '', sheet = ''] =
      /specimen\.pdf {2}p\. (\S+) \(sheet (\d+)\)/.exec(stdout) ?? []
    const page = pages[Number(sheet) - 1]
    expect(page?.label, words).toBe(label)
    const holds = pages.flatMap((one, index) => (one.words.includes(words) ? [index + 1] : []))
    expect(holds, words).toContain(Number(sheet))
  }
  const cited = await edition('where', 'footnote note 11', '--out', home.out)
  const [, sheet = ''] = /\(sheet (\d+)\)/.exec(cited.stdout) ?? []
  expect(pages[Number(sheet) - 1]?.words).toContain('G. W. Bowersock')
  // Of a manuscript that has changed since, nothing is told.
  const corrections = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
  await change(corrections, 'reading: "flour"', 'reading: "Flour"')
  const stale = await edition('where', 'footnote note 11', '--out', home.out)
  expect(stale.stdout).not.toContain('sheet')
  expect(stale.stderr).toContain('another manuscript')
})

async function wordsOfPages(bytes: Uint8Array): Promise<{label: string; words: string}[]> {
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0})
  const file = await task.promise
  const labels = (await file.getPageLabels()) ?? []
  const pages: {label: string; words: string}[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const {items} = await (await file.getPage(number)).getTextContent()
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    pages.push({
      label: labels[number - 1] ?? '',
      words: words.join('').replaceAll(/\s+/g, ' '),
    })
  }
  await task.destroy()
  return pages
}
