import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {noCitations} from '../../build/bibliography/citation.ts'
import type {Citation} from '../../build/bibliography/citation.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {citeTexts} from '../../build/cite-texts.ts'
import {glossesOf} from '../../build/html/glosses.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {editTexts} from '../../build/outputs.ts'
import {exportNotes} from '../../build/review/export.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {plainText} from '../../scripts/bench/plain-edition.ts'
import {project} from '../../scripts/workspace.ts'

const specimen = await loadEdition(join(project, 'manuscript'), 'specimen', [])

/** A note with what it cites: the words of each citation stand in those of the note. */
interface Note {
  readonly words: string
  readonly citations: readonly (Pick<
    Citation,
    'id' | 'item' | 'form' | 'locator' | 'antecedent'
  > & {
    readonly words: string
  })[]
}

/** The notes of a text of the specimen, in their order. */
const notes: readonly Note[] = editTexts(specimen.texts, 'per-text')
  .filter(({text}) => text.id === 'footnote')
  .flatMap((one) => {
    const placed = citationsOf(one.tree, one.text.citations.citations)
    return exportNotes(one).map((note): Note => {
      const own = placed.filter((cited) => `${one.text.id}-${cited.note}` === note.id)
      const citations = own.map(({citation: {id, item, form, locator, antecedent}, words}) => {
        return {id, item, form, locator, antecedent, words}
      })
      return {words: note.text, citations}
    })
  })

const stranger: Note = {
  words: 'Edgar Snow, Red Star over China (London: Victor Gollancz, 1937).',
  citations: [
    {
      id: 'x.1.a',
      item: 'snow1937',
      form: 'full',
      antecedent: undefined,
      words: 'Edgar Snow, Red Star over China (London: Victor Gollancz, 1937)',
    },
  ],
}

/** Make a text with these notes, and follow what they cite. */
function cite(list: readonly Note[]) {
  const calls = list.map((_, index) => `A sentence with a note.[^${index + 1}]`).join(' ')
  let source = `${calls}\n`
  const citations: Citation[] = []
  list.forEach((note, index) => {
    source += `\n[^${index + 1}]: `
    let from = 0
    for (const {words, ...fields} of note.citations) {
      from = note.words.indexOf(words, from)
      expect(from, `${fields.id} in its note`).toBeGreaterThanOrEqual(0)
      const start = source.length + from
      const place = {line: citations.length + 1, column: 1}
      const origin = {file: 'citations.yaml', place}
      citations.push({...fields, start, end: start + words.length, origin})
    }
    source += `${note.words}\n`
  })
  const text = plainText(source, 'moved')
  const edited = {...text, citations: {...noCitations, citations}}
  const texts = editTexts([edited], 'printed')
  const cited = citeTexts(texts, specimen.bibliography, false)
  return {
    findings: [...texts.flatMap(({findings}) => findings), ...cited.findings],
    glosses: glossesOf(cited, labelsFor('en'), false),
    placeOf: (id: string) => citations.find((one) => one.id === id)?.origin.place.line,
  }
}

/** Every citation that goes back is right, or found fault with, both places named. */
function expectRight(list: readonly Note[]): void {
  const {findings, glosses, placeOf} = cite(list)
  const order = list.flatMap(({citations}) => citations)
  const faults = findings.filter(({ruleId}) => ruleId === 'citation-antecedent')
  const others = findings.filter(({ruleId}) => ruleId !== 'citation-antecedent')
  // A work cited in short before it is cited in full, and an Ibid. over another citation, are warnings.
  const allowed = ['citation-early', 'citation-jump']
  expect(others.filter(({ruleId}) => !allowed.includes(String(ruleId)))).toEqual([])
  const jumps = others.filter(({ruleId}) => ruleId === 'citation-jump').map(({line}) => line)
  let found = 0
  let before: string | undefined
  order.forEach(({id, form, antecedent}, index) => {
    if (antecedent !== undefined) {
      const at = order.findIndex((other) => other.id === antecedent)
      const fault = faults.find(({line}) => line === placeOf(id))
      if (at === -1 || at > index) {
        found++
        expect(fault?.reason).toContain(`\`${antecedent}\``)
        // Where the antecedent is lost, what stands in its place is named.
        const other = at === -1 ? before : antecedent
        expect(fault?.note).toBe(other && `See citations.yaml:${placeOf(other)}:1`)
      } else {
        expect(fault).toBeUndefined()
        if (form === 'ibid') {
          const gloss = JSON.stringify(glosses.get(id)?.gloss)
          expect(gloss).toContain('Grafton')
          expect(gloss).toContain('bib-grafton1997')
          expect(gloss.includes('near'), `${id} after ${before}`).toBe(before === antecedent)
          expect(jumps.includes(placeOf(id))).toBe(before !== antecedent)
        }
      }
    }
    if (form !== 'mention') before = id
  })
  expect(faults).toHaveLength(found)
}

const places = Array.from({length: notes.length + 1}, (_, index) => index)
const without = (index: number): Note[] => notes.filter((_, at) => at !== index)

describe('the notes of the specimen', () => {
  test('hold as they are', () => {
    expect(notes.length).toBe(15)
    expect(notes.flatMap(({citations}) => citations).length).toBe(16)
    expectRight(notes)
  })

  test.each(places)('hold when a note is inserted at %i', (at) => {
    expectRight([...notes.slice(0, at), stranger, ...notes.slice(at)])
  })

  test.each(places.slice(1))('hold, or say what is broken, when note %i is deleted', (number) => {
    expectRight(without(number - 1))
  })

  test.each(places.slice(1))('hold, or say what is broken, wherever note %i is moved', (number) => {
    const note = notes[number - 1] as Note
    const rest = without(number - 1)
    for (let at = 0; at <= rest.length; at++) {
      expectRight([...rest.slice(0, at), note, ...rest.slice(at)])
    }
  })

  test('are broken by a reader who counts places: an Ibid. between which and its work one is put', () => {
    const broken = places.filter((at) => {
      const moved = [...notes.slice(0, at), stranger, ...notes.slice(at)]
      const order = moved.flatMap(({citations}) => citations).filter(({form}) => form !== 'mention')
      return order.some(({form, item}, index) => form === 'ibid' && order[index - 1]?.item !== item)
    })
    expect(broken).toEqual([5, 13])
  })
})
