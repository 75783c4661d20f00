import {describe, expect, test} from 'vitest'
import type {Hit, JoinHit, ParagraphEnd, Repairs} from '../../build/repair/hit.ts'
import {countRepairs, describeRepairs} from '../../scripts/verbs/repair/describe-repairs.ts'
import {editsOf} from '../../scripts/verbs/repair/edits-of.ts'
import {repairedText} from '../../scripts/verbs/repair/repaired-text.ts'

const claims = {status: 'applied', p: 1, evidence: 'It is seen.'} as const

function hit(source: string, rule: string, lemma: string, reading: string, more: object = {}): Hit {
  const start = source.indexOf(lemma)
  const kind = rule === 'running-head' ? 'page/head' : 'ocr/ligature'
  const own = {rule, kind, start, end: start + lemma.length, lemma, reading} as const
  return {...own, candidates: [{reading, p: 1}], ...claims, ...more}
}

function join(source: string, first: string, second: string, glue: JoinHit['glue']): JoinHit {
  const start = source.indexOf(first) + first.length
  return {rule: 'page-join', start, end: source.indexOf(second), glue, ...claims}
}

function end(source: string, words: string, state: ParagraphEnd['state'] = 'lost'): ParagraphEnd {
  return {at: source.indexOf(words) + words.length, p: 0.7, evidence: 'It is short.', state}
}

function repairs(some: Partial<Repairs>): Repairs {
  const ends = some.ends ?? []
  return {hits: [], joins: [], paragraphs: ends.map(({at}) => at), ends, ...some}
}

const print = (source: string, some: Partial<Repairs>): string =>
  repairedText(source, repairs(some)).text

describe('the repaired text', () => {
  test('without repairs it is the source, blank lines, line endings and byte order mark included', () => {
    const source = '\uFEFF\r\n\r\nOne.\r\n\r\n\r\n\r\nTwo.  \r\n> three\r\n'
    expect(print(source, {})).toBe(source)
    expect(print('', {})).toBe('')
  })

  test('a blank line parts paragraphs that lines of print do not', () => {
    const source = 'A kite\r\nrose.\r\nIt fell.\r\n'
    expect(print(source, {ends: [end(source, 'rose.')]})).toBe(
      'A kite\r\nrose.\r\n\r\nIt fell.\r\n',
    )
  })

  test('a running head goes with its line, and the blank lines around it are one', () => {
    const wrapped = 'It rose\n12 KITES\nand fell.\n'
    expect(print(wrapped, {hits: [hit(wrapped, 'running-head', '12 KITES\n', '')]})).toBe(
      'It rose\nand fell.\n',
    )
    const alone = 'It rose.\n\n12 KITES\n\nIt fell.\n'
    expect(print(alone, {hits: [hit(alone, 'running-head', '12 KITES\n', '')]})).toBe(
      'It rose.\n\nIt fell.\n',
    )
  })

  test('what a page cut is joined, and the notes between follow', () => {
    const source = 'It rose, and the\n\n1 A note.\n\n12 KITES\n\nwind fell.\n\nThe end.\n'
    const some = {
      hits: [hit(source, 'running-head', '12 KITES\n', '')],
      joins: [join(source, 'and the', 'wind', 'space')],
    }
    expect(print(source, some)).toBe('It rose, and the wind fell.\n\n1 A note.\n\nThe end.\n')
  })

  test('notes between lines of print become paragraphs', () => {
    const source =
      'It rose, and the kite-\n1 A note.\n2 Another.\n12 KITES\nmaker fell.\nThe end.\n'
    const some = {
      hits: [hit(source, 'running-head', '12 KITES\n', '')],
      joins: [join(source, 'the kite-', 'maker', 'keep')],
      ends: [end(source, 'note.'), end(source, 'Another.'), end(source, 'fell.')],
    }
    expect(print(source, some)).toBe(
      'It rose, and the kite-maker fell.\n\n1 A note.\n\n2 Another.\n\nThe end.\n',
    )
  })

  test('a text and its note may both go on past each other, over several pages', () => {
    const source = 'One\n\n1 Note goes\n\nHEAD A\n\ntwo and\n\non and\n\nHEAD B\n\nthree.\n\non.\n'
    const some = {
      hits: [
        hit(source, 'running-head', 'HEAD A\n', ''),
        hit(source, 'running-head', 'HEAD B\n', ''),
      ],
      joins: [
        join(source, 'One', 'two', 'space'),
        join(source, 'Note goes', 'on and', 'space'),
        join(source, 'two and', 'three', 'space'),
        join(source, 'on and', 'on.', 'space'),
      ],
    }
    expect(print(source, some)).toBe('One two and three.\n\n1 Note goes on and on.\n')
  })

  test('a word that a page cut loses its hyphen, also where nothing stands between', () => {
    const source = 'It rose kite-\n\n12 KITES\n\nmaking.\n'
    const hits = [hit(source, 'running-head', '12 KITES\n', '')]
    expect(print(source, {hits, joins: [join(source, 'kite-', 'making', 'none')]})).toBe(
      'It rose kitemaking.\n',
    )
    const wrapped = 'It rose kite-\n12 KITES\nmaking.\n'
    const head = [hit(wrapped, 'running-head', '12 KITES\n', '')]
    for (const [glue, made] of [
      ['none', 'kitemaking'],
      ['keep', 'kite-making'],
      ['space', 'kite-\nmaking'],
    ] as const) {
      expect(print(wrapped, {hits: head, joins: [join(wrapped, 'kite-', 'making', glue)]})).toBe(
        `It rose ${made}.\n`,
      )
    }
  })

  test('marks of quotation are kept, and a join in a quotation is made in it', () => {
    const source = '> It rose and\n\n1 Note.\n\n> fell\n> down.\n\nThe end.\n'
    expect(print(source, {joins: [join(source, 'rose and', 'fell', 'space')]})).toBe(
      '> It rose and fell\n> down.\n\n1 Note.\n\nThe end.\n',
    )
  })

  test('a join from the middle of a paragraph is counted and not made', () => {
    const source = 'It rose and fell.\n\nIt broke.\n'
    const made = repairedText(
      source,
      repairs({joins: [join(source, 'It rose', 'It broke', 'space')]}),
    )
    expect(made).toEqual({text: source, notJoined: 1})
  })
})

