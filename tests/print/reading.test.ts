import {PDFArray, PDFDict, PDFDocument, PDFName} from 'pdf-lib'
import type {PDFRef} from 'pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import {auditPdf} from '../../build/audit/audit-pdf.ts'
import {auditPdfBook} from '../../build/audit/audit-pdf-book.ts'
import type {PdfFile, PdfNode, PdfPage} from '../../build/audit/pdf-model.ts'
import {extractors} from './extractors.ts'
import {layOut} from './lay-out.ts'
import type {LaidOut} from './lay-out.ts'
import {paragraphs, prose} from '../../scripts/bench/prose.ts'

const value = `# Difficult Affairs

${paragraphs(3, 90)}

The officials’ offices filed affidavits on the first floor; fjords, afflictions, and the flow of coffee. In 1943–49, Xi’an, Hsiʼan, Chūsotairitsu, Sŏl, Ćwik and 如为虚名 were read.

${prose(80)}[^1]

## On Names[^2]

${paragraphs(4, 110)}

> ${prose(60, 'quoted')}[^3]

[^1]: Ffestiniog, baffling. ${prose(30, 'one')}

[^2]: ${prose(20, 'two')}

[^3]: ${prose(20, 'three')}
`

let made: LaidOut
let file: PdfFile

beforeAll(async () => {
  made = await layOut([value, paragraphs(3, 100)])
  file = made.file
  expect(made.findings.map(String)).toEqual([])
})

test('the same edition is the same file', async () => {
  const again = await layOut([value, paragraphs(3, 100)])
  expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(made.bytes))).toBe(0)
  await again.file.close()
})

describe('the objects of the file', () => {
  let document: PDFDocument
  const name = (words: string): PDFName => PDFName.of(words)
  const all = (): PDFDict[] =>
    document.context
      .enumerateIndirectObjects()
      .flatMap(([, one]) => (one instanceof PDFDict ? [one] : []))

  beforeAll(async () => {
    document = await PDFDocument.load(made.bytes)
  })

  test('every note has an id of its own, and the list of ids leads to it', () => {
    const notes = all().filter((one) => one.get(name('S')) === name('Note'))
    expect(notes).toHaveLength(3)
    expect(new Set(notes.map((one) => String(one.get(name('ID'))))).size).toBe(3)
    const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
    const leaf = root
      .lookup(name('IDTree'), PDFDict)
      .lookup(name('Kids'), PDFArray)
      .lookup(0, PDFDict)
    const names = leaf.lookup(name('Names'), PDFArray)
    expect(names.size()).toBe(6)
    for (let at = 0; at < names.size(); at += 2) {
      expect(String(names.lookup(at + 1, PDFDict).get(name('ID')))).toBe(String(names.get(at)))
    }
  })

  test('every run of words leads back to the element that holds it', () => {
    const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
    const numbers = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
    let runs = 0
    document.getPages().forEach((page, index) => {
      const key = page.node.lookup(name('StructParents'))
      const at = numbers
        .asArray()
        .findIndex((one, place) => place % 2 === 0 && String(one) === String(key))
      const parents = at < 0 ? null : numbers.lookup(at + 1)
      for (const [id, ref] of (parents instanceof PDFArray ? parents.asArray() : []).entries()) {
        const element = document.context.lookup(ref)
        if (!(element instanceof PDFDict)) continue
        const held = element.lookup(name('K'))
        const kids = held instanceof PDFArray ? held.asArray() : [held]
        const isThere = kids.some((kid) => {
          if (kid instanceof PDFDict) return String(kid.get(name('MCID'))) === String(id)
          return String(kid) === String(id) && element.get(name('Pg')) === page.ref
        })
        expect(isThere, `page ${index}, run ${id}`).toBe(true)
        runs++
      }
    })
    expect(runs).toBeGreaterThan(50)
  })

  test('every note follows the block that calls it, and every child knows its parent', () => {
    const elements = new Map(
      document.context
        .enumerateIndirectObjects()
        .filter(([, one]) => one instanceof PDFDict && one.get(name('S'))),
    )
    for (const [ref, one] of elements) {
      const kids = (one as PDFDict).lookup(name('K'))
      for (const kid of kids instanceof PDFArray ? kids.asArray() : []) {
        const child = elements.get(kid as PDFRef)
        if (child) expect((child as PDFDict).get(name('P'))).toBe(ref)
      }
    }
    for (const [ref, one] of elements) {
      if ((one as PDFDict).get(name('S')) !== name('Note')) continue
      const parent = elements.get((one as PDFDict).get(name('P')) as PDFRef) as PDFDict
      const siblings = parent.lookup(name('K'), PDFArray).asArray()
      const before = elements.get(siblings[siblings.indexOf(ref) - 1] as PDFRef) as PDFDict
      expect(['/P', '/H2']).toContain(String(before.get(name('S'))))
    }
  })

  test('every link is part of the structure, and pages with links are read in its order', () => {
    const links = all().filter((one) => one.get(name('Subtype')) === name('Link'))
    const parts = all().flatMap((one) => {
      const kids = one.lookup(name('K'))
      return kids instanceof PDFArray ? kids.asArray() : []
    })
    const named = parts.filter((kid) => {
      const part = document.context.lookup(kid)
      return part instanceof PDFDict && part.get(name('Type')) === name('OBJR')
    })
    expect(links.length).toBeGreaterThan(6)
    expect(named).toHaveLength(links.length)
    for (const link of links) expect(link.get(name('StructParent'))).toBeDefined()
    for (const page of document.getPages()) {
      if (page.node.Annots()) expect(page.node.get(name('Tabs'))).toBe(name('S'))
    }
  })

  test('every font is embedded and says which letters it shows; the file has an id and no lock', () => {
    const fonts = all().filter((one) => one.get(name('Subtype')) === name('Type0'))
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font.get(name('ToUnicode'))).toBeDefined()
    const descriptors = all().filter((one) => one.get(name('Type')) === name('FontDescriptor'))
    for (const one of descriptors) expect(one.get(name('FontFile2'))).toBeDefined()
    expect(document.context.trailerInfo.ID).toBeDefined()
    expect(document.context.trailerInfo.Encrypt).toBeUndefined()
  })
})

