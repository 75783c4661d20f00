import {readFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {PDFDict, PDFDocument, PDFName} from 'pdf-lib'
import {beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {checkEditorsClaims} from '../build/check-editors-claims.ts'
import {checkNames} from '../build/check-names.ts'
import {drawPictures} from '../build/draw-pictures.ts'
import {citeTexts} from '../build/cite-texts.ts'
import {noMatter} from '../build/matter/matter.ts'
import {noNames} from '../build/names/name.ts'
import {editTexts, makeOutputs} from '../build/outputs.ts'
import type {TextEdition} from '../build/model/edited-text.ts'
import {exportNotes} from '../build/review/export.ts'
import type {ExportedNote} from '../build/review/export.ts'
import {loadEdition} from '../build/store/load-edition.ts'
import {quotationBudget} from '../build/store/quotation-budget.ts'
import {blocksOf, wordsOfBlock} from '../build/structure/locators.ts'
import {invert} from '../build/text/invert.ts'
import type {Correction} from '../build/text/correction.ts'
import {openWorkspace, project} from '../scripts/workspace.ts'
import {extractors} from './print/extractors.ts'
import {machine} from './print/lay-out.ts'

const {manuscript, sources} = openWorkspace({}, process.env)
const edition = await loadEdition(manuscript, 'course-reader', sources)
const lacks = edition.missing.map(({file}) => file).join(', ')

beforeEach(({skip}) => {
  skip(lacks !== '', `the sources of the course reader are not there (${lacks}); see the README`)
})

describe('the course reader', () => {
  let texts: Record<string, TextEdition>
  const {front, back} = edition.matter
  const {pictures, findings: drawn} = drawPictures([...front, ...back], edition.maps)
  const notes = (text: string): ExportedNote[] => exportNotes(texts[text] as TextEdition)
  const source = (text: string): string => texts[text]?.text.source.value ?? ''
  /** The words of the body, a block a line. */
  const body = (text: string): string =>
    blocksOf((texts[text] as TextEdition).tree)
      .filter((block) => block.note === undefined)
      .map((block) => wordsOfBlock(block).text.replaceAll(/\s+/g, ' '))
      .join('\n')

  beforeAll(() => {
    if (lacks !== '') return
    expect([...edition.findings, ...drawn]).toEqual([])
    const edited = editTexts(edition.texts, 'per-text')
    texts = Object.fromEntries(edited.map((one) => [one.text.id, one]))
  })

  test('is edited without a finding, conservation included', () => {
    for (const text of Object.values(texts)) expect(text.findings).toEqual([])
  })

  test('can be undone: the sources come back byte for byte', () => {
    for (const {corrected, pieces, text} of Object.values(texts)) {
      const back = invert(
        corrected,
        pieces.flatMap(({by}): Correction[] => (by ? [by] : [])),
      )
      const bytes = readFileSync(text.source.path)
      expect(Buffer.compare(Buffer.from(back), bytes)).toBe(0)
    }
  })

  test('claims nothing that its bases do not have, and binds every name', () => {
    const {config, names} = edition
    const all = Object.values(texts)
    expect(checkEditorsClaims(all, edition, config?.texts ?? [], 'en')).toEqual([])
    expect(checkNames(all, names, true)).toEqual([])
  })

  test('is a valid EPUB whose words are those of the sources', async () => {
    const {config} = edition
    if (!config) throw new Error('The course reader has no configuration')
    const {identifier, modified} = config
    const made = await makeOutputs('course-reader', config, Object.values(texts), {
      identifier,
      modified,
      cited: citeTexts(Object.values(texts), edition.bibliography, true),
      said: edition,
      pictures,
    })
    expect(made.findings).toEqual([])
    const {messages} = await EpubCheck.validate(made.outputs[0]?.content as Uint8Array)
    expect(messages).toEqual([])
  })

  test('is a PDF whose words are those of the sources, and stay so when they are copied', async () => {
    const {config} = edition
    if (!config) throw new Error('The course reader has no configuration')
    const {identifier, modified, paper} = config
    const pdf = {paper, machine, timeout: 60_000}
    const cited = citeTexts(Object.values(texts), edition.bibliography, true)
    // The texts with their annotations; the index and what stands before and behind them is the gates' to lay out.
    const said = {...edition, names: noNames, matter: noMatter}
    const options = {identifier, modified, cited, said, only: 'pdf', pdf} as const
    const made = await makeOutputs('course-reader', config, Object.values(texts), options)
    expect(made.findings).toEqual([])
    const [output] = made.outputs
    const bytes = output?.content as Uint8Array
    for (const [name, extract] of Object.entries(extractors)) {
      const words = await extract(bytes)
      expect(words.match(/officials/g)?.length, name).toBeGreaterThan(3)
      expect(words, name).not.toMatch(/[\uFB00-\uFB06\u02BC\uFFFD]/)
    }
    const faces = (await PDFDocument.load(bytes)).context
      .enumerateIndirectObjects()
      .flatMap(([, one]) =>
        one instanceof PDFDict ? [String(one.get(PDFName.of('BaseFont')))] : [],
      )
      .filter((name) => name !== 'undefined')
    expect(faces.length).toBeGreaterThan(5)
    for (const face of faces) expect(face).toMatch(/^\/[A-Z]{6}\+(?:SourceSerif4|NotoSerifSC)/)
  })

  test('quotes less than 5 % of any source', () => {
    for (const {text} of Object.values(texts))
      expect(quotationBudget(text).share).toBeLessThan(0.05)
  })

  test('binds every note the sources print: an independent count', () => {
    const raised = source('kuromiya').match(/[³⁴-⁹]/g) ?? []
    expect(notes('kuromiya').map(({printed}) => printed)).toEqual(
      raised.map((one) => one.normalize('NFKC')),
    )
    const feet = [...source('radchenko').matchAll(/^<sup>(\d+)<\/sup>/gm)].map((match) => match[1])
    expect(feet).toHaveLength(63)
    expect(notes('radchenko').map(({printed}) => printed)).toEqual(feet)
    const calls = source('nakajima').match(/<sup>\d+<\/sup>/g) ?? []
    expect(calls).toHaveLength(37)
    const numbered = notes('nakajima')
      .map(({printed}) => printed)
      .filter((printed) => /\d/.test(printed))
    expect(numbered).toEqual(Array.from({length: 37}, (_, index) => String(index + 1)))
    const signs = notes('nakajima').filter(({printed}) => printed === '*')
    expect(signs.map(({text}) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'On this topic,',
      'To this paper',
    ])
    expect(notes('nakajima').find(({printed}) => printed === '')?.id).toBe('nakajima-end')
    expect(notes('nakajima')).toHaveLength(40)
  })

  test('each note is called once, at a place that prints its number', () => {
    for (const text of ['kuromiya', 'radchenko', 'nakajima']) {
      for (const {id, marker, printed, references, spans} of notes(text)) {
        expect(references, id).toHaveLength(1)
        expect(spans.length, id).toBe(['radchenko-12', 'radchenko-43'].includes(id) ? 2 : 1)
        const misread: Record<string, string> = {'nakajima-34': '54', 'nakajima-37': '57'}
        const figures = marker.normalize('NFKC').replaceAll(/\D/g, '')
        if (/\d/.test(printed)) expect(figures, id).toBe(misread[id] ?? printed)
      }
    }
  })

  test('a note that a page cut is whole', () => {
    const {text} = notes('radchenko').find(({printed}) => printed === '12') as ExportedNote
    expect(text).toMatch(/AVPRF: fond 06, opis 7, papka 38, delo 560, l\. 7\.$/)
  })

  test('places the pages: 20 breaks after the first, inferred ones in brackets', () => {
    const marks = texts['radchenko']?.text.marks.filter(({type}) => type === 'page')
    expect(marks).toHaveLength(20)
    const pages = new Set(
      blocksOf((texts['radchenko'] as TextEdition).tree).flatMap(({runs}) =>
        runs.flatMap(({page}) => page ?? []),
      ),
    )
    expect([...pages]).toEqual(Array.from({length: 21}, (_, index) => `[${index + 9}]`))
    expect(blocksOf((texts['kuromiya'] as TextEdition).tree)[0]?.page).toBe('198')
    expect(blocksOf((texts['nakajima'] as TextEdition).tree)[0]?.page).toBeUndefined()
  })

  test('mends what the text layer lost, and joins the cut word to nothing', () => {
    const words = body('kuromiya')
    for (const word of [
      'affairs',
      'officials',
      'influence',
      'find',
      'fighting',
      'maintain',
      'Mongolian',
    ]) {
      expect(words).toContain(` ${word}`)
    }
    expect(words).toContain('1937–[38]. Stalin')
    expect(words).toContain('the New York Times correspondent')
    expect(words.trimEnd()).toMatch(/ de-$/)
    expect(words).not.toContain('Conclusion')
  })

  test('raised letters are no notes', () => {
    expect(source('radchenko').match(/<sup>(?:st|nd|rd|th)<\/sup>/g)).toHaveLength(5)
    expect(body('radchenko')).toContain('on the 22nd of that month')
  })

  test('no rule touches the romanized names', () => {
    for (const {text} of [texts['radchenko'], texts['nakajima']] as TextEdition[]) {
      // What was misread in numbers of notes is no letter.
      const hits = text.records.filter(({by, lemma}) => by !== 'ed' && /\p{L}/u.test(lemma))
      expect(hits.map(({id}) => id)).toEqual([])
    }
    for (const name of ["Ch'en Shao-yü", 'Ssü-hsiang', "Ch'i Pen-yü", 'Hŏ Ka-i']) {
      expect(body('nakajima')).toContain(name)
    }
  })
})

describe('the repository', () => {
  test('holds no run of more than twelve words of a source', () => {
    const words = (text: string): string[] =>
      text
        .replaceAll(/<[^>]*>/g, ' ')
        .normalize('NFKC')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []
    const runs = new Set<string>()
    const addRuns = (list: string[], add: (run: string) => void): void => {
      for (let index = 0; index + 12 < list.length; index++)
        add(list.slice(index, index + 13).join(' '))
    }
    for (const {text} of editTexts(edition.texts, 'per-text')) {
      addRuns(words(text.source.value), (run) => runs.add(run))
    }
    expect(runs.size).toBeGreaterThan(10_000)
    const tracked = execFileSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      {cwd: project},
    )
    const found: string[] = []
    for (const name of tracked.toString().split('\0').filter(Boolean)) {
      const bytes = readFileSync(join(project, name))
      if (bytes.includes(0)) continue
      addRuns(words(bytes.toString()), (run) => {
        if (runs.has(run)) found.push(`${name}: ${run.slice(0, 40)}…`)
      })
    }
    expect(found).toEqual([])
  })
})
