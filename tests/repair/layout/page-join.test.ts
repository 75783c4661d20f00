import {describe, expect, test} from 'vitest'
import {pageJoin} from '../../../build/repair/layout/page-join.ts'
import {lookAt} from './looks.ts'

/** What the joins of a text make: its end, a stroke for the glue, and its start. */
function joinsOf(text: string, format: 'plain' | 'markdown' = 'markdown'): string[] {
  return pageJoin(lookAt(text, format)).map(({start, end, glue, status}) => {
    const sign = {space: ' ', none: '', keep: '~'}[glue]
    const mark = status === 'applied' ? '|' : '?'
    return `${text.slice(Math.max(0, start - 6), start)}${mark}${sign}${text.slice(end, end + 6)}`
  })
}

const prose =
  'The kite was flown over the harbour in the morning, and nobody who saw it could say afterwards who'
const note = '<sup>1</sup> See the Harbour Gazette of that year.'
const cut = (first: string, second: string): string =>
  `${first}<sup>1</sup> had\n\n---\n\n${note}\n\n${second}\n`

describe('page joins', () => {
  test('a sentence goes on after the notes of its page', () => {
    expect(joinsOf(cut(prose, 'held the string of it.'))).toEqual(['p> had| held t'])
    expect(joinsOf(cut(prose, 'Captain Foss to thank.'))).toEqual(['p> had| Captai'])
  })

  test('a hyphen at the cut is judged with both halves', () => {
    const text = `${prose}<sup>1</sup> had har-\n\n---\n\n${note}\n\nbours in mind.\n`
    const judged: string[] = []
    const look = lookAt(text, 'markdown')
    const joins = pageJoin({
      ...look,
      judgeHyphen: (before, after) => {
        judged.push(before, after)
        return {glue: 'keep', p: 0.9}
      },
    })
    expect(judged).toEqual(['har', 'bours'])
    expect(joins).toMatchObject([{glue: 'keep', p: 0.9, status: 'applied'}])
  })

  test('italics that a page cuts are one run', () => {
    const text = `${prose} read the *Harbour*\n\n---\n\n${note}\n\n*Gazette* to him.\n`
    expect(joinsOf(text)).toEqual(['rbour*| Gazett'])
  })

  test('a blank line alone cuts what goes on in small letters', () => {
    expect(joinsOf(`${prose} had held\n\nthe string, and whether there had been one.\n`)).toEqual([
      'd held| the st',
    ])
  })

  test.each([
    ['a list', `${prose} needed\n\n- paper\n- glue\n`],
    ['a heading', `${prose} had held\n\n## the string\n`],
    ['a quotation', `${prose} wrote to her,\n\n> the kite is mine, and was mine before.\n`],
    ['a quotation without a sign', `${prose} wrote to her:\n\nThe kite is mine, and was before.\n`],
    ['what follows a quotation', `> ${prose} had held\n\nand so on, until the wind had fallen.\n`],
    ['a table', `${prose} had\n\n| paper | glue |\n| --- | --- |\n| 1 | 2 |\n`],
    ['verse', `${prose} sang\n\nthe kite is up, the kite is down  \nand gone across the town\n`],
    ['a title', 'The Kite Makers of the Harbour\n\nA Quarrel over Tails\n'],
    ['the heading of notes', `${prose} had held\n\nNotes\n\n1. See the Gazette.\n`],
    ['items that end with “and”', `(a) ${prose}; and\n\n(b) ${prose}.\n`],
    ['code', `${prose} had held\n\n\`\`\`\nthe string\n\`\`\`\n\nof the kite.\n`],
  ])('%s is no half of a paragraph', (_, text) => {
    expect(joinsOf(text)).toEqual([])
  })

  test('a word that the end of the source cuts is joined to nothing', () => {
    expect(joinsOf(`${prose}<sup>1</sup> had re-\n\n---\n\n${note}\n`)).toEqual([])
    const page = [
      'and nobody who saw it could say afterwards who had held the string or whether there',
      'had been a string at all.³ The wind fell towards noon, and the kite came down in a',
      'field of barley, where the clerks who had seen it were having their tea and were de-',
      '3 serted places are best for kites, says the Gazette, in which much more was said of',
      'the wind.',
    ]
    expect(joinsOf(page.join('\n'), 'plain')).toEqual([])
  })

  test('halves stand in the order of the text, a half in two joins included', () => {
    const pages = [
      `Kites.<sup>1</sup> ${prose}`,
      '---',
      '<sup>1</sup> See the Harbour Gazette of that year, which is kept in the house of the',
      'had held it.',
      '---',
      'clerks.',
    ]
    const joins = pageJoin(lookAt(`${pages.join('\n\n')}\n`, 'markdown'))
    const starts = joins.map(({start}) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(joins.length).toBe(2)
  })
})
