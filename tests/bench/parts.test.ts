import {expect, test} from 'vitest'
import {countWords} from '../../scripts/bench/repair/clean/signs.ts'
import {readAnswers, writeQuestions} from '../../scripts/bench/repair/json-lines.ts'
import {makePart} from '../../scripts/bench/repair/make-part.ts'
import {scoreCase} from '../../scripts/bench/repair/score/score-case.ts'
import {tally} from '../../scripts/bench/repair/score/tally.ts'
import {damageKinds} from '../../scripts/bench/repair/truth.ts'
import type {Case} from '../../scripts/bench/repair/truth.ts'
import {perfectAnswer} from './perfect-answer.ts'

const [look, score] = await Promise.all([makePart('look'), makePart('score')])

function wordsOf(cases: readonly Case[]): number {
  return cases.reduce((sum, {source}) => sum + countWords(source), 0)
}

test.each([
  ['look', look],
  ['score', score],
] as const)(
  'the part to %s has every kind of damage, in both formats, and undamaged texts',
  (_, cases) => {
    expect(wordsOf(cases)).toBeGreaterThan(60_000)
    expect(wordsOf(cases)).toBeLessThan(100_000)
    const kinds = new Set(cases.flatMap(({truth}) => truth.edits.map(({kind}) => kind)))
    expect([...kinds].toSorted()).toEqual([...damageKinds].toSorted())
    for (const format of ['text', 'markdown'] as const) {
      const own = cases.filter((one) => one.format === format)
      expect(own.filter(({isControl}) => isControl).length).toBeGreaterThan(0)
      expect(own.flatMap(({truth}) => truth.joins).length).toBeGreaterThan(20)
    }
    for (const {isControl, truth} of cases) {
      if (isControl) expect(truth.edits).toEqual([])
    }
  },
)

test('the parts have no text in common', () => {
  const fileOf = ({name}: Case): string => name.split(' ')[0] ?? ''
  const files = [...look, ...score].map(fileOf)
  expect(new Set(files).size).toBe(files.length)
})

test('a part is the same each time', async () => {
  expect(await makePart('look')).toEqual(look)
})

test('ids and lines say nothing about the damage', () => {
  const lines = writeQuestions(look).trimEnd().split('\n')
  expect(lines).toHaveLength(look.length)
  for (const [index, line] of lines.entries()) {
    const {id, source, format} = look[index] as Case
    expect(JSON.parse(line)).toEqual({id, text: source, format})
    expect(id).toMatch(/^look-\d+$/)
  }
})

/** The answer of a program that knows the truth, as a line. */
function answerLine({id, source, truth}: Case): string {
  const {edits, joins, paragraphs} = perfectAnswer(truth)
  return JSON.stringify({
    id,
    edits: edits.map((edit) => ({
      ...edit,
      lemma: source.slice(edit.start, edit.end),
      p: 1,
      candidates: edit.candidates.map((reading) => ({reading, p: 1})),
    })),
    joins: joins.map(({start, end, glue}) => ({a: start, b: end, glue})),
    paragraphs,
  })
}

test('answers as lines are scored like others', () => {
  const answers = readAnswers(look.map(answerLine).join('\n'), look)
  const scored = look.map((one) => {
    const answer = answers.get(one.id)
    if (!answer) throw new Error(one.id)
    const found = scoreCase(one, answer)
    return {words: countWords(one.source), isControl: one.isControl, score: found}
  })
  const {kinds, wrongEdits, wrongJoins, wrongParagraphs} = tally(scored)
  expect([wrongEdits, wrongJoins, wrongParagraphs]).toEqual([0, 0, 0])
  for (const {withProposals, precision} of Object.values(kinds)) {
    expect([withProposals, precision]).toEqual([1, 1])
  }
})

test.each([
  ['no line for a text', '', /^look-1 has no answer$/],
  ['a line for no text', '{"id":"look-0","edits":[]}', /^Line 1 \(look-0\) answers no text/],
  [
    'a lemma that is not there',
    '{"id":"look-1","edits":[{"start":0,"end":2,"lemma":"\\u0000\\u0000","reading":"","status":"applied"}]}',
    /^Line 1 \(look-1\) has a lemma at 0–2 that does not stand there$/,
  ],
])('answers that do not fit are refused: %s', (_, lines, message) => {
  expect(() => readAnswers(lines, look.slice(0, 1))).toThrow(message)
})
