import {EpubCheck} from '@likecoin/epubcheck-ts'
import {strFromU8, unzipSync} from 'fflate'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {beforeAll, describe, expect, test} from 'vitest'
import {auditText} from '../build/audit/audit-text.ts'
import {EditionPacker} from '../build/epub/edition-packer.ts'
import {labelsFor} from '../build/html/labels.ts'
import {editTexts, makeOutputs} from '../build/outputs.ts'
import type {Output} from '../build/made.ts'
import type {TextEdition} from '../build/model/edited-text.ts'
import {loadEdition} from '../build/store/load-edition.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'

const manuscript = fileURLToPath(new URL('fixtures/editions/', import.meta.url))

let edition: LoadedEdition
let texts: TextEdition[]
let outputs: readonly Output[]
let epub: Uint8Array
let files: Record<string, string>

async function make(numbering: 'per-text' | 'continuous' | 'printed'): Promise<Uint8Array> {
  const {config} = edition
  if (!config) throw new Error('The sampler has no configuration')
  texts = editTexts(edition.texts, numbering)
  const {identifier, modified} = config
  const made = await makeOutputs('sampler', config, texts, {identifier, modified})
  expect(made.findings).toEqual([])
  outputs = made.outputs
  return made.outputs[0]?.content as Uint8Array
}

