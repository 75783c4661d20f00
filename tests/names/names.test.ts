import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, describe, expect, test} from 'vitest'
import {isError} from '../../build/finding.ts'
import {checkNames} from '../../build/check-names.ts'
import {asciiForm, byHeading, otherForms} from '../../build/names/forms-of-name.ts'
import {listOccurrences} from '../../build/names/list-occurrences.ts'
import {matchForms} from '../../build/names/match-forms.ts'
import type {Name, NameForm, Names} from '../../build/names/name.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {isParent, leavesOf, textOf} from '../../build/structure/tree.ts'
import type {Parents} from '../../build/structure/tree.ts'
import type {EditorialRecord} from '../../build/text/record.ts'
import {runEdition} from '../run-edition.ts'
import {copySpecimen, manuscript} from '../specimen/open-specimen.ts'

let root = ''
afterEach(() => rm(root, {recursive: true, force: true}))

/** The rules that the specimen breaks with something changed in its files. */
async function rulesWith(
  change: (files: {
    edit(path: string, from: string, to: string): Promise<void>
    write(path: string, text: string): Promise<void>
  }) => Promise<void>,
): Promise<string[]> {
  root = await copySpecimen()
  const at = (path: string): string => join(root, 'specimen', path)
  await change({
    edit: async (path, from, to) => {
      const before = await readFile(at(path), 'utf8')
      expect(before.split(from), `“${from}” stands once in ${path}`).toHaveLength(2)
      await writeFile(
        at(path),
        before.replace(from, () => to),
      )
    },
    write: (path, text) => writeFile(at(path), text),
  })
  const edition = await loadEdition(root, 'specimen', [])
  const texts = editTexts(edition.texts, 'per-text')
  const found = [
    ...edition.findings,
    ...texts.flatMap(({findings}) => findings),
    ...checkNames(texts, edition.names, true),
  ]
  return found.map(({ruleId}) => String(ruleId))
}

describe('a fault planted in the names of the specimen is found', () => {
  test.each<[rule: string, slip: string, from: string, to: string]>([
    [
      'name-form',
      'a form twice',
      '- form: Sinkiang\n',
      '- form: Sinkiang\n      - form: Sinkiang\n',
    ],
    ['name-see', 'a relation to nobody', '    sort: Giles, Herbert\n', '    see:\n      - gyles\n'],
    [
      'name-homograph',
      'a form of two',
      '- form: Ryan Cordell\n',
      '- form: Ryan Cordell\n      - form: Giles\n',
    ],
    ['name-unbound', 'a name nobody has', '- form: Donald Knuth\n', '- form: Knuth\n'],
    [
      'name-unused',
      'a form that is misspelt',
      '- form: Sinkiang\n',
      '- form: Sinkiang\n      - form: Sinkang\n',
    ],
  ])('%s: %s', async (rule, _, from, to) => {
    expect(new Set(await rulesWith(({edit}) => edit('names.yaml', from, to)))).toEqual(
      new Set([rule]),
    )
  })

  test.each<[slip: string, decision: string]>([
    ['a lemma that is not there', '36:100:\n  lemma: "Peking"\n  is: none\n'],
    ['no form of a name', '36:1:\n  lemma: "1906"\n  is: none\n'],
    ['a name that is none', '36:191:\n  lemma: "Sinkiang"\n  is: sinkiang\n'],
    ['a form of another name', '36:191:\n  lemma: "Sinkiang"\n  is: beijing\n'],
  ])('name-decision: %s', async (_, decision) => {
    const rules = await rulesWith(({write}) => write('texts/names/names.yaml', decision))
    expect(new Set(rules)).toEqual(new Set(['name-decision']))
  })

  test('a decision answers for its place alone', async () => {
    const rules = await rulesWith(async ({edit, write}) => {
      await edit(
        'names.yaml',
        '- form: Ryan Cordell\n',
        '- form: Ryan Cordell\n      - form: Jugge\n',
      )
      await edit(
        'names.yaml',
        '- form: Richard Jugge\n',
        '- form: Richard Jugge\n      - form: Jugge\n',
      )
      await write('texts/names/names.yaml', '36:191:\n  lemma: "Sinkiang"\n  is: undecided\n')
    })
    // Nobody stands for Sinkiang now, and nobody is called Jugge alone.
    expect(rules).toEqual(['name-unused', 'name-unused', 'name-unused'])
  })
})

const named = (forms: readonly string[], more: Partial<Name> = {}): Name => ({
  id: 'one',
  kind: 'place',
  name: forms[0] ?? '',
  sort: forms[0] ?? '',
  forms: forms.map((form): NameForm => ({form})),
  also: [],
  claims: [],
  see: [],
  origin: {file: '', place: {line: 1, column: 1}},
  ...more,
})
const names = (...all: readonly Name[]): Names => ({
  path: '',
  names: new Map(all.map((one) => [one.id, one])),
  words: new Set(),
})

