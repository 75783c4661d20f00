import {EpubCheck} from '@likecoin/epubcheck-ts'
import {strFromU8, unzipSync} from 'fflate'
import {readFile, writeFile} from 'node:fs/promises'
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {beforeAll, describe, expect, test} from 'vitest'
import {auditText} from '../../build/audit/audit-text.ts'
import {epubLanguage} from '../../build/epub/epub-language.ts'
import {EditionPacker} from '../../build/epub/edition-packer.ts'
import type {Finding} from '../../build/finding.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import type {Output} from '../../build/made.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {tamper} from '../epub/tamper.ts'
import {isUpdating} from '../open-case.ts'
import {manuscript} from './open-specimen.ts'

let edition: LoadedEdition
let texts: TextEdition[]
let outputs: readonly Output[]
let epub: Uint8Array
let files: Record<string, string>

async function make(numbering: 'per-text' | 'continuous' | 'printed'): Promise<Uint8Array> {
  const {config} = edition
  if (!config) throw new Error('The specimen has no configuration')
  texts = editTexts(edition.texts, numbering)
  const {identifier, modified} = config
  const made = await makeOutputs('specimen', config, texts, {identifier, modified})
  expect(made.findings).toEqual([])
  outputs = made.outputs
  return made.outputs[0]?.content as Uint8Array
}

beforeAll(async () => {
  edition = await loadEdition(manuscript, 'specimen', [])
  expect(edition.findings).toEqual([])
  epub = await make('per-text')
  files = read(epub)
})

function read(bytes: Uint8Array): Record<string, string> {
  const entries = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)])
  return Object.fromEntries(entries) as Record<string, string>
}

/** All elements of a file, in the order of the document. */
function elements(name: string, from = files): Element[] {
  const found: Element[] = []
  const walk = (node: Root | Element): void => {
    if (node.type === 'element') found.push(node)
    for (const child of node.children) if (child.type === 'element') walk(child)
  }
  walk(fromXml(from[`OEBPS/${name}`] ?? ''))
  return found
}

function words(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? words(child) : '',
    )
    .join('')
}

const has = (element: Element, type: string): boolean => element.attributes['epub:type'] === type
/** Whether an element calls a note of the author: annotations are a series of their own. */
const isNumber = (element: Element): boolean =>
  has(element, 'noteref') && !String(element.attributes['class']).includes('annotref')