beforeAll(async () => {
  edition = await loadEdition(manuscript, 'sampler', [])
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

describe('the EPUB', () => {
  test('passes the validator without a finding', async () => {
    const {messages} = await EpubCheck.validate(epub)
    expect(messages).toEqual([])
  })

  test('the validator notices a planted fault', async () => {
    const broken = files['OEBPS/text-ferry.xhtml']?.replace('href="#fn-ferry-1"', 'href="#nowhere"')
    const {messages} = await EpubCheck.validate(await repack({'text-ferry.xhtml': broken ?? ''}))
    expect(messages.length).toBeGreaterThan(0)
  })

  test('links every note both ways, the number and the link back first', () => {
    for (const text of ['lamp', 'ferry', 'clerk']) {
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
    const calls = elements('text-lamp.xhtml').filter((element) => has(element, 'noteref'))
    expect(calls.map(words)).toEqual(['1 [3]', '2 [4]'])
    const ferry = elements('text-ferry.xhtml').filter((element) => has(element, 'noteref'))
    expect(ferry.map(words)).toEqual(['1', '2', '3'])
    expect(ferry.flatMap(({children}) => children.map(({type}) => type))).not.toContain('element')
    const clerk = elements('text-clerk.xhtml').filter((element) => has(element, 'noteref'))
    expect(clerk.map(words)).toEqual(['1', 'see the last note', '2', '*'])
  })

  test('lists the pages of the print by text, in the order of the reading', () => {
    const nav = elements('toc.xhtml')
    const list = nav.find((element) => has(element, 'page-list')) as Element
    const links = elements('toc.xhtml').filter(
      (element) => element.name === 'a' && words(list).includes(words(element)),
    )
    const pages = links.filter((link) => link.attributes['href']?.includes('-pg-'))
    expect(pages.map(words)).toEqual(['12', '[4]', '[5]', '[6]'])
    for (const page of pages) {
      const [file = '', id] = page.attributes['href']?.split('#') ?? []
      const target = elements(file).find((element) => element.attributes['id'] === id)
      expect(target?.attributes['role']).toBe('doc-pagebreak')
      expect(target?.attributes['aria-label']).toBe(words(page))
    }
    const targets = elements('toc.ncx').filter(({name}) => name === 'pageTarget')
    const order = targets.map((target) => Number(target.attributes['playOrder']))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order).toHaveLength(4)
    const labels = elements('toc.ncx').filter(({name}) => name === 'navLabel')
    expect(labels.map(words)).toContain('What the Map Shows')
    for (const label of labels) expect([label.attributes, words(label)]).not.toEqual([{}, ''])
  })

  test('takes note references out of the contents', () => {
    const links = elements('toc.xhtml').filter(({name}) => name === 'a')
    expect(links.map(words)).toContain('Seals and Their Keepers')
    expect(links.map(words).join()).not.toMatch(/\*/)
  })

  test('numbers paragraphs of the body, and only them', () => {
    const ids = elements('text-ferry.xhtml').flatMap((element) => element.attributes['id'] ?? [])
    expect(ids.filter((id) => /^ferry-p\d+$/.test(id))).toEqual([
      'ferry-p1',
      'ferry-p2',
      'ferry-p3',
    ])
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
    const tagged = elements('text-ferry.xhtml').find((element) => words(element) === '渡し場')
    expect(tagged?.attributes).toMatchObject({lang: 'ja', 'xml:lang': 'ja'})
  })

  test('counts what was corrected', () => {
    const about = elements('about.xhtml')
      .filter(({name}) => name === 'li')
      .map(words)
    expect(about).toEqual(
      expect.arrayContaining([
        '2 lost ligatures restored',
        '1 misread number corrected',
        '1 lost passage supplied',
        '3 passages joined across breaks',
        '1 doubtful place left as it stands',
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
    ['lamp', 'ferry', 'clerk'].map((text) =>
      elements(`text-${text}.xhtml`, read(bytes))
        .filter((element) => has(element, 'noteref'))
        .map(words),
    )

  test('continuous: counts on through the texts', async () => {
    expect(numbers(await make('continuous'))).toEqual([
      ['1 [3]', '2 [4]'],
      ['3 [1]', '4 [2]', '5 [3]'],
      ['6 [1]', 'see the last note', '7 [2]', '*'],
    ])
  })

  test('printed: keeps the numbers of the print', async () => {
    expect(numbers(await make('printed'))).toEqual([
      ['3', '4'],
      ['1', '2', '3'],
      ['1', 'see the last note', '2', '*'],
    ])
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
  test('finds nothing in what was built', () => {
    for (const {text} of texts) expect(auditText(epub, 'sampler.epub', text)).toEqual([])
  })

  test.each([
    ['a lost word', 'customs house', 'house'],
    ['a doubled word', 'customs house', 'customs customs house'],
    ['a changed word', 'customs house', 'custom house'],
    ['two words in the wrong order', 'customs house', 'house customs'],
    ['words glued', 'customs house', 'customshouse'],
    ['a word added unmarked', 'customs house', 'customs house, so they say,'],
    ['a word of a note in the body', 'The ferryman said:', 'The ferryman whole said:'],
    ['a note cut short', ' for a whole column.', ' for'],
    ['the words of one note in another', ' for a whole column.</p></div>', '</p></div>'],
    ['a wrong number of a note', '>3</a>', '>8</a>'],
  ])('finds %s', async (_, from, to) => {
    const name = 'text-ferry.xhtml'
    const before = files[`OEBPS/${name}`] ?? ''
    expect(before).toContain(from)
    const tampered = await repack({[name]: before.replace(from, to)})
    const text = texts.find((one) => one.text.id === 'ferry')?.text
    const findings = text ? auditText(tampered, 'sampler.epub', text) : []
    expect(findings.map(({ruleId}) => ruleId)).toContain('audit-residual')
    expect(findings[0]?.line).toBeGreaterThan(0)
  })

  test.each([
    ['audit-link', 'a call that leads to another note', 'href="#fn-ferry-1"', 'href="#fn-ferry-2"'],
    ['audit-link', 'a call that leads nowhere', 'href="#fn-ferry-1"', 'href="#nowhere"'],
    [
      'audit-link',
      'a note that leads back to another',
      'href="#fnref-ferry-3"',
      'href="#fnref-ferry-2"',
    ],
    ['audit-page', 'a lost page', 'aria-label="[5]"', 'aria-label="[6]"'],
  ])('finds (%s) %s', async (rule, _, from, to) => {
    const name = 'text-ferry.xhtml'
    const before = files[`OEBPS/${name}`] ?? ''
    expect(before).toContain(from)
    const tampered = await repack({[name]: before.replace(from, to)})
    const text = texts.find((one) => one.text.id === 'ferry')?.text
    const findings = text ? auditText(tampered, 'sampler.epub', text) : []
    expect(new Set(findings.map(({ruleId}) => ruleId))).toEqual(new Set([rule]))
  })

  test('finds a text that is not there', async () => {
    const text = texts[0]?.text
    const lost = await repack({'text-lamp.xhtml': null})
    const findings = text ? auditText(lost, 'sampler.epub', text) : []
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['audit-missing'])
  })
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

test('the cleaned manuscripts are as they were', () => {
  for (const {name, content} of outputs.slice(1)) {
    const golden = new URL(`fixtures/editions/expected/${name}`, import.meta.url)
    expect(content).toBe(readFileSync(golden, 'utf8'))
  }
})

/** The archive with some chapters replaced, or left out. */
async function repack(changed: Record<string, string | null>): Promise<Uint8Array> {
  const take = (name: string): string => files[`OEBPS/${name}`] ?? ''
  const names = Object.keys(files).filter((name) => /^OEBPS\/(?!toc).*\.xhtml$/.test(name))
  const chapters = names.flatMap((name) => {
    const href = name.replace('OEBPS/', '')
    const content = href in changed ? changed[href] : take(href)
    return typeof content === 'string' ? [{href, content}] : []
  })
  const cover = unzipSync(epub)['OEBPS/images/cover.png'] ?? new Uint8Array()
  return new EditionPacker({
    title: 'T',
    identifier: 'urn:x:y',
    language: 'en',
    modified: '2026-01-31T12:00:00Z',
    packageDocument: take('content.opf'),
    nav: take('toc.xhtml'),
    ncx: take('toc.ncx'),
    css: take('style.css'),
    chapters,
    files: [{href: 'images/cover.png', content: cover}],
  }).pack()
}
