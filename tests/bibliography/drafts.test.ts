import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {compareDrafts, pairDrafts} from '../../build/bibliography/draft/compare-drafts.ts'
import {draftCitations} from '../../build/bibliography/draft/draft-citations.ts'
import {draftText} from '../../build/bibliography/draft/draft-text.ts'
import {noteWords} from '../../build/bibliography/draft/note-words.ts'
import {splitNote} from '../../build/bibliography/draft/split-note.ts'
import {noCitations} from '../../build/bibliography/citation.ts'
import type {Citation} from '../../build/bibliography/citation.ts'
import type {Item} from '../../build/bibliography/item.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {project} from '../../scripts/workspace.ts'
import {runEdition} from '../run-edition.ts'

const source = `# Kites over the Fen

The fen was drained in haste.[^1] Nobody asked the herons.[^2] The kite makers moved to the town,[^3] where the
wind was worse.[^4] Their guild kept a ledger,[^5] and the ledger says who flew what.[^6] It was burnt.[^7]

[^1]: Miriam Holloway, *Wet Ground: A History of Drainage* (Norwich: Fenland Press, 1978), pp. 112–14.

[^2]: Ibid., p. 120; see also Otto Brandl, "Der Reiher als Zeuge", *Zeitschrift für Vogelkunde* 14, no. 2 (1931):
    33–58.

[^3]: Holloway, *Wet Ground*, p. 201.

[^4]: This was the common opinion, and it was wrong.

[^5]: "Ledger of the guild", 3 May 1899. TAN: fond 12, opis 3, delo 44, ll. 5–6 (hereafter Ledger).

[^6]: Ledger, l. 9.

[^7]: "Fire at the Guild Hall", *Norwich Courier*, 9 March 1903.
`

describe('a text of which nothing is said', () => {
  let home: string
  const manuscript = () => join(home, 'manuscript')
  const edition = (...words: string[]) => runEdition([...words, '--manuscript', manuscript()])
  const read = (...path: string[]) => readFile(join(manuscript(), 'kites', ...path), 'utf8')

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'edition-drafts-'))
    await writeFile(join(home, 'kites.md'), source)
    expect((await edition('init', 'kites', join(home, 'kites.md'))).code).toBe(0)
  })
  afterAll(() => rm(home, {recursive: true}))

  test('is drafted: citations, works, chains and locators', async () => {
    const {code, stdout, stderr} = await edition('propose', 'kites', '--citations')
    const rows = stdout.trim().split('\n')
    expect(rows.map((row) => row.split('\t').filter((_, at) => at !== 2 && at !== 6))).toEqual([
      ['a.1.a', '1', 'full', 'holloway1978', 'pp. 112–14'],
      ['a.2.a', '2', 'ibid', 'holloway1978 ← a.1.a', 'p. 120'],
      ['a.2.b', '2', 'full', 'brandl1931', ''],
      ['a.3.a', '3', 'short', 'holloway1978 ← a.2.a', 'p. 201'],
      ['a.5.a', '5', 'full', 'ledgerof1899', 'll. 5–6'],
      ['a.6.a', '6', 'short', 'ledgerof1899 ← a.5.a', 'l. 9'],
      ['a.7.a', '7', 'full', 'fireat1903', ''],
    ])
    expect(stderr).toContain('7 citations, 4 new items; nothing found in 4')
    expect(code).toBe(0)
    await expect(read('bibliography.json')).rejects.toThrow()
  })

  test('can be refused by a check, and by a call that wants two things', async () => {
    expect((await edition('propose', 'kites', '--citations', '--check')).code).toBe(1)
    expect((await edition('propose', 'kites', '--citations', '--check', '--write')).code).toBe(2)
    expect((await edition('propose', '--citations')).code).toBe(2)
    expect((await edition('propose', 'kites', '--write')).code).toBe(2)
  })

  test('has its drafts written on demand, and is right when an editor has seen them', async () => {
    expect((await edition('propose', 'kites', '--citations', '--write')).code).toBe(0)
    const items = JSON.parse(await read('bibliography.json')) as Item[]
    expect(items.map(({id, type, volume, issue, page}) => [id, type, volume, issue, page])).toEqual(
      [
        ['brandl1931', 'article-journal', '14', '2', '33–58'],
        ['fireat1903', 'article-newspaper', undefined, undefined, undefined],
        ['holloway1978', 'book', undefined, undefined, undefined],
        ['ledgerof1899', 'document', undefined, undefined, undefined],
      ],
    )
    const rulesOf = async (): Promise<string[]> => {
      // What is found in the files and the EPUB; no PDF is waited for.
      const out = ['--only', 'epub', '--out', join(home, 'dist')]
      const {stderr} = await edition('build', 'kites', ...out)
      const rules = stderr.matchAll(/ {2}((?:item|citation|mark)-[a-z]+)$/gm)
      return [...rules].map(([, rule = '']) => rule).toSorted()
    }
    const drafted = ['item-drafted', 'item-drafted', 'item-drafted', 'item-drafted']
    const all = ['citation-drafted', 'citation-uncovered', ...drafted, 'item-repository']
    expect(await rulesOf()).toEqual(all)
    const path = join(manuscript(), 'kites', 'bibliography.json')
    const seen = (await read('bibliography.json'))
      .replaceAll(/,\n\s*"drafted": true/g, '')
      .replace(
        '"repository": "TAN"',
        '"repository": "TAN",\n        "repositoryName": "Town Archive"',
      )
    await writeFile(path, seen)
    const citations = join(manuscript(), 'kites', 'texts', 'kites', 'citations.yaml')
    const silent = 'silent:\n  4: Says what people thought.\n'
    await writeFile(citations, `${await readFile(citations, 'utf8')}${silent}`)
    expect(await rulesOf()).toEqual(['citation-drafted'])
    const looked = (await readFile(citations, 'utf8')).replaceAll(/ *drafted: true\n/g, '')
    await writeFile(citations, looked)
    expect(await rulesOf()).toEqual([])
    const again = await edition('propose', 'kites', '--citations', '--check')
    expect([again.code, again.stdout]).toEqual([0, ''])
    expect((await edition('fmt', '--check')).code).toBe(0)
  })
})

