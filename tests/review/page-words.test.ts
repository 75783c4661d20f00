import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {elide, windowAround} from '../../build/review/page/state/around.ts'
import {difference} from '../../build/review/page/state/difference.ts'
import {findWords} from '../../build/review/page/state/find-words.ts'
import {withLineEndsOf} from '../../build/review/page/state/line-ends.ts'
import {surroundingsOf} from '../../build/review/page/state/passages.ts'
import {beginReview, findEntry} from '../../build/review/page/state/review.ts'
import {rowsOf} from '../../build/review/page/state/segments.ts'
import {selectedSpan} from '../../build/review/page/state/selected.ts'
import {shown} from '../../build/review/page/state/signs.ts'
import {inventPage} from './invent-page.ts'

const unit = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '\r',
    '\t',
    '\u00A0',
    '\u00AD',
    '\u202E',
    '\uFEFF',
    'a',
    'b',
    '𝔊',
    '\uD834',
  ),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
)
const text = fc.string({unit})

describe('signs', () => {
  test('stand for the characters of the words, none more and none less', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('text' as const, 'change' as const), (words, where) => {
        const runs = shown(words, where)
        expect(runs.map((run) => ('text' in run ? run.text : run.for)).join('')).toBe(words)
      }),
    )
  })

  test('are made of what cannot be seen', () => {
    const signs = (words: string, where?: 'change'): string[] =>
      shown(words, where).map((run) => ('text' in run ? run.text : `[${run.sign}]`))
    expect(signs('one\r\ntwo\tthree')).toEqual(['one', '[¶]', 'two', '[→]', 'three'])
    expect(signs('a\u00A0b\u00ADc\u202Ed')).toEqual(['a', '[°]', 'b', '[¬]', 'c', '[U+202E]', 'd'])
    expect(signs('of the')).toEqual(['of the'])
    expect(signs(' of  the', 'change')).toEqual(['[·]', 'of', '[·]', '[·]', 'the'])
    expect(signs(' ', 'change')).toEqual(['[·]'])
    expect(signs('x'.padEnd(11), 'change')).toEqual(['x', '[·×10]'])
    expect(signs('\uD834')).toEqual(['[U+D834]'])
  })
})

test('a difference is what both readings do not share', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const {lead, removed, added, trail} = difference(before, after)
      expect(lead + removed + trail).toBe(before)
      expect(lead + added + trail).toBe(after)
      if (before.isWellFormed() && after.isWellFormed()) {
        expect([lead, removed, added, trail].every((part) => part.isWellFormed())).toBe(true)
      }
    }),
  )
  expect(difference('ocials', 'officials')).toEqual({
    lead: 'o',
    removed: '',
    added: 'ffi',
    trail: 'cials',
  })
})

describe('what is shown around some words', () => {
  test('holds them, lies in the source and halves no character', () => {
    const prose = fc.array(fc.oneof(fc.lorem(), fc.constantFrom('\n', '\n\n', '𝔊𝔬𝔱𝔥', '\r\n')), {
      minLength: 1,
    })
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat({max: 300}), (words, at, length) => {
        const source = words.join(' ')
        const start = at % source.length
        const end = Math.min(source.length, start + length)
        const window = windowAround(source, {start, end})
        expect(window.start).toBeLessThanOrEqual(start)
        expect(window.end).toBeGreaterThanOrEqual(end)
        expect(window.start).toBeGreaterThanOrEqual(0)
        expect(window.end).toBeLessThanOrEqual(source.length)
        expect(source.slice(window.start, start).startsWith('\uDD0A')).toBe(false)
        const {head, tail} = elide(source, {start, end})
        expect(head.start).toBe(start)
        expect(tail?.end ?? head.end).toBe(end)
        if (tail) expect(head.end).toBeLessThan(tail.start)
      }),
    )
  })

  test('begins and ends with lines that are near', () => {
    const source =
      'A first line of a text.\nThe second has the ocials of the place in it.\nA third line is here too.'
    const start = source.indexOf('ocials')
    const {
      start: from,
      end: to,
      isCutBefore,
      isCutAfter,
    } = windowAround(source, {start, end: start + 6})
    expect(source.slice(from, to)).toBe('The second has the ocials of the place in it.')
    expect([isCutBefore, isCutAfter]).toEqual([false, false])
  })
})

