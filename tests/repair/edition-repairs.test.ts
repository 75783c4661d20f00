import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {appliedCorrections} from '../../build/repair/applied-corrections.ts'
import {formOf} from '../../build/repair/form-of.ts'
import type {Hit, JoinHit, ParagraphEnd, Repairs} from '../../build/repair/hit.ts'
import {joinTouching} from '../../build/repair/join-touching.ts'
import {repairsOfEdition} from '../../build/repair/repairs-of-edition.ts'
import {fitToEdges} from '../../build/store/fit-to-edges.ts'
import {unshadowedEscapes} from '../../build/store/shadow.ts'
import {remarkDialect} from '../../build/structure/dialect.ts'
import {textOf} from '../../build/structure/tree.ts'
import {apply} from '../../build/text/apply.ts'

function hit(start: number, lemma: string, reading: string, more: Partial<Hit> = {}): Hit {
  const claims = {rule: 'ligature', kind: 'ocr/ligature', status: 'applied', p: 1} as const
  const candidates = [{reading, p: 1}]
  const end = start + lemma.length
  return {...claims, start, end, lemma, reading, candidates, evidence: 'It is seen.', ...more}
}

function repairs(some: Partial<Repairs>): Repairs {
  return {hits: [], joins: [], paragraphs: [], ends: [], ...some}
}

/** The rows of what an edition does: place, lemma, reading, rule. */
function rows(hits: readonly Hit[]): string[] {
  return joinTouching(hits).map(({start, lemma, reading, rule}) =>
    [start, JSON.stringify(lemma), JSON.stringify(reading), rule].join(' '),
  )
}

const parser = unified().use(remarkParse).use(remarkDialect)

/** The words that Markdown shows of a text. */
function shown(markdown: string): string {
  return textOf(parser.parse(markdown) as Root).replaceAll(/\s+/g, '')
}

const signs = '* _ ` # > - + 1. 12) [of ]( <b> &amp; \\ ~ 3 ![ |'.split(' ')
const piece = fc.constantFrom('word', 'x', ' ', '\n', '  \n', '. ', ...signs)

describe('a plain text is nothing but its own words', () => {
  const texts = fc.array(piece, {minLength: 1, maxLength: 16}).chain((pieces) => {
    const changes = fc.array(fc.option(piece, {freq: 3}), {
      minLength: pieces.length,
      maxLength: pieces.length,
    })
    return changes.map((readings) => ({pieces, readings}))
  })

  test('whether its hits are applied or not', () => {
    fc.assert(
      fc.property(texts, ({pieces, readings}) => {
        const source = pieces.join('')
        const hits = pieces.flatMap((lemma, index): Hit[] => {
          const reading = readings[index] ?? lemma
          const start = pieces.slice(0, index).join('').length
          return reading === lemma ? [] : [hit(start, lemma, reading)]
        })
        const made = repairsOfEdition(source, 'plain', repairs({hits}))
        const repaired = apply(source, appliedCorrections(hits)).value
        const whole = [...made.hits, ...unshadowedEscapes(made.escapes, made.hits)]
        const escaped = apply(source, appliedCorrections(whole)).value
        expect(shown(escaped), JSON.stringify(escaped)).toBe(repaired.replaceAll(/\s+/g, ''))
        const none = apply(source, appliedCorrections(made.escapes)).value
        expect(shown(none), JSON.stringify(none)).toBe(source.replaceAll(/\s+/g, ''))
      }),
      {numRuns: 5000},
    )
  })

  test('a misread number before a stop is mended, and its stop escaped, once', () => {
    const {hits, escapes} = repairsOfEdition(
      '57. A note.',
      'plain',
      repairs({hits: [hit(0, '57', '37')]}),
    )
    expect(rows(hits)).toEqual(['0 "57" "37" ligature'])
    expect(rows(escapes)).toEqual([String.raw`2 "." "\\." escape`])
  })

  test('a reading with a star in it is escaped; a head that goes keeps its escapes for a veto', () => {
    const head = hit(0, '* 12 *\n', '', {rule: 'running-head', kind: 'page/head'})
    const star = hit(12, 'x', 'a*b')
    const made = repairsOfEdition('* 12 *\nword x', 'plain', repairs({hits: [head, star]}))
    expect(rows(made.hits)).toEqual([
      String.raw`0 "* 12 *\n" "" running-head`,
      String.raw`12 "x" "a\\*b" ligature`,
    ])
    expect(rows(made.escapes)).toEqual([
      String.raw`0 "*" "\\*" escape`,
      String.raw`5 "*" "\\*" escape`,
    ])
    expect(unshadowedEscapes(made.escapes, made.hits)).toEqual([])
  })
})