describe('three programs copy the words as they are', () => {
  for (const [name, extract] of Object.entries(extractors)) {
    test(name, async () => {
      const words = (await extract(made.bytes)).replaceAll(/\s+/g, ' ')
      const wanted =
        'The officials’ offices filed affidavits on the first floor; fjords, afflictions, and the flow of coffee.'
      expect(words).toContain(wanted)
      expect(words).toContain('Ffestiniog, baffling.')
      for (const word of ['1943–49', 'Xi’an', 'Chūsotairitsu', 'Sŏl', 'Ćwik', '如为虚名']) {
        expect(words).toContain(word)
      }
      expect(words).toContain('Hsi\u02BCan')
      expect(words).not.toMatch(/[\uFB00-\uFB06\uFFFD\u00AD]/)
    })
  }
})

/** A copy of the file in which a page is changed. */
function changed(index: number, change: (page: PdfPage) => Partial<PdfPage>): PdfFile {
  const page = file.pages[index] as PdfPage
  return {...file, pages: file.pages.with(index, {...page, ...change(page)})}
}

/** A copy of a tree in which elements are changed or left out. */
function mapTree(node: PdfNode, change: (node: PdfNode) => PdfNode | null): PdfNode | null {
  const own = change(node)
  if (own?.kind !== 'element') return own
  const children = own.children.map((child) => mapTree(child, change)).filter((one) => one !== null)
  return {...own, children}
}

