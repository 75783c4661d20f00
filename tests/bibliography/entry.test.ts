import {describe, expect, test} from 'vitest'
import {formatEntry} from '../../build/bibliography/entry.ts'
import type {Item} from '../../build/bibliography/item.ts'
import {repositoriesOf, sectionsOf} from '../../build/bibliography/sections.ts'
import {shortTitle} from '../../build/bibliography/short-title.ts'

/** Fields of an item; its section may be left out. */
type Fields = Omit<Partial<Item>, 'custom'> & {readonly custom?: Partial<Item['custom']>}

/** An item with a section; in words, italics between stars. */
const item = (fields: Fields): Item => ({
  id: 'one',
  type: 'book',
  ...fields,
  custom: {section: 'work', ...fields.custom},
})
const wordsOf = (runs: ReturnType<typeof formatEntry>): string =>
  runs.map(({text, italic}) => (italic ? `*${text}*` : text)).join('')
const reed = {family: 'Reed', given: 'Anna'}
const owen = {family: 'Owen', given: 'Bill'}
const wang = {family: 'Wang', given: 'Li', 'static-ordering': true}
const leeds = {'publisher-place': 'Leeds', publisher: 'Wren', issued: {'date-parts': [[1901]]}}

test.each<[entry: string, fields: Fields]>([
  ['Reed, Anna. *The Kite*. Leeds: Wren, 1901.', {author: [reed], title: 'The Kite', ...leeds}],
  [
    'Reed, Anna, and Bill Owen. *The Kite*. 2nd ed. Vol. 2, *Tails*. Leeds: Wren, 1901.',
    {
      author: [reed, owen],
      title: 'The Kite',
      edition: '2',
      volume: '2',
      'volume-title': 'Tails',
      ...leeds,
    },
  ],
  [
    'Reed, Anna, et al., eds. *The Kite*. Leeds: Wren, 1901.',
    {editor: [reed, {literal: 'et al.'}], title: 'The Kite', ...leeds},
  ],
  [
    // Each name in the order of its own language.
    'Wang Li and Bill Owen. *Kites*. Edited by Anna Reed. Translated by Wang Li. Leeds: Wren, 1901.',
    {author: [wang, owen], editor: [reed], translator: [wang], title: 'Kites', ...leeds},
  ],
  [
    'Reed, Anna. “Tails.” In *The Kite*, edited by Bill Owen, 3rd ed, vol. 2, 3–14. Wind and Weather. Leeds: Wren, 1901.',
    {
      type: 'chapter',
      author: [reed],
      title: 'Tails',
      'container-title': 'The Kite',
      'collection-title': 'Wind and Weather',
      editor: [owen],
      edition: '3',
      volume: '2',
      page: '3-14',
      ...leeds,
    },
  ],
  [
    'Reed, Anna. “Tails.” *Kites* 3, no. 2 (July–September 1901): 3–14.',
    {
      type: 'article-journal',
      author: [reed],
      title: 'Tails',
      'container-title': 'Kites',
      volume: '3',
      issue: '2',
      page: '3-14',
      issued: {
        'date-parts': [
          [1901, 7],
          [1901, 9],
        ],
      },
    },
  ],
  [
    'Reed, Anna. “Tails?” *Kites* (Leeds), no. 182 (Fall 1901/Winter 1902).',
    {
      type: 'article-journal',
      author: [reed],
      title: 'Tails?',
      'container-title': 'Kites',
      'publisher-place': 'Leeds',
      issue: '182',
      issued: {'date-parts': [[1901], [1902]], literal: 'Fall 1901/Winter 1902'},
    },
  ],
  [
    'Reed, Anna. *Kite Post* (Leeds), May 10, 1901.',
    {
      type: 'article-newspaper',
      author: [reed],
      'container-title': 'Kite Post',
      'publisher-place': 'Leeds',
      issued: {'date-parts': [[1901, 5, 10]]},
    },
  ],
  [
    'Kite Post. “On Wind.” Editorial. *Evening Kite*, May 10, 1901.',
    {
      type: 'article-newspaper',
      author: [{literal: 'Kite Post'}],
      genre: 'editorial',
      title: 'On Wind',
      'container-title': 'Evening Kite',
      issued: {'date-parts': [[1901, 5, 10]]},
    },
  ],
  ['*Kites*. No. 12. Leeds: Wren, 1901.', {type: 'report', title: 'Kites', number: '12', ...leeds}],
  ['*A...* Leeds: Wren, 1901.', {title: 'A...', ...leeds}],
  [
    '“Kites.” May 1901. Town Archive, fond 1, opis 2, ll. 3–4.',
    {
      type: 'report',
      title: 'Kites',
      issued: {'date-parts': [[1901, 5]]},
      custom: {archive: {repository: 'Town Archive', fond: '1', opis: '2', leaves: '3-4'}},
    },
  ],
  [
    '*Town Archive*.',
    {type: 'collection', title: 'Town Archive', custom: {archive: {repository: 'Town Archive'}}},
  ],
  [
    '“Zmei” Змеи [Kites (?)]. *Veter* 3.',
    {
      type: 'article-journal',
      title: 'Zmei',
      'container-title': 'Veter',
      volume: '3',
      language: 'ru-Latn',
      custom: {
        original: {title: 'Змеи', cert: 'high'},
        translation: {title: 'Kites', cert: 'low'},
      },
    },
  ],
])('%s', (entry, fields) => {
  expect(wordsOf(formatEntry(item(fields)))).toBe(entry)
})