describe('of an invented page', () => {
  const review = beginReview(inventPage(), {areShown: true, areOn: true})
  const {entries} = review

  test('the two rows are the source and the edition of it, whatever is judged', () => {
    for (const entry of entries) {
      const {item} = entry
      const source = entry.text.source ?? ''
      if (!['correct', 'keep', 'query'].includes(item.act)) continue
      const reading = item.reading ?? item.lemma
      const changes = entries.filter(
        (one) =>
          one.text === entry.text && one.item.act === 'correct' && one.item.sort === 'record',
      )
      const {window, segments} = rowsOf(source, entry, reading, changes)
      expect(segments.map(({before}) => before).join('')).toBe(
        source.slice(window.start, window.end),
      )
      expect(
        segments.filter(({role}) => role === 'mine').map(({before, after}) => [before, after]),
      ).toEqual([[item.lemma, reading]])
    }
  })

  const held = (key: string) => {
    const entry = findEntry(review, key)
    if (!entry) throw new Error(`nothing was invented as ${key}`)
    const {
      held: passages,
      before,
      after,
    } = surroundingsOf(entry.text.passages, entry.item, entry.text.source ?? '')
    const parts = passages.flatMap((one) => one.parts)
    return {
      words: parts.map(({words}) => words).join(''),
      mine: parts.filter(({isMine}) => isMine).map(({words}) => words),
      points: parts.flatMap(({isPoint}, index) =>
        isPoint
          ? [
              parts
                .slice(0, index)
                .map(({words}) => words)
                .join('')
                .slice(-8),
            ]
          : [],
      ),
      before: before !== null,
      after: after !== null,
      isQuoted: passages.some(({passage}) => passage.isQuoted),
    }
  }

  test('the passage of a record has its reading', () => {
    expect(held('letters/ligature@3:92')).toMatchObject({
      mine: ['officials'],
      points: [],
      before: true,
      after: true,
    })
  })
  test('the passage of a question has its words', () => {
    expect(held('letters/l9.later').mine).toEqual(['later this evening'])
  })
  test('a deletion is a point', () => {
    expect(held('harm/x2.script')).toMatchObject({mine: [''], points: ['nd then ']})
  })
  test('a join is a point where its halves meet', () => {
    const {words, points} = held('letters/page-join@11:60')
    expect(points).toEqual(['over the'])
    expect(words).toContain('goes on over the page, and nobody minds.')
  })
  test('what is dropped is a point at the end of what comes before it', () => {
    expect(held('letters/d18')).toMatchObject({points: ['lphabet.'], isQuoted: true})
  })
  test('a quotation is the whole of its passage', () => {
    const {words, mine, isQuoted} = held('letters/q16')
    expect(mine).toEqual([words])
    expect(isQuoted).toBe(true)
  })
})

test('words are found over line ends, whatever their capitals', () => {
  const source = 'The old\nKeeper (of the\r\n  books) slept. the OLD keeper.'
  const found = (words: string): string[] =>
    findWords(source, words).map(({start, end}) => source.slice(start, end))
  expect(found('old keeper')).toEqual(['old\nKeeper', 'OLD keeper'])
  expect(found('(of the books)')).toEqual(['(of the\r\n  books)'])
  expect(found('  ')).toEqual([])
  expect(findWords(source, 'e', 2)).toHaveLength(2)
  fc.assert(
    fc.property(text, (words) => {
      expect(() => findWords(source, words)).not.toThrow()
    }),
  )
})

test('a selection is a span of the source', () => {
  const run = (start: number, end: number, length = end - start) => ({
    start,
    end,
    length,
    from: null,
    to: null,
  })
  expect(selectedSpan([])).toBe(null)
  expect(selectedSpan([{...run(10, 20), from: 3, to: 7}])).toEqual({start: 13, end: 17})
  expect(
    selectedSpan([{...run(10, 20), from: 3}, run(20, 26, 9), {...run(26, 40), to: 4}]),
  ).toEqual({start: 13, end: 30})
  // A reading counts as the whole of its lemma.
  expect(selectedSpan([{...run(20, 26, 9), from: 2, to: 5}])).toEqual({start: 20, end: 26})
  expect(
    selectedSpan([
      {...run(30, 40), from: 3},
      {...run(5, 9), to: 1},
    ]),
  ).toBe(null)
})

test('words from a field get the line ends of the source', () => {
  expect(withLineEndsOf('a\nb', 'x\r\ny')).toBe('a\r\nb')
  expect(withLineEndsOf('a\nb', 'x\ny')).toBe('a\nb')
  expect(withLineEndsOf('a\nb', 'xy')).toBe('a\nb')
  expect(withLineEndsOf('a\nb', 'x\r\ny\nz')).toBe('a\nb')
})