describe('what other programs get', () => {
  const source = 'The ocials said nd, and le.\n'
  const sure = hit(source, 'ligature', 'ocials', 'officials')
  const asked = hit(source, 'ligature', 'nd', 'find', {
    status: 'proposed',
    p: 0.7,
    candidates: [
      {reading: 'find', p: 0.7},
      {reading: 'nd', p: 0.3},
    ],
  })
  const paragraph = hit(source, 'paragraph-end', '\n', '\n\n', {kind: 'line/paragraph'})
  const across = hit(source, 'ligature', 'ocials said', 'officials, said', {status: 'proposed'})

  test('edits with their readings; ends of paragraphs and what meets an edit are none', () => {
    const made = editsOf(repairs({hits: [paragraph, across, asked, sure], paragraphs: [27, 3, 3]}))
    expect(made.edits).toEqual([
      {
        start: 4,
        end: 10,
        lemma: 'ocials',
        reading: 'officials',
        kind: 'ocr/ligature',
        status: 'applied',
        p: 1,
        candidates: ['officials'],
      },
      {
        start: 16,
        end: 18,
        lemma: 'nd',
        reading: 'find',
        kind: 'ocr/ligature',
        status: 'proposed',
        p: 0.7,
        candidates: ['find', 'nd'],
      },
    ])
    expect(made.paragraphs).toEqual([3, 27])
  })

  test('joins that are applied, and no proposed ones', () => {
    const joins = [
      join(source, 'The', 'said', 'space'),
      {...join(source, 'The', 'nd', 'keep'), status: 'proposed' as const},
    ]
    expect(editsOf(repairs({joins})).joins).toEqual([{a: 3, b: 11, glue: 'space'}])
  })

  test('places, and how much there is of each kind', () => {
    const some = repairs({
      hits: [sure, asked, paragraph],
      joins: [join(source, 'The', 'said', 'none')],
    })
    expect(countRepairs(some)).toEqual([
      'join: 1 applied, 0 proposed',
      'ocr/ligature: 1 applied, 1 proposed',
    ])
    expect(countRepairs(repairs({}))).toEqual(['Nothing to repair.'])
    expect(countRepairs(repairs({paragraphs: [1, 2]}))).toEqual(['2 ends of paragraphs'])
    expect(describeRepairs(source, some)).toMatchObject({
      hits: [
        {id: 'ligature@1:5', at: '1:5', start: 4, candidates: [{reading: 'officials', p: 1}]},
        {id: 'ligature@1:17'},
      ],
      joins: [{id: 'page-join@1:4', at: '1:4', to: '1:12', glue: 'none'}],
    })
  })
})
