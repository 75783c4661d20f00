import {expect, test} from 'vitest'
import type {Answer, AnswerEdit} from '../../scripts/bench/repair/score/answer.ts'
import {scoreCase} from '../../scripts/bench/repair/score/score-case.ts'
import type {CaseScore} from '../../scripts/bench/repair/score/score-case.ts'
import {tally} from '../../scripts/bench/repair/score/tally.ts'
import type {Case, DamageKind, TruthEdit, TruthJoin} from '../../scripts/bench/repair/truth.ts'

const silence: Answer = {edits: [], joins: [], paragraphs: []}

function resultsOf(score: CaseScore): string[] {
  return score.findings.map(({kind, result}) => `${kind} ${result}`)
}

function sum(score: CaseScore) {
  return tally([{words: 1000, isControl: false, score}])
}

/**
 * Make a text with damage in it: `[lost|kept]` stands for `lost` where there was `kept`, with its
 * kind after a colon: `[ocials|officials:ligature]`.
 */
function plant(marked: string, joins: readonly TruthJoin[] = []): Case {
  const edits: TruthEdit[] = []
  let source = ''
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const [, lost, kept, kind] = /^\[([^|]*)\|([^:]*):(.*)\]$/.exec(part) ?? []
    const start = source.length
    source += lost ?? part
    if (kept === undefined || kind === undefined) continue
    edits.push({
      start,
      end: source.length,
      reading: kept,
      kind: kind.replace('?', '') as DamageKind,
      form: 'planted',
      region: 'body',
      isConjecture: kind.endsWith('?'),
    })
  }
  const truth = {edits, joins, paragraphs: []}
  return {id: 'planted', name: 'planted', format: 'text', isControl: false, source, truth}
}

function edit(
  one: Case,
  lemma: string,
  reading: string,
  more: Partial<AnswerEdit> = {},
): AnswerEdit {
  const start = one.source.indexOf(lemma)
  expect(start, `“${lemma}” stands in the text`).toBeGreaterThanOrEqual(0)
  const end = start + lemma.length
  return {
    start,
    end,
    reading,
    kind: 'ocr/ligature',
    status: 'applied',
    candidates: [reading],
    ...more,
  }
}

function score(one: Case, ...edits: AnswerEdit[]): CaseScore {
  return scoreCase(one, {...silence, edits})
}

const officials = plant('The o[|ffi:ligature]cials were here.')

test.each([
  ['the letters', 'o', 'offi'],
  ['the word', 'ocials', 'officials'],
  ['the word and its neighbours', 'The ocials were', 'The officials were'],
  ['the word and its line', 'ocials were here.', 'officials were here.'],
])('an edit counts by its effect: %s', (_, lemma, reading) => {
  expect(resultsOf(score(officials, edit(officials, lemma, reading)))).toEqual(['ligature found'])
})

test.each([
  ['another word', 'ocials', 'socials'],
  ['half of it', 'ocials', 'oficials'],
  ['a change beside it', 'were', 'where'],
  ['the truth, and a change beside it', 'ocials were', 'officials where'],
])('damage and what was right are not to be damaged: %s', (_, lemma, reading) => {
  const results = resultsOf(score(officials, edit(officials, lemma, reading)))
  expect(results.filter((one) => one === 'ligature wrong')).toHaveLength(1)
})

test('of damages that touch each counts for itself', () => {
  const one = plant('by the[| :glue]o[|ffi:ligature]cial re[-\n|:soft hyphen]port')
  const two = score(one, edit(one, 'theocial', 'theofficial'))
  expect(resultsOf(two)).toEqual(['glue missed', 'ligature found', 'soft hyphen missed'])
  const three = score(one, edit(one, 'theocial re-\nport', 'the ocial report'))
  expect(resultsOf(three)).toEqual(['glue found', 'ligature missed', 'soft hyphen found'])
  const touching = plant('a pair of[| :glue][|fi:ligature]nancial reports')
  const half = score(touching, edit(touching, 'ofnancial', 'offinancial'))
  expect(resultsOf(half)).toEqual(['glue missed', 'ligature found'])
})

test('a hyphen is undone wherever its line end goes, and not by halves', () => {
  const one = plant('they main[-\n|:soft hyphen]tain it')
  const moved = score(one, edit(one, 'main-\ntain ', 'maintain\n', {kind: 'line/hyphen'}))
  expect(resultsOf(moved)).toEqual(['soft hyphen found'])
  const kept = score(one, edit(one, '\n', '', {kind: 'line/hyphen'}))
  expect(resultsOf(kept)).toEqual(['soft hyphen missed', 'true hyphen wrong'])
  const blank = score(one, edit(one, '-', '', {kind: 'line/hyphen'}))
  expect(resultsOf(blank)).toEqual(['soft hyphen missed', 'soft hyphen wrong'])
})

test('a change of blanks only is no change', () => {
  const one = plant('they came\nand went')
  expect(score(one, edit(one, '\n', ' ')).findings).toEqual([])
  expect(resultsOf(score(one, edit(one, '\n', '')))).toEqual(['ligature wrong'])
})

test('edits that overlap cannot all be applied', () => {
  const results = resultsOf(
    score(officials, edit(officials, 'ocials', 'officials'), edit(officials, 'cials', 'cialis')),
  )
  expect(results.toSorted()).toEqual(['ligature found', 'ligature wrong'])
  const outside = {...edit(officials, 'here.', 'there.'), end: 999}
  expect(resultsOf(score(officials, outside))).toContain('ligature wrong')
})