test('a work that the bibliography has is that item; another one gets another id', async () => {
  const {texts} = await loadEdition(join(project, 'manuscript'), 'specimen', [])
  const [edited] = editTexts(
    texts.filter(({id}) => id === 'ligature'),
    'per-text',
  )
  if (!edited) throw new Error('The specimen has no such text')
  const {tree, text} = edited
  const draft = (title: string) => {
    const item: Item = {
      id: 'kapr1996',
      type: 'book',
      title,
      author: [{family: 'Kapr', given: 'Albert'}],
      custom: {section: 'work'},
    }
    const known = new Map([[item.id, item]])
    const made = draftText({tree, citations: noCitations, source: text.source}, known, 'l')
    return made.items.map(({id}) => id).filter((id) => id.startsWith('kapr'))
  }
  expect(draft('Johann Gutenberg: The Man and His Invention')).toEqual([])
  expect(draft('The Art of Lettering')).toEqual(['kapr1996b'])
})

describe('what the editors say of the specimen', async () => {
  const {texts, bibliography} = await loadEdition(join(project, 'manuscript'), 'specimen', [])
  const items = new Map(bibliography.items.map(({item}) => [item.id, item]))
  /** The doubts of a program when something is changed. */
  const doubts = (
    change: (one: Citation) => Citation | null,
    changeItem: (item: Item) => Item = (item) => item,
  ): string[] =>
    editTexts(texts, 'per-text').flatMap(({text, tree}) => {
      const placed = citationsOf(tree, text.citations.citations).flatMap((one) => {
        const citation = change(one.citation)
        return citation ? [{...one, citation}] : []
      })
      const pairs = pairDrafts(draftCitations(noteWords(tree)), placed)
      const changed = new Map([...items].map(([id, item]) => [id, changeItem(item)]))
      const found = compareDrafts(
        pairs,
        changed,
        () => true,
        () => ({file: 'source'}),
      )
      for (const {ruleId} of found) expect(ruleId).toBe('citation-doubt')
      return found.map(({reason}) => reason)
    })
  const only =
    (id: string, fields: Partial<Citation> | null) =>
    (one: Citation): Citation | null =>
      one.id === id ? fields && {...one, ...fields} : one

  test('raises no doubt as it stands', () => {
    expect(doubts((one) => one)).toEqual([])
  })

  test.each<[what: string, change: (one: Citation) => Citation | null, reason: string]>([
    [
      'a citation left out',
      only('f.7.a', null),
      'Expected a citation in note `7`: “Alexander Pope',
    ],
    ['an Ibid. taken for a title', only('f.6.a', {form: 'short'}), 'Unexpected form `short`'],
    ['a locator left out', only('l.6.a', {locator: undefined}), 'ends? with “chap. 5”'],
    ['a wrong locator', only('l.6.a', {locator: 'chap. 6'}), 'locator “chap. 6” of words'],
    ['a wrong item', only('n.2.a', {item: 'giles1892'}), 'year 1892 of item `giles1892`'],
  ])('%s is doubted', (_, change, reason) => {
    expect(doubts(change).join('\n')).toMatch(new RegExp(reason))
  })

  test('a wrong year and a wrong author of an item are doubted', () => {
    const wrong = (item: Item): Item =>
      item.id === 'giles1892'
        ? {...item, issued: {'date-parts': [[1893]]}, author: [{family: 'Gill', given: 'H. A.'}]}
        : item
    expect(doubts((one) => one, wrong)).toEqual([
      'Unexpected year 1893 of item `giles1892`, where the note has 1892; look again.',
      'Unexpected author Gill of item `giles1892`, where the note has Herbert A. Giles; look again.',
    ])
  })
})

test.each<[words: string, parts: readonly string[]]>([
  ['Reed, Kites, p. 3; Owen, Tails, p. 4.', ['Reed, Kites, p. 3;', ' Owen, Tails, p. 4.']],
  [
    'See J. R. Reed (ed.), Kites. Owen disagrees.',
    ['See J. R. Reed (ed.), Kites.', ' Owen disagrees.'],
  ],
  ['Reed (in “Kites; Tails. And Wind,” p. 2).', ['Reed (in “Kites; Tails. And Wind,” p. 2).']],
  ['"Order", 3 May 1899. TAN: fond 1, opis 2.', ['"Order", 3 May 1899. TAN: fond 1, opis 2.']],
  [
    'Anna Reed, Kites, p. 3 and Bill Owen, "Tails".',
    ['Anna Reed, Kites, p. 3', ' and Bill Owen, "Tails".'],
  ],
  ['', []],
])('the parts of %s', (words, parts) => {
  expect(splitNote(words).map(({start, end}) => words.slice(start, end))).toEqual(parts)
})