describe('the EPUB', () => {
  test('passes the validator without a finding', async () => {
    const {messages} = await EpubCheck.validate(epub)
    expect(messages).toEqual([])
  })

  test('the validator notices a planted fault', async () => {
    const broken = tamper(epub, ({replace}) =>
      replace('OEBPS/text-footnote.xhtml', 'href="#fn-footnote-1"', 'href="#nowhere"'),
    )
    const {messages} = await EpubCheck.validate(broken)
    expect(messages.length).toBeGreaterThan(0)
  })

  test('links every note both ways, the number and the link back first', () => {
    for (const text of ['ligature', 'footnote', 'names']) {
      const all = elements(`text-${text}.xhtml`)
      const byId = new Map(all.map((element) => [element.attributes['id'], element]))
      const calls = all.filter((element) => has(element, 'noteref'))
      const notes = all.filter((element) => has(element, 'footnote'))
      expect(calls).toHaveLength(notes.length)
      for (const call of calls) {
        const note = byId.get(call.attributes['href']?.slice(1))
        expect(note && has(note, 'footnote')).toBe(true)
        const paragraph = note?.children.find((child) => child.type === 'element')
        const back = paragraph?.children[0] as Element
        expect(back.attributes['role']).toBe('doc-backlink')
        expect(back.attributes['href']).toBe(`#${call.attributes['id']}`)
        expect(all.indexOf(note as Element)).toBeGreaterThan(all.indexOf(call))
      }
    }
  })

  test('shows the printed number beside another one, and marks what it added', () => {
    const calls = elements('text-ligature.xhtml').filter((element) => has(element, 'noteref'))
    const numbers = (from: number, to: number, shift: number): string[] =>
      Array.from({length: to - from + 1}, (_, at) => `${from + at} [${from + at + shift}]`)
    expect(calls.map(words)).toEqual(numbers(1, 8, 2))
    const footnote = elements('text-footnote.xhtml').filter(isNumber)
    expect(footnote.map(words)).toEqual(Array.from({length: 15}, (_, at) => `${at + 1}`))
    expect(footnote.flatMap(({children}) => children.map(({type}) => type))).not.toContain(
      'element',
    )
    const names = elements('text-names.xhtml').filter((element) => has(element, 'noteref'))
    expect(names.map(words).slice(0, 4)).toEqual([
      'see the note at the end of this paper',
      '1',
      '*',
      '2',
    ])
  })

  test('lists the pages of the print by text, in the order of the reading', () => {
    const nav = elements('toc.xhtml')
    const list = nav.find((element) => has(element, 'page-list')) as Element
    const links = elements('toc.xhtml').filter(
      (element) => element.name === 'a' && words(list).includes(words(element)),
    )
    const pages = links.filter((link) => link.attributes['href']?.includes('-pg-'))
    expect(pages.map(words)).toEqual(['12', '13', '14', '[41]', '[42]', '[43]', '[44]'])
    for (const page of pages) {
      const [file = '', id] = page.attributes['href']?.split('#') ?? []
      const target = elements(file).find((element) => element.attributes['id'] === id)
      expect(target?.attributes['role']).toBe('doc-pagebreak')
      expect(target?.attributes['aria-label']).toBe(words(page))
    }
    const targets = elements('toc.ncx').filter(({name}) => name === 'pageTarget')
    const order = targets.map((target) => Number(target.attributes['playOrder']))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order).toHaveLength(7)
    const labels = elements('toc.ncx').filter(({name}) => name === 'navLabel')
    expect(labels.map(words)).toContain('The True Hyphen')
    for (const label of labels) expect([label.attributes, words(label)]).not.toEqual([{}, ''])
  })

  test('takes note references out of the contents', () => {
    const links = elements('toc.xhtml').filter(({name}) => name === 'a')
    expect(links.map(words)).toContain('Wade and Giles')
    expect(links.map(words).join()).not.toMatch(/\*/)
  })

  test('numbers paragraphs of the body, and only them', () => {
    const ids = elements('text-footnote.xhtml').flatMap((element) => element.attributes['id'] ?? [])
    expect(ids.filter((id) => /^footnote-p\d+$/.test(id))).toEqual(
      Array.from({length: 10}, (_, at) => `footnote-p${at + 1}`),
    )
  })

  test('uses only types of the vocabulary, and names its cover, language and files', () => {
    const known = new Set(
      'cover titlepage chapter footnotes footnote noteref backlink pagebreak imprint toc landmarks page-list frontmatter bodymatter backmatter'.split(
        ' ',
      ),
    )
    const chapters = Object.keys(files).filter((name) => name.endsWith('.xhtml'))
    for (const name of chapters) {
      for (const element of elements(name.replace('OEBPS/', ''))) {
        const type = element.attributes['epub:type']
        if (type) expect(known).toContain(type)
      }
    }
    const items = elements('content.opf').filter(({name}) => name === 'item')
    const hrefs = items.map((item) => `OEBPS/${item.attributes['href']}`)
    const packed = Object.keys(files).filter((name) => name.startsWith('OEBPS/'))
    expect(packed.filter((name) => name !== 'OEBPS/content.opf').toSorted()).toEqual(
      hrefs.toSorted(),
    )
    expect(items.filter(({attributes}) => attributes['properties'] === 'cover-image')).toHaveLength(
      1,
    )
    const languages = elements('content.opf').filter(({name}) => name === 'dc:language')
    expect(languages.map(words)).toEqual(['en'])
  })

  test('tags other languages in both ways', () => {
    const tagged = elements('text-names.xhtml').find((element) => words(element) === '蔣介石')
    expect(tagged?.attributes).toMatchObject({lang: 'zh-Hant', 'xml:lang': 'zh-Hant'})
    // No validator refuses a tag without variants.
    const term = elements('text-names.xhtml').find((element) => words(element) === 'Hanyu pinyin')
    expect(term?.attributes).toMatchObject({lang: 'zh-Latn', 'xml:lang': 'zh-Latn'})
  })

  test('counts what was corrected', () => {
    const about = elements('about.xhtml')
      .filter(({name}) => name === 'li')
      .map(words)
    expect(about).toEqual(
      expect.arrayContaining([
        '33 lost ligatures restored',
        '3 misread numbers corrected',
        '1 gap filled',
        '4 passages joined across breaks',
        '3 doubtful places left as they stand',
        '3 places seen and kept',
      ]),
    )
    expect(about.join()).not.toContain(labelsFor('en').kinds['markup/escape'][0])
  })

  test('has no script and no address that would be fetched', () => {
    for (const [name, content] of Object.entries(files)) {
      if (!/\.(?:xhtml|css)$/.test(name)) continue
      expect(content).not.toMatch(/<script|\son\w+=|url\(|src="(?:https?|file|data):/)
    }
  })
})

describe('numbering', () => {
  const numbers = (bytes: Uint8Array): string[][] =>
    ['ligature', 'footnote', 'names'].map((text) =>
      elements(`text-${text}.xhtml`, read(bytes)).filter(isNumber).map(words),
    )

  test('continuous: counts on through the texts', async () => {
    const [ligature, footnote, names] = numbers(await make('continuous'))
    expect(ligature?.at(-1)).toBe('8 [10]')
    expect([footnote?.[0], footnote?.at(-1)]).toEqual(['9 [1]', '23 [15]'])
    expect(names?.slice(1, 4)).toEqual(['24 [1]', '*', '25 [2]'])
  })

  test('printed: keeps the numbers of the print', async () => {
    const [ligature, footnote, names] = numbers(await make('printed'))
    expect(ligature).toEqual(['3', '4', '5', '6', '7', '8', '9', '10'])
    expect(footnote?.at(-1)).toBe('15')
    expect(names?.slice(1, 4)).toEqual(['1', '*', '2'])
  })
})

describe('the archive', () => {
  test('is the same whenever it is made', async () => {
    expect(Buffer.compare(await make('per-text'), epub)).toBe(0)
  })

  test('begins with its type, stored, and holds sorted files of one time', () => {
    const view = new DataView(epub.buffer, epub.byteOffset)
    expect(view.getUint16(8, true)).toBe(0)
    expect(strFromU8(epub.subarray(30, 38))).toBe('mimetype')
    expect(strFromU8(epub.subarray(38, 58))).toBe('application/epub+zip')
    const names = Object.keys(files)
    expect(names.some((name) => name.endsWith('/'))).toBe(false)
    expect(names.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'])
    expect(names.slice(3)).toEqual(names.slice(3).toSorted())
  })
})

describe('the audit', () => {
  /** What the audit finds when something in a chapter is replaced. */
  const findingsAfter = (from: string, to: string): Finding[] => {
    const tampered = tamper(epub, ({replace}) => replace('OEBPS/text-footnote.xhtml', from, to))
    const text = texts.find((one) => one.text.id === 'footnote')?.text
    return text ? auditText(tampered, 'specimen.epub', text) : []
  }

  test('finds nothing in what was built', () => {
    for (const {text} of texts) expect(auditText(epub, 'specimen.epub', text)).toEqual([])
  })

  test.each([
    ['a lost word', 'a bishop', 'bishop'],
    ['a doubled word', 'a bishop', 'a a bishop'],
    ['a changed word', 'a bishop', 'the bishop'],
    ['two words in the wrong order', 'a bishop', 'bishop a'],
    ['words glued', 'a bishop', 'abishop'],
    ['a word added unmarked', 'a bishop', 'a bishop, so they say,'],
    ['a word of a note in the body', 'and went on:', 'and Edward went on:'],
    ['a note cut short', ', first printed in 1745.', ', first'],
    ['the words of one note in another', ', first printed in 1745.</p></div>', '</p></div>'],
    ['a wrong number of a note', '>3</a>', '>8</a>'],
  ])('finds %s', (_, from, to) => {
    const findings = findingsAfter(from, to)
    expect(findings.map(({ruleId}) => ruleId)).toContain('audit-residual')
    expect(findings[0]?.line).toBeGreaterThan(0)
  })

  test.each([
    [
      'audit-link',
      'a call that leads to another note',
      'href="#fn-footnote-1"',
      'href="#fn-footnote-2"',
    ],
    ['audit-link', 'a call that leads nowhere', 'href="#fn-footnote-1"', 'href="#nowhere"'],
    [
      'audit-link',
      'a note that leads back to another',
      'href="#fnref-footnote-3"',
      'href="#fnref-footnote-2"',
    ],
    ['audit-page', 'a lost page', 'aria-label="[42]"', 'aria-label="[43]"'],
  ])('finds (%s) %s', (rule, _, from, to) => {
    const findings = findingsAfter(from, to)
    expect(new Set(findings.map(({ruleId}) => ruleId))).toEqual(new Set([rule]))
  })

  test('finds a text that is not there', () => {
    const text = texts[0]?.text
    const lost = tamper(epub, ({remove}) => remove('OEBPS/text-ligature.xhtml'))
    const findings = text ? auditText(lost, 'specimen.epub', text) : []
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['audit-missing'])
  })
})

test.each([
  ['en', 'en'],
  ['de-1996', 'de'],
  ['en-GB-oxendict', 'en-GB'],
  ['ja-Latn-hepburn', 'ja-Latn'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['es-419', 'es-419'],
  ['sl-rozaj-biske', 'sl'],
  ['zh-cmn-Hans', 'zh'],
])('the language %s is %s to an EPUB', (tag, written) => {
  expect(epubLanguage(tag)).toBe(written)
})

describe('the packer', () => {
  test('refuses to fetch anything', async () => {
    const packer = new EditionPacker({
      title: 'T',
      identifier: 'urn:x:y',
      language: 'en',
      modified: '2026-01-31T12:00:00Z',
      packageDocument: '',
      nav: '',
      ncx: '',
      css: '',
      chapters: [],
      files: [],
    })
    packer['images'].push({url: 'http://example.org/a.png'} as (typeof packer)['images'][number])
    await expect(packer.pack()).rejects.toThrow('never fetched')
  })
})

test('the cleaned manuscripts are as they were', async () => {
  expect(outputs.slice(1).map(({name}) => name)).toHaveLength(3)
  for (const {name, content} of outputs.slice(1)) {
    const golden = new URL(`../fixtures/${name.replace('.md', '.cleaned.md')}`, import.meta.url)
    if (isUpdating) await writeFile(golden, content)
    expect(content).toBe(await readFile(golden, 'utf8'))
  }
})