describe('forms', () => {
  const found = (forms: readonly string[], words: string): string[] =>
    matchForms(names(named(forms)))(words).map(({start, end}) => words.slice(start, end))

  test.each<[forms: string[], words: string, found: string[]]>([
    [['Mongol'], 'Mongolia and the Mongols', []],
    [['Mongolia', 'Inner Mongolia'], 'Inner Mongolia and Mongolia', ['Inner Mongolia', 'Mongolia']],
    [['Mao', 'Mao Tse-tung'], 'Mao Tse-tung’s wife and Mao', ['Mao Tse-tung', 'Mao']],
    [['Kobdo River'], 'the Kobdo\nRiver', ['Kobdo\nRiver']],
    [["Xing'an"], 'Xing’an, Xing‘an and Xing-an', ['Xing’an', 'Xing‘an']],
    [['plebiscite'], 'Plebiscite, plebiscite, PLEBISCITE', ['Plebiscite', 'plebiscite']],
    [['T. V. (Soong)'], 'T. V. (Soong)', ['T. V. (Soong)']],
    [['é'], 'cafe\u0301 e\u0301', []],
  ])('%j in “%s”', (forms, words, expected) => {
    expect(found(forms, words)).toEqual(expected)
  })

  test.each<[form: string, ascii: string | null]>([
    ['Hsüeh Yüeh', 'Hsueh Yueh'],
    ['Xing’an', "Xing'an"],
    ['Łódź', 'Lodz'],
    ['Wade–Giles', null],
    ['Kobdo', null],
    ['蔣介石', null],
  ])('%s in plain letters', (form, ascii) => {
    expect(asciiForm(form)).toBe(ascii)
  })

  test('in the index are those that say more than the heading', () => {
    const name = named(['Mao Zedong', 'Mao', 'Mao Tse-tung', 'Chairman Mao'], {
      also: [{form: 'Máo Zédōng'}, {form: 'Mao Tsetung'}],
    })
    expect(otherForms(name).map(({form}) => form)).toEqual([
      'Mao Tse-tung',
      'Chairman Mao',
      'Mao Tsetung',
    ])
  })

  test('are sorted without accents and small words apart', () => {
    const sorted = ['Ōsaka', 'Otaru', 'Öbör', 'Oirat'].map((sort) => ({sort})).toSorted(byHeading)
    expect(sorted.map(({sort}) => sort)).toEqual(['Öbör', 'Oirat', 'Ōsaka', 'Otaru'])
  })
})

test('binding changes no word of the specimen, and binds each occurrence once', async () => {
  root = await copySpecimen()
  const edition = await loadEdition(root, 'specimen', [])
  const bare = edition.texts.map((one) => ({
    ...one,
    names: {...one.names, names: {path: '', names: new Map(), words: new Set<string>()}},
  }))
  const bound = editTexts(edition.texts, 'per-text')
  const unbound = editTexts(bare, 'per-text')
  expect(bound.map(({tree}) => textOf(tree))).toEqual(unbound.map(({tree}) => textOf(tree)))
  const occurrences = bound.flatMap(({tree}) => listOccurrences(tree))
  const peking = occurrences.filter(({form}) => form === 'Peking')
  const [, , third] = edition.texts
  const printed = (third?.source.value ?? '').split('\n\nNotes\n')[0]?.match(/Peking/g)
  expect(peking).toHaveLength(printed?.length ?? 0)
  expect(new Set(peking.map(({name}) => name))).toEqual(new Set(['beijing']))
})

/** Where each name of a text stands in its source. */
function placesOf(tree: Parents): Map<number, string> {
  const found = new Map<number, string>()
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'name') {
        const [first] = leavesOf(child)
        const ids = child.names.map(({id}) => id).join(' ')
        if (first) found.set(first.leaf.position.start.offset, ids)
      }
      if (isParent(child)) walk(child)
    }
  }
  walk(tree)
  return found
}

test('whatever records go, a name that they do not touch stays bound where it stood', async () => {
  const {texts} = await loadEdition(manuscript, 'specimen', [])
  let compared = 0
  for (const text of texts) {
    const [whole] = editTexts([text], 'per-text')
    const before = placesOf(whole?.tree ?? {type: 'root', children: []})
    const touched = (at: number, gone: readonly EditorialRecord[]): boolean =>
      gone.some(({start, end}) => start - 40 <= at && at <= end)
    fc.assert(
      fc.property(fc.subarray([...text.records]), (gone) => {
        const records = text.records.filter((one) => !gone.includes(one))
        const [edited] = editTexts([{...text, records}], 'per-text')
        // Without a record that a note needs, the text has errors, and no name is bound.
        if (!edited || edited.findings.some(isError)) return
        const after = placesOf(edited.tree)
        for (const [at, ids] of before) {
          if (touched(at, gone)) continue
          compared++
          expect(after.get(at), `${text.id}:${at}`).toBe(ids)
        }
      }),
      {numRuns: 12},
    )
  }
  expect(compared).toBeGreaterThan(100)
})

test('what is undecided is listed', async () => {
  root = await copySpecimen()
  const decision =
    '36:191:\n  lemma: "Sinkiang"\n  is: undecided\n  why: It may be the newspaper.\n'
  await writeFile(join(root, 'specimen', 'texts', 'names', 'names.yaml'), decision)
  const {code, stdout} = await runEdition(['propose', 'specimen', '--names', '--manuscript', root])
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^Sinkiang\tundecided\t.*names\.md:36:191\tIt may be the newspaper\.$/m),
  ])
})
