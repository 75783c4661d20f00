import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {auditCitations} from '../../build/audit/audit-citations.ts'
import {auditPdfCitations} from '../../build/audit/audit-pdf-citations.ts'
import type {CitationPair} from '../../build/audit/citation-pairs.ts'
import type {PdfFile} from '../../build/audit/pdf-model.ts'
import {citationPairs, citeTexts} from '../../build/cite-texts.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {project} from '../../scripts/workspace.ts'
import {tamper} from '../epub/tamper.ts'

const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])
const {config} = edition
if (!config) throw new Error('The specimen has no configuration')
const texts = editTexts(edition.texts, 'per-text')
const cited = citeTexts(texts, edition.bibliography, true)
const pairs = citationPairs(cited)

describe('the links of a finished EPUB', () => {
  let epub: Uint8Array
  const text = 'OEBPS/text-footnote.xhtml'
  const bibliography = 'OEBPS/bibliography.xhtml'
  const reasons = (bytes: Uint8Array): string[] => {
    const found = auditCitations(bytes, 'specimen.epub', 'bibliography', pairs)
    for (const {ruleId} of found) expect(ruleId).toBe('audit-citation')
    return found.map(({reason}) => reason)
  }

  beforeAll(async () => {
    const {title, identifier, modified} = config
    const options = {title, identifier, modified, cited, only: 'epub'} as const
    const made = await makeOutputs('specimen', config, texts, options)
    expect(made.findings).toEqual([])
    epub = made.outputs[0]?.content as Uint8Array
  })

  test('lead from each note to its entries and back', () => {
    expect(reasons(epub)).toEqual([])
  })

  test.each([
    [
      'a note that leads to another entry',
      text,
      'href="bibliography.xhtml#bib-zerby2002"',
      'href="bibliography.xhtml#bib-pope1729"',
      [
        'Expected a link from the note to the entry: text-footnote.xhtml#fn-footnote-2 and bib-zerby2002.',
        'Unexpected link from the note to the entry: text-footnote.xhtml#fn-footnote-2 and bib-pope1729.',
      ],
    ],
    [
      'an entry that does not lead back',
      bibliography,
      'href="text-footnote.xhtml#fn-footnote-2"',
      '',
      [
        'Expected a link from the entry to the note: text-footnote.xhtml#fn-footnote-2 and bib-zerby2002.',
      ],
    ],
    [
      'an entry that is lost',
      bibliography,
      'id="bib-zerby2002"',
      '',
      [
        'Expected a link from the entry to the note: text-footnote.xhtml#fn-footnote-2 and bib-zerby2002.',
      ],
    ],
  ])('finds %s', (_, path, from, to, expected) => {
    expect(
      reasons(
        tamper(epub, ({replace}) => {
          replace(path, from, to)
        }),
      ),
    ).toEqual(expected)
  })

  test('finds a bibliography that is lost', () => {
    const lost = tamper(epub, ({remove}) => {
      remove(bibliography)
    })
    expect(reasons(lost)).toHaveLength(33)
  })
})

describe('the links of a finished PDF', () => {
  const expected: readonly CitationPair[] = [
    {document: 'text-a', note: 'fn-a-1', entry: '_bib-one'},
    {document: 'text-a', note: 'fn-a-2', entry: '_bib-one'},
    {document: 'text-a', note: 'fn-a-2', entry: '_bib-two'},
  ]
  const right = {
    pages: {'fn-a-1': 0, 'fn-a-2': 0, _bibliography: 1, '_bib-one': 1, '_bib-two': 2},
    links: [
      ['fn-a-1', 'fn-a-2'],
      ['fn-a-1', 'fn-a-2'],
      ['fn-a-2', 'http'],
    ],
  }
  /** A PDF of three pages, as the program that reads it back gives it. */
  const file = ({pages, links}: typeof right): PdfFile => ({
    pages: links.map((targets) => ({
      label: '1',
      height: 800,
      tree: {
        kind: 'element',
        role: 'Document',
        // A link of two runs has two annotations, and is one.
        children: targets.map((target) => {
          const link = {kind: 'link', link: {target, description: ''}} as const
          return {kind: 'element', role: 'Link', children: [link, link]} as const
        }),
      },
      links: [],
      artifacts: [],
      untagged: 0,
    })),
    outline: [],
    facts: {
      title: '',
      language: 'en',
      isTagged: true,
      showsTitle: true,
      hasMetadata: true,
      isActive: false,
    },
    pageOf: (name) => Promise.resolve((pages as Record<string, number>)[name] ?? -1),
    close: () => Promise.resolve(),
  })
  const reasons = async (made: typeof right): Promise<string[]> => {
    const found = await auditPdfCitations(file(made), 'a.pdf', '_bibliography', undefined, expected)
    return found.map(({reason}) => reason)
  }

  test('are all there', async () => {
    expect(await reasons(right)).toEqual([])
  })

  test('find an entry that is not there', async () => {
    const {'_bib-two': _, ...pages} = right.pages
    const made = await reasons({...right, pages: pages as typeof right.pages})
    expect(made).toEqual(['Expected the entry _bib-two in the bibliography.'])
  })

  test('find an entry without its way back', async () => {
    const made = await reasons({...right, links: [[], ['fn-a-1', 'fn-a-2'], []]})
    expect(made).toEqual(['Expected 2 links from the bibliography to the note fn-a-2; it has 1.'])
  })

  test('find a bibliography that is not there', async () => {
    const made = await reasons({...right, pages: {...right.pages, _bibliography: -1}})
    expect(made[0]).toBe('Expected the bibliography.')
  })
})
