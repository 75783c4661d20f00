import {beforeAll, describe, expect, test} from 'vitest'
import {auditIndex} from '../../build/audit/audit-index.ts'
import {auditPdfIndex} from '../../build/audit/audit-pdf-index.ts'
import type {IndexEntry} from '../../build/audit/index-entry.ts'
import type {PdfFile, PdfNode} from '../../build/audit/pdf-model.ts'
import {indexEntries} from '../../build/index-entries.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import {tamper} from '../epub/tamper.ts'
import {manuscript} from '../specimen/open-specimen.ts'

const edition = await loadEdition(manuscript, 'specimen', [])
const {config} = edition
if (!config) throw new Error('The specimen has no configuration')
const texts = editTexts(edition.texts, 'per-text')
const entries = indexEntries(edition.names, texts)

describe('the index of a finished EPUB', () => {
  let epub: Uint8Array
  const index = 'OEBPS/index.xhtml'
  const reasons = (bytes: Uint8Array): string[] => {
    const found = auditIndex(bytes, 'specimen.epub', 'index', entries)
    for (const {ruleId} of found) expect(ruleId).toBe('audit-index')
    return found.map(({reason}) => reason)
  }

  beforeAll(async () => {
    const {title, identifier, modified} = config
    const options = {title, identifier, modified, said: edition, only: 'epub'} as const
    const made = await makeOutputs('specimen', config, texts, options)
    expect(made.findings).toEqual([])
    epub = made.outputs[0]?.content as Uint8Array
  })

  test('leads where it should', () => {
    expect(reasons(epub)).toEqual([])
  })

  test('leads to every paragraph that has a form, as another search finds them', () => {
    // Names that stand under one form alone, which is in no other.
    for (const [name, form] of Object.entries({chongqing: 'Chungking', knuth: 'Donald Knuth'})) {
      const {places = []} = entries.find(({id}) => id === `index-n-${name}`) ?? {}
      const blocks = texts.flatMap(({text, tree}) =>
        blocksOf(tree)
          .filter(({note, paragraph}) => note === undefined && paragraph !== undefined)
          .filter((block) => wordsOfBlock(block).text.includes(form))
          .map(({paragraph}) => `${text.id}-p${paragraph}`),
      )
      expect(blocks.length, name).toBeGreaterThan(0)
      expect(places.map(({block}) => block)).toEqual(expect.arrayContaining(blocks))
    }
  })

  test.each<[slip: string, from: string | RegExp, to: string, expected: RegExp[]]>([
    [
      'a link to other words',
      /(id="index-n-knuth".*?text-)ligature\.xhtml#ligature-n\d+/,
      '$1names.xhtml#names-n10',
      [
        /^Unexpected link of “Knuth, Donald” to “/,
        /^Expected a link of “Knuth, Donald” to `text-ligature/,
      ],
    ],
    [
      'a link to nothing',
      /(id="index-n-knuth".*?text-)ligature\.xhtml#ligature-n\d+/,
      '$1ligature.xhtml#ligature-n999',
      [/which is not there\.$/, /^Expected a link of “Knuth, Donald” to `text-ligature/],
    ],
    [
      'an entry that is lost',
      'id="index-n-knuth"',
      '',
      [/^Expected an entry “Knuth, Donald” in the index\.$/],
    ],
    [
      'an entry that should not be there',
      'id="index-n-knuth"',
      'id="index-n-nobody"',
      [/^Expected an entry “Knuth, Donald”/, /^Unexpected entry “Knuth, Donald/],
    ],
  ])('finds %s', (_, from, to, expected) => {
    const found = reasons(tamper(epub, ({replace}) => replace(index, from, to)))
    expect(found).toHaveLength(expected.length)
    found.forEach((reason, at) => expect(reason).toMatch(expected[at] as RegExp))
  })
})

describe('the index of a finished PDF', () => {
  const entry: IndexEntry = {
    id: 'index-n-knuth',
    heading: 'Knuth, Donald',
    forms: ['Donald Knuth'],
    places: [{document: 'text-a', block: 'a-p1', words: ['a-n1', 'a-n2']}],
  }
  const words = (value: string): PdfNode => ({kind: 'content', content: {tag: 'P', words: value}})
  const link = (number: string, target: string): PdfNode => ({
    kind: 'element',
    role: 'Link',
    children: [words(number), {kind: 'link', link: {target, description: 'Go'}}],
  })
  const file = (children: PdfNode[], pages: Record<string, number>): PdfFile => {
    const tree: PdfNode = {
      kind: 'element',
      role: 'Root',
      children: [{kind: 'element', role: 'P', children}],
    }
    const page = {height: 800, links: [], artifacts: [], untagged: 0}
    return {
      pages: [
        {...page, label: '1', tree: null},
        {...page, label: '2', tree: null},
        {...page, label: '3', tree},
      ],
      outline: [],
      facts: {
        title: 'A',
        language: 'en',
        isTagged: true,
        showsTitle: true,
        hasMetadata: true,
        isActive: false,
      },
      pageOf: (name) => Promise.resolve(pages[name] ?? -1),
      close: () => Promise.resolve(),
    }
  }
  const pages = {_index: 2, 'a-n1': 0, 'a-n2': 1}
  const reasons = async (
    children: PdfNode[],
    known: Record<string, number> = pages,
  ): Promise<string[]> => {
    const found = await auditPdfIndex(file(children, known), 'a.pdf', '_index', [entry])
    return found.map(({reason}) => reason)
  }

  test('has the numbers of the pages', async () => {
    const right = [words('Knuth, Donald: '), link('1', 'a-n1'), words(', '), link('2', 'a-n2')]
    expect(await reasons(right)).toEqual([])
  })

  test('does not have another number', async () => {
    const wrong = [words('Knuth, Donald: '), link('2', 'a-n1')]
    expect(await reasons(wrong)).toEqual([
      'Unexpected page 2 in the index for “Knuth, Donald”; the words stand on page 1.',
    ])
  })

  test('has the entry, with numbers', async () => {
    expect(await reasons([words('Knuth, Donald')])).toEqual([
      'Expected an entry “Knuth, Donald” with numbers of pages in the index.',
    ])
    expect(await reasons([words('Knuth, Donald: '), link('1', 'a-n1')], {'a-n1': 0})).toContain(
      'Expected the index.',
    )
  })
})
