import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {describe, expect, test} from 'vitest'
import {editTexts} from '../../build/outputs.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import {isParent, textOf} from '../../build/structure/tree.ts'
import {invert} from '../../build/text/invert.ts'
import type {Correction} from '../../build/text/correction.ts'
import {isCorrect} from '../../build/text/record.ts'
import {readOriginal} from '../../scripts/specimen/read-original.ts'
import type {Original, Sign} from '../../scripts/specimen/read-original.ts'
import {captured, specimenTexts} from '../../scripts/specimen/specimen.ts'
import {project} from '../../scripts/workspace.ts'

const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])
const edited = new Map(
  editTexts(edition.texts, 'per-text').map((one): [string, TextEdition] => [one.text.id, one]),
)

/** The words of a text as they were before it was damaged. */
const lettersOf = (signs: readonly Sign[]): string => signs.map(({char}) => char).join('')

/** One blank for any. */
const squeeze = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

/** The undamaged text, as far as its pages were captured. */
function originalWords({blocks, notes}: Original, isCut: boolean): {body: string; notes: string[]} {
  const whole = squeeze(blocks.map(({signs}) => lettersOf(signs)).join(' '))
  const from = isCut ? whole.indexOf(captured.from) : 0
  const to = isCut ? whole.indexOf(captured.to) + captured.to.length : whole.length
  return {
    body: whole.slice(from, to),
    notes: [...notes.values()].map((signs) => squeeze(lettersOf(signs))),
  }
}

/** The words of the edition. What was supplied by conjecture stands in brackets of the edition's. */
function editedWords({tree, text}: TextEdition): {body: string; notes: string[]} {
  const supplied = text.records.flatMap((record) => {
    const isConjecture = isCorrect(record) && record.evidence === 'conjecture'
    return isConjecture ? (record.reading.match(/\[[^\]]*\]/g) ?? []) : []
  })
  const plain = (words: string): string =>
    supplied.reduce((rest, one) => rest.replace(one, one.slice(1, -1)), words)
  const notes = new Map<string, string[]>()
  const body: string[] = []
  for (const block of blocksOf(tree)) {
    const words = plain(squeeze(wordsOfBlock(block).text))
    if (block.note === undefined) body.push(words)
    else notes.set(block.note, [...(notes.get(block.note) ?? []), words])
  }
  return {body: squeeze(body.join(' ')), notes: [...notes.values()].map((one) => one.join(' '))}
}

/** The runs of words that stand in nodes of a type, in the body or anywhere. */
function runsOf(tree: Nodes, type: Nodes['type']): string[] {
  if (tree.type === type) return [squeeze(textOf(tree))]
  return isParent(tree) ? tree.children.flatMap((child) => runsOf(child, type)) : []
}

/** The runs of italics of an undamaged text. */
function italicsOf(signs: readonly Sign[]): string[] {
  const marked = signs.map(({char, isItalic}) => (isItalic ? char : '\0')).join('')
  return marked
    .split(/\0+/)
    .map(squeeze)
    .filter((run) => run !== '')
}

test('the specimen has the texts that the script damages, and no finding', () => {
  expect([...edited.keys()]).toEqual(specimenTexts.map(({id}) => id))
  expect(edition.findings).toEqual([])
  for (const {findings} of edited.values()) expect(findings).toEqual([])
})

describe.each(specimenTexts)('$id', ({id, file, damage}) => {
  const one = edited.get(id) as TextEdition
  const isCut = one.text.marks.some(({type}) => type === 'cut')
  const read = async (): Promise<string> =>
    readFile(join(project, 'tests', 'fixtures', 'specimen', `${id}.md`), 'utf8')

  test('its source is what the script makes of the undamaged text', async () => {
    const source = await readFile(join(project, 'manuscript', 'specimen', 'sources', file), 'utf8')
    const damaged = damage(await read())
    expect(source).toBe(damaged.source)
    expect(damage(await read())).toEqual(damaged)
  })

  test('its source is damaged: without the records it is another text', async () => {
    const {body} = originalWords(readOriginal(await read()), isCut)
    expect(squeeze(one.text.source.value)).not.toContain(body.slice(0, 400))
    expect(one.text.records.filter(isCorrect).length).toBeGreaterThan(5)
  })

  test('repaired, it is the undamaged text again, word for word', async () => {
    const wanted = originalWords(readOriginal(await read()), isCut)
    const {body, notes} = editedWords(one)
    // A word that the last page cut keeps its hyphen.
    expect(isCut ? body.replace(/-$/, '') : body).toBe(wanted.body)
    expect(notes.toSorted()).toEqual(wanted.notes.toSorted())
  })

  test('repaired, it has its italics, headings and quotations again', async () => {
    const {blocks, notes} = readOriginal(await read())
    const inBlocks = blocks.flatMap(({signs}) => italicsOf(signs))
    const inNotes = [...notes.values()].flatMap((signs) => italicsOf(signs))
    expect(runsOf(one.tree, 'emphasis').toSorted()).toEqual([...inBlocks, ...inNotes].toSorted())
    const wordsOf = (kind: string): string[] =>
      blocks.filter((block) => block.kind === kind).map(({signs}) => squeeze(lettersOf(signs)))
    expect(runsOf(one.tree, 'heading')).toEqual(wordsOf('heading'))
    expect(runsOf(one.tree, 'blockquote')).toEqual(wordsOf('quotation'))
    expect(runsOf(one.tree, 'listItem')).toEqual(wordsOf('item'))
  })

  test('the records can be undone: the source comes back', () => {
    const records = one.pieces.flatMap(({by}): Correction[] => (by ? [by] : []))
    expect(invert(one.corrected, records)).toBe(one.text.source.value)
  })
})
