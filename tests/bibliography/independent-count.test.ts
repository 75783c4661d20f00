import {join} from 'node:path'
import {readFile} from 'node:fs/promises'
import {beforeEach, expect, test} from 'vitest'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {citeTexts} from '../../build/cite-texts.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {openWorkspace, project} from '../../scripts/workspace.ts'

const {manuscript, sources} = openWorkspace({}, process.env)
const edition = await loadEdition(manuscript, 'course-reader', sources)
const lacks = edition.missing.map(({file}) => file).join(', ')

beforeEach(({skip}) => {
  skip(lacks !== '', `the sources of the course reader are not there (${lacks}); see the README`)
})

/**
 * What each note cites, as counted by a reader who had the notes alone, and neither citations.yaml nor
 * bibliography.json: text → note → form and a key of the reader's own, the same for the same work.
 */
const counted = JSON.parse(
  await readFile(join(project, 'tests/bibliography/independent-count.json'), 'utf8'),
) as Record<string, Record<string, string[]>>

/** What has no title in its note, and so no entry: a book to come, an article, records that were lost. */
const untitled = new Set([
  'nakajima-forthcoming-book',
  'nakajima-english-article',
  'mongolian-records-stalin-choibalsan',
])

interface Place {
  readonly at: string
  readonly form: string
  readonly work: string
}

const independent: readonly Place[] = Object.entries(counted).flatMap(([text, notes]) =>
  Object.entries(notes).flatMap(([note, list]) =>
    list.flatMap((one): Place[] => {
      const [form = '', work = ''] = one.split(' ')
      return untitled.has(work) ? [] : [{at: `${text} ${note}`, form, work}]
    }),
  ),
)

const own: readonly Place[] = editTexts(edition.texts, 'per-text').flatMap(({text, tree}) =>
  citationsOf(tree, text.citations.citations).map(({note, citation: {form, item}}) => ({
    at: `${text.id} ${note}`,
    form,
    work: item,
  })),
)

const groups = (
  places: readonly Place[],
  key: (one: Place) => string,
): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  for (const one of places) (found[one.at] ??= []).push(key(one))
  return found
}

test('each note cites as often as an independent reader counted', () => {
  expect(independent.length).toBe(121)
  const times = ({at}: Place): string => at
  expect(groups(own, times)).toEqual(groups(independent, times))
})

test('each Ibid. and op. cit. is one, and each other citation none', () => {
  const backward = ({form}: Place): string => (/^(?:ibid|opcit)$/.test(form) ? form : 'other')
  expect(groups(own, backward)).toEqual(groups(independent, backward))
})

test('every place cites the work that the reader saw in it: one item a work, one work an item', () => {
  const byNote = Object.values(groups(independent, ({work}) => work)).flat()
  const order = Object.keys(groups(independent, ({work}) => work))
  const ours = groups(own, ({work}) => work)
  const pairs = order.flatMap((at) => ours[at] ?? []).map((item, at) => [item, byNote[at]] as const)
  const itemsOf = new Map<string | undefined, Set<string>>()
  const worksOf = new Map<string, Set<string | undefined>>()
  for (const [item, work] of pairs) {
    itemsOf.set(work, (itemsOf.get(work) ?? new Set()).add(item))
    worksOf.set(item, (worksOf.get(item) ?? new Set()).add(work))
  }
  const split = [...itemsOf, ...worksOf].filter(([, others]) => others.size > 1)
  expect(split).toEqual([])
  expect(pairs.length).toBe(121)
})

test('nothing is found in what the notes cite', () => {
  const texts = editTexts(edition.texts, 'per-text')
  expect(citeTexts(texts, edition.bibliography, true).findings).toEqual([])
})