describe('the audit of the PDF notices', () => {
  const pageWith = (words: string): number =>
    file.pages.findIndex(({tree}) => JSON.stringify(tree).includes(words))
  const audit = async (one: PdfFile): Promise<(string | undefined)[]> => {
    const [first] = made.texts
    if (!first) throw new Error('No text')
    const findings = await auditPdf(one, first.text, {name: 'case.pdf', late: new Set()})
    return findings.map(({ruleId}) => ruleId)
  }
  const auditBook = async (one: PdfFile): Promise<(string | undefined)[]> => {
    const findings = await auditPdfBook(one, {
      name: 'case.pdf',
      title: 'Cases',
      language: 'en',
      texts: ['case0', 'case1'],
    })
    return [...new Set(findings.map(({ruleId}) => ruleId))]
  }
  const inTree = (words: string, change: (node: PdfNode) => PdfNode | null): PdfFile =>
    changed(pageWith(words), ({tree}) => ({tree: tree && mapTree(tree, change)}))

  test('nothing, when all is right', async () => {
    expect([...(await audit(file)), ...(await auditBook(file))]).toEqual([])
  })

  test("a word that is missing: 'audit-residual'", async () => {
    const without = inTree('fjords', (node) =>
      node.kind === 'content'
        ? {...node, content: {...node.content, words: node.content.words.replace(/fjords,\s/, '')}}
        : node,
    )
    expect(await audit(without)).toEqual(['audit-residual'])
  })

  test("a note that is missing: 'audit-residual'", async () => {
    const without = inTree('Ffestiniog', (node) =>
      node.kind === 'element' && node.role === 'Note' ? null : node,
    )
    expect(await audit(without)).toEqual(['audit-residual'])
  })

  test("a text that is missing: 'audit-missing'", async () => {
    const without = {...file, pageOf: () => Promise.resolve(-1)}
    expect(await audit(without)).toEqual(['audit-missing'])
  })

  test("a note on another page than its call: 'audit-note-page'", async () => {
    const here = pageWith('Ffestiniog')
    const moved = {
      ...file,
      pageOf: async (name: string) => (name === 'fnref-case0-1' ? here + 1 : file.pageOf(name)),
    }
    expect(await audit(moved)).toEqual(['audit-note-page'])
    const uncalled = changed(here, ({links}) => ({
      links: links.filter(({target}) => target !== 'fn-case0-1'),
    }))
    expect(await audit(uncalled)).toEqual(['audit-note-page'])
  })

  test("a number in the margin that no mark gave: 'audit-page'", async () => {
    const added = changed(pageWith('fjords'), ({artifacts}) => ({
      artifacts: [...artifacts, {words: '[12]', left: 2, right: 20, bottom: 400}],
    }))
    expect(await audit(added)).toEqual(['audit-page'])
  })

  test("a wrong number in the contents, an outline that leads elsewhere: 'audit-contents'", async () => {
    const labels = changed(pageWith('fjords'), () => ({label: '77'}))
    expect(await auditBook(labels)).toEqual(['audit-contents'])
    const folios = changed(pageWith('fjords'), ({artifacts}) => ({
      artifacts: artifacts.map((one) => ({...one, words: one.words.replace(/^\d+$/, '99')})),
    }))
    expect(await auditBook(folios)).toEqual(['audit-contents'])
    const bare = inTree('Contents', (node) =>
      node.kind === 'element' && node.role === 'TOCI' ? null : node,
    )
    expect(await auditBook(bare)).toEqual(['audit-contents'])
    const outline = file.outline.map((entry) => ({...entry, page: 0}))
    expect(await auditBook({...file, outline})).toEqual(['audit-contents'])
  })

  test("what those who cannot see it could not read: 'audit-structure'", async () => {
    for (const fault of [
      {isTagged: false},
      {showsTitle: false},
      {hasMetadata: false},
      {isActive: true},
      {language: ''},
      {title: 'Untitled'},
    ]) {
      const facts = {...file.facts, ...fault}
      expect(await auditBook({...file, facts}), JSON.stringify(fault)).toEqual(['audit-structure'])
    }
    const mute = changed(pageWith('Ffestiniog'), ({links}) => ({
      links: links.map((link) => ({...link, description: ''})),
    }))
    expect(await auditBook(mute)).toEqual(['audit-structure'])
    const painted = changed(4, () => ({untagged: 1}))
    expect(await auditBook(painted)).toEqual(['audit-structure'])
    const strange = inTree('fjords', (node) =>
      node.kind === 'element' && node.role === 'P' ? {...node, role: 'Marquee'} : node,
    )
    expect(await auditBook(strange)).toEqual(['audit-structure'])
  })
})