test('titles are in their languages, and nothing else is', () => {
  const runs = formatEntry(
    item({
      type: 'article-journal',
      author: [reed],
      title: 'Zmei',
      'container-title': 'The Kite',
      language: 'ru-Latn',
      custom: {
        original: {title: 'Змеи', cert: 'high'},
        translation: {title: 'Kites', cert: 'high'},
      },
    }),
  )
  const tagged = runs.filter(({language}) => language !== undefined)
  expect(tagged.map(({text, language}) => [text, language])).toEqual([
    ['“Zmei”', 'ru-Latn'],
    ['Змеи', 'ru'],
  ])
})

describe('the order of entries', () => {
  const order = (...list: Item[]): string[] =>
    sectionsOf(new Map(list.map((one) => [one.id, one]))).flatMap(({entries}) =>
      entries.map(({item: one}) => one.id),
    )

  test('is by names, then title without its article, then date', () => {
    expect(
      order(
        item({id: 'e', author: [reed, owen], title: 'Air'}),
        item({id: 'd', author: [reed], title: 'Moon', issued: {'date-parts': [[1902]]}}),
        item({id: 'c', author: [reed], title: 'Moon', issued: {'date-parts': [[1901]]}}),
        item({id: 'b', author: [reed], title: 'The Ant'}),
        item({id: 'a', title: 'A Kite'}),
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('puts letters that Unicode does not take apart where readers look for them', () => {
    const names = ['Zink', 'Łuk', 'Øst', 'Luz', 'Mace', 'Ort', 'Osz']
    const found = order(
      ...names.map((family, at) => item({id: `i${at}`, author: [{family}], title: 'Kites'})),
    )
    const sorted = found.map((id) => names[Number(id.slice(1))])
    expect(sorted).toEqual(['Łuk', 'Luz', 'Mace', 'Ort', 'Øst', 'Osz', 'Zink'])
  })

  test('puts repositories by the name that is shown, which any item may spell out', () => {
    const paper = (id: string, repository: string, repositoryName?: string): Item =>
      item({
        id,
        type: 'document',
        title: id,
        custom: {
          section: 'archive',
          archive: {repository, fond: '1', ...(repositoryName ? {repositoryName} : {})},
        },
      })
    const all = [paper('a', 'GARF'), paper('b', 'TsAMO', 'Central Archive')]
    const named = paper('c', 'GARF', 'State Archive')
    const items = new Map([...all, named].map((one) => [one.id, one]))
    const entries = all.map((one) => ({item: one, documents: []}))
    expect(repositoriesOf(entries, items).map(({name}) => name)).toEqual([
      'Central Archive (TsAMO)',
      'State Archive (GARF)',
    ])
  })
})

test.each<[short: string, isWhole: boolean, fields: Fields]>([
  ['Reed, *Kites*', false, {author: [reed], title: 'Kites: A History'}],
  ['Reed, *Kites: A History*, 1901', true, {author: [reed], title: 'Kites: A History', ...leeds}],
  ['Reed et al., *Kites*', false, {author: [reed, {literal: 'et al.'}], title: 'Kites'}],
  ['Reed and Owen, *Kites*, vol. 2', false, {author: [reed, owen], title: 'Kites', volume: '2'}],
  [
    '“Kites”, May 1901, Town Archive, fond 1',
    false,
    {
      type: 'report',
      title: 'Kites',
      issued: {'date-parts': [[1901, 5]]},
      custom: {
        abbreviations: ['the kite report'],
        archive: {repository: 'Town Archive', fond: '1', leaves: '3'},
      },
    },
  ],
])('in short: %s', (short, isWhole, fields) => {
  expect(wordsOf(shortTitle(item(fields), undefined, isWhole))).toBe(short)
})