test('a proposal counts when one of its readings is the truth, and changes nothing', () => {
  const proposed = {status: 'proposed', candidates: ['socials', 'officials']} as const
  const one = score(officials, edit(officials, 'ocials', 'socials', proposed))
  expect(resultsOf(one)).toEqual(['ligature proposed'])
  expect(one.proposals).toMatchObject([{isFirst: false, isAny: true, isDamage: true}])
  const vain = score(
    officials,
    edit(officials, 'were', 'where', {...proposed, candidates: ['where']}),
  )
  expect(vain.proposals).toMatchObject([{isFirst: false, isAny: false, isDamage: false}])
  expect(resultsOf(vain)).toEqual(['ligature missed'])
  const keep = score(
    officials,
    edit(officials, 'were', 'were', {...proposed, candidates: ['were']}),
  )
  expect(keep.proposals).toMatchObject([{isFirst: true, isDamage: false}])
})

test('what nobody can know is to be proposed, with or without brackets, and not applied', () => {
  const one = plant('in 1937–[\n- |38. :list number?]Stalin went')
  const proposed = {status: 'proposed', kind: 'ocr/lacuna'} as const
  const right = edit(one, '\n- ', '', {...proposed, candidates: ['[38]. ']})
  expect(resultsOf(score(one, right))).toEqual(['list number proposed'])
  const applied = edit(one, '\n- ', '38. ', {kind: 'ocr/lacuna'})
  expect(resultsOf(score(one, applied))).toEqual(['list number missed', 'list number wrong'])
})

test('a running head is to go, with or without its line end; what is done to its words is nothing', () => {
  const one = plant('the last line\n[198 The Conict|:head]\nof this page')
  const alone = edit(one, '198 The Conict', '', {kind: 'page/head'})
  expect(resultsOf(score(one, alone))).toEqual(['head found'])
  const whole = edit(one, '198 The Conict\n', '', {kind: 'page/head'})
  expect(resultsOf(score(one, whole))).toEqual(['head found'])
  expect(resultsOf(score(one, edit(one, 'Conict', 'Conflict')))).toEqual(['head missed'])
  const more = edit(one, '198 The Conict\nof', '', {kind: 'page/head'})
  expect(resultsOf(score(one, more))).toContain('head wrong')
})

const cut = 'they de-\n198 Title\nstroyed it'
const join = {start: 8, end: 19, glue: 'none', of: 'paragraph', isNeeded: true} as const

test('a join is right at its place and with its glue only', () => {
  const one = plant(cut, [join])
  const joined = (start: number, end: number, glue: 'none' | 'keep' | 'space'): string[] =>
    resultsOf(scoreCase(one, {...silence, joins: [{start, end, glue, status: 'applied'}]}))
  expect(joined(8, 19, 'none')).toEqual(['join found'])
  expect(joined(9, 19, 'none')).toEqual(['join found'])
  expect(joined(8, 19, 'keep')).toEqual(['join missed', 'join wrong'])
  expect(joined(8, 23, 'none')).toEqual(['join missed', 'join wrong'])
})

test('an edit that takes away all that parts two halves is a join', () => {
  const head = {start: 9, end: 18, reading: '', kind: 'head', form: 'line', region: 'head'} as const
  const bare = plant(cut, [join])
  const one = {...bare, truth: {...bare.truth, edits: [{...head, isConjecture: false}]}}
  const whole = edit(one, '-\n198 Title\n', '', {kind: 'line/hyphen'})
  expect(resultsOf(score(one, whole)).toSorted()).toEqual(['head found', 'join found'])
})

test('a join over a line end is the edit that takes it away', () => {
  const one = plant('they main[-\n|:soft hyphen]tain it')
  const joins = [{start: 10, end: 11, glue: 'none', status: 'applied'}] as const
  expect(resultsOf(scoreCase(one, {...silence, joins}))).toEqual(['soft hyphen found'])
})

test('paragraphs end where they end; a blank line says so anyhow', () => {
  const source = 'One.\nTwo\nthree.\n\nFour.\n'
  const paragraphs = [
    {at: 4, of: 'text', isNeeded: true},
    {at: 15, of: 'text', isNeeded: false},
  ] as const
  const one: Case = {...plant(''), source, truth: {edits: [], joins: [], paragraphs}}
  const given = (...offsets: number[]): string[] =>
    resultsOf(scoreCase(one, {...silence, paragraphs: offsets}))
  expect(given()).toEqual(['paragraph missed'])
  expect(given(4)).toEqual(['paragraph found'])
  expect(given(4, 15, 22)).toEqual(['paragraph found'])
  expect(given(4, 8)).toEqual(['paragraph found', 'paragraph wrong'])
  const said = edit(one, '\n', '\n\n', {kind: 'line/paragraph'})
  expect(resultsOf(score(one, said))).toEqual(['paragraph found'])
})

test('figures are those of the findings', () => {
  const one = plant('o[|ffi:ligature]cials re[|fl:ligature]ect [|fi:ligature]nd')
  const figures = sum(
    score(
      one,
      edit(one, 'ocials', 'officials'),
      edit(one, 'reect', 'refect'),
      edit(one, 'nd', 'nd', {status: 'proposed', candidates: ['find']}),
    ),
  )
  expect(figures.kinds.ligature).toMatchObject({places: 3, found: 1, offered: 2, wrong: 1})
  expect(figures.kinds.ligature.precision).toBe(1 / 2)
  expect(figures.kinds.ligature.recall).toBe(1 / 3)
  expect(figures.kinds.ligature.f1).toBe(2 / 5)
  expect(figures.wrongEdits).toBe(10)
  expect(figures.proposals).toMatchObject({count: 1, rate: 10, firstRight: 1, useful: 1})
})