describe('joins and ends of paragraphs', () => {
  const joinOf = (
    source: string,
    first: string,
    second: string,
    glue: JoinHit['glue'],
  ): JoinHit => {
    const start = source.indexOf(first) + first.length
    const claims = {rule: 'page-join', status: 'applied', p: 1, evidence: 'It goes on.'} as const
    return {...claims, start, end: source.indexOf(second), glue}
  }
  const endOf = (
    source: string,
    words: string,
    state: ParagraphEnd['state'],
    p = 1,
  ): ParagraphEnd => {
    return {at: source.indexOf(words) + words.length, p, evidence: 'It is short.', state}
  }
  const make = (source: string, some: Partial<Repairs>) =>
    repairsOfEdition(source, 'markdown', repairs(some))

  test('between two paragraphs a join is a mark, and changes nothing', () => {
    const source = 'It rose and\n\n1 Note.\n\nfell.'
    const join = joinOf(source, 'and', 'fell', 'space')
    expect(make(source, {joins: [join]})).toMatchObject({hits: [], joins: [join]})
  })

  test('lines between which notes stand become paragraphs, so that they can be joined', () => {
    const source = 'It rose and\n1 Note.\nfell.'
    const made = make(source, {
      joins: [joinOf(source, 'and', 'fell', 'space')],
      ends: [endOf(source, 'and', 'cut'), endOf(source, 'Note.', 'cut')],
    })
    expect(rows(made.hits)).toEqual([
      String.raw`11 "\n" "\n\n" paragraph-end`,
      String.raw`19 "\n" "\n\n" paragraph-end`,
    ])
    expect(made.joins).toHaveLength(1)
  })

  test('where only a line end is left, hyphen and line end are records', () => {
    const source = 'a kite-\nHEAD\nmaker'
    const head = hit(8, 'HEAD\n', '', {rule: 'running-head', kind: 'page/head'})
    const made = make(source, {hits: [head], joins: [joinOf(source, 'kite-', 'maker', 'none')]})
    expect(made.joins).toEqual([])
    expect(apply(source, appliedCorrections(made.hits)).value).toBe('a kitemaker')
    const kept = make(source, {hits: [head], joins: [joinOf(source, 'kite-', 'maker', 'keep')]})
    expect(apply(source, appliedCorrections(kept.hits)).value).toBe('a kite-maker')
    const space = make(source, {hits: [head], joins: [joinOf(source, 'kite-', 'maker', 'space')]})
    expect(apply(source, appliedCorrections(space.hits)).value).toBe('a kite-\nmaker')
    const bare = hit(7, '\nHEAD\n', '', {rule: 'running-head', kind: 'page/head'})
    const blank = make(source, {hits: [bare], joins: [joinOf(source, 'kite-', 'maker', 'space')]})
    expect(apply(source, appliedCorrections(blank.hits)).value).toBe('a kite- maker')
  })

  test('an end that is not certain is proposed; one with a blank line behind it is left', () => {
    const source = 'One.\r\nTwo.\r\n\r\nThree.\r\nFour.'
    const made = make(source, {
      ends: [
        endOf(source, 'One.', 'lost', 0.7),
        endOf(source, 'Two.', 'set'),
        endOf(source, 'Three.', 'lost'),
      ],
    })
    expect(rows(made.hits)).toEqual([String.raw`20 "\r\n" "\r\n\r\n" paragraph-end`])
    expect(made.proposals).toMatchObject([{start: 4, status: 'proposed', p: 0.7}])
  })

  test('a paragraph that ends where a head took the line end away ends there', () => {
    const source = 'One.\nHEAD\nTwo.'
    const head = hit(4, '\nHEAD\n', '', {rule: 'running-head', kind: 'page/head'})
    const made = make(source, {hits: [head], ends: [endOf(source, 'One.', 'lost')]})
    expect(apply(source, appliedCorrections(made.hits)).value).toBe('One.\n\nTwo.')
    const quoted = make('> One.\n> Two.', {ends: [endOf('> One.\n> Two.', 'One.', 'lost')]})
    expect(rows(quoted.hits)).toEqual([String.raw`6 "\n" "\n>\n" paragraph-end`])
  })
})

test('a hit gives way to a mark that begins or ends inside its lemma', () => {
  const glued = hit(10, 'theNew', 'the New')
  const at = (side: 'start' | 'end', offset: number) =>
    fitToEdges(glued, [{at: offset, side}]) as Hit | undefined
  expect(rows([at('start', 13) as Hit])).toEqual(['10 "the" "the " ligature'])
  expect(rows([at('end', 13) as Hit])).toEqual(['13 "New" " New" ligature'])
  expect(rows([at('start', 12) as Hit])).toEqual(['12 "eNew" "e New" ligature'])
  expect(at('start', 10)).toBe(glued)
  expect(fitToEdges(hit(0, 'abc', 'xbz'), [{at: 1, side: 'start'}])).toBeUndefined()
})

test('forms are lemmas; of a break, the word around it; of a join, the words beside it', () => {
  const source = 'the fas-\ntened kite and\nwind'
  expect(formOf(source, hit(0, 'the', 'The'))).toBe('the')
  expect(formOf(source, hit(7, '-\n', ''))).toBe('fas-tened')
  const join = {...hit(0, '', ''), start: 23, end: 24, glue: 'space'} as const
  expect(formOf(source, join)).toBe('and … wind')
})
