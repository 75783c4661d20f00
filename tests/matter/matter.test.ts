import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {checkEditorsClaims} from '../../build/check-editors-claims.ts'
import {drawPictures} from '../../build/draw-pictures.ts'
import {readProse} from '../../build/matter/read-prose.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {copySpecimen} from '../specimen/open-specimen.ts'

let root = ''
afterEach(() => rm(root, {recursive: true, force: true}))

/** What is found in the specimen with a document of its back matter. */
async function found(name: string, file: string, content: string): Promise<string[]> {
  root = await copySpecimen()
  const at = (path: string): string => join(root, 'specimen', path)
  await mkdir(at('back'), {recursive: true})
  const config = await readFile(at('edition.yaml'), 'utf8')
  const listed = config.includes('\nback:\n')
    ? config.replace('\nback:\n', `\nback:\n  - ${name}\n`)
    : `${config}back:\n  - ${name}\n`
  await writeFile(at('edition.yaml'), listed)
  if (file !== '') await writeFile(at(`back/${file}`), content)
  const edition = await loadEdition(root, 'specimen', [])
  const texts = editTexts(edition.texts, 'per-text')
  const known = edition.config?.texts ?? []
  const {matter, maps} = edition
  const findings = [
    ...edition.findings,
    ...checkEditorsClaims(texts, edition, known, 'en'),
    // Maps take their time: they are drawn where pictures are at stake.
    ...(content.includes('![')
      ? drawPictures([...matter.front, ...matter.back], maps).findings
      : []),
  ]
  return findings.map(
    ({ruleId, line}) => `${ruleId}${ruleId?.startsWith('claim') ? `:${line}` : ''}`,
  )
}

// A place of the specimen: the printing of a dictionary in Rotterdam in 1697.
const place = 'footnote:25:14-25:97 "76a98be8"'
const event = (id: string, date: string, more = ''): string =>
  `  ${id}:\n    date: ${date}\n${more}    claims:\n      - says: A dictionary was printed in Rotterdam.\n        basis: text\n        text: footnote\n        at: 25:14\n        to: 25:97\n        digest: 76a98be8\n`

describe('a fault planted in the back matter of the specimen is found', () => {
  test.each<[rule: string, slip: string, name: string, file: string, content: string]>([
    ['matter-missing', 'a document that is not there', 'queries', '', ''],
    ['matter-name', 'a name the program has', 'glossary', 'glossary.md', '# Words\n'],
    ['matter-title', 'no title', 'queries', 'queries.md', 'What is a note?\n'],
    ['matter-title', 'nothing at all', 'queries', 'queries.md', ''],
    [
      'matter-link',
      'a link without a digest',
      'queries',
      'queries.md',
      '# Q\n\n[x](footnote:1:1-1:2)\n',
    ],
    ['matter-link', 'a link to nowhere', 'queries', 'queries.md', '# Q\n\n[x](chapter.html)\n'],
    ['matter-picture', 'a picture', 'queries', 'queries.md', '# Q\n\n![](kite.png)\n'],
    [
      'matter-picture',
      'a map that is not there',
      'queries',
      'queries.md',
      '# Q\n\n![](map:moon)\n',
    ],
    ['matter-picture', 'a map among words', 'queries', 'queries.md', '# Q\n\nA ![](map:presses)\n'],
    ['matter-markup', 'the end of HTML', 'queries', 'queries.md', '# Q\n\n</p>These words\n'],
    ['matter-markup', 'a footnote', 'queries', 'queries.md', '# Q\n\n[^1]: Why.\n'],
    ['matter-markup', 'code', 'queries', 'queries.md', '# Q\n\n`note`\n'],
    ['matter-name', 'a name of the front matter', 'introduction', 'introduction.md', '# Q\n'],
    [
      'matter-picture',
      'a map in a heading',
      'queries',
      'queries.md',
      '# Q\n\n## ![](map:presses)\n',
    ],
    [
      'event-date',
      'another month',
      'dates',
      'dates.yaml',
      `title: Dates\nevents:\n${event('a', '1697-05')}`,
    ],
    ['claim-basis', 'a heading', 'queries', 'queries.md', '# Q\n\n## Of 1066\n'],
    [
      'claim-basis',
      'the timeline',
      'dates',
      'dates.yaml',
      `title: Dates\nevents:\n${event('a', '1697', '    short: read by Napoleon\n')}`,
    ],
    ['matter-markup', 'HTML', 'queries', 'queries.md', '# Q\n\nA <b>note.\n'],
    [
      'event-date',
      'a year that nothing says',
      'dates',
      'dates.yaml',
      `title: Dates\nevents:\n${event('a', '1698')}`,
    ],
    [
      'event-date',
      'an end before the beginning',
      'dates',
      'dates.yaml',
      `title: Dates\nevents:\n${event('a', '1697', '    until: 1696-12\n').replace('Rotterdam.', 'Rotterdam by December.')}`,
    ],
    [
      'event-order',
      'a later event first',
      'dates',
      'dates.yaml',
      `title: Dates\nevents:\n${event('a', '1697')}${event('b', '1696').replace('Rotterdam.', 'Rotterdam, not in 1696.')}`,
    ],
  ])('%s: %s', async (rule, _, name, file, content) => {
    const rules = await found(name, file, content)
    expect(rules.map((one) => one.split(':')[0])).toContain(rule)
    expect(rules.filter((one) => one.startsWith('matter'))).toEqual(
      rule.startsWith('matter') ? [rule] : [],
    )
  })
})

describe('a paragraph is held against the places that it leads to', () => {
  const prose = (words: string): Promise<string[]> =>
    found('queries', 'queries.md', `# Q\n\n${words}\n`)

  test('and against those of its own alone', async () => {
    expect(await prose(`A dictionary of 1697. [](${place})`)).toEqual([])
    expect(await prose('A dictionary of 1697.')).toEqual(['claim-basis:3'])
    expect(await prose(`A dictionary. [](${place})\n\nIt is of 1697.`)).toEqual(['claim-basis:5'])
    expect(await prose(`- A dictionary of 1697. [](${place})\n- It is of 1698.`)).toEqual([
      'claim-basis:4',
    ])
  })

  test('whose words are those that were seen', async () => {
    const moved = place.replace('25:14', '25:15')
    expect(await prose(`A dictionary. [](${moved})`)).toEqual(['claim-document:3'])
    expect(await prose(`A dictionary. [](${place.replace('footnote', 'nothing')})`)).toEqual([
      'claim-document:3',
    ])
  })
})

test('a map that nothing shows is found', async () => {
  root = await copySpecimen()
  const path = join(root, 'specimen', 'front', 'introduction.md')
  const before = await readFile(path, 'utf8')
  await writeFile(path, before.replace('![](map:presses)', ''))
  const {matter, maps} = await loadEdition(root, 'specimen', [])
  const {pictures, findings} = drawPictures([...matter.front, ...matter.back], maps)
  expect(findings.map(({ruleId}) => ruleId)).toEqual(['map-unused'])
  expect([...pictures.keys()]).toEqual(['timeline-chronology'])
})

test('headings and links are read, and a title is asked of documents alone', () => {
  const {prose, findings} = readProse(
    'x.md',
    'x',
    `# Title\n\n## Part\n\nSee [there](${place}).\n`,
    true,
  )
  expect(findings).toEqual([])
  expect(prose?.title).toBe('Title')
  expect(prose?.tree.children.map(({type}) => type)).toEqual(['heading', 'paragraph'])
  expect(readProse('x.md', 'headnote', 'Words.\n', false).findings).toEqual([])
})
