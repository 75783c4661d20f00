import fc from 'fast-check'
import {expect, test} from 'vitest'
import {writeOcrMarkdown} from '../../scripts/bench/repair/damage/write-ocr-markdown.ts'
import {writeTextLayer} from '../../scripts/bench/repair/damage/write-text-layer.ts'
import {drawFrom} from '../../scripts/bench/repair/draw.ts'
import {drawOcrMarkdown, drawTextLayer} from '../../scripts/bench/repair/profiles.ts'
import type {Answer, AnswerEdit} from '../../scripts/bench/repair/score/answer.ts'
import {scoreCase} from '../../scripts/bench/repair/score/score-case.ts'
import {tally} from '../../scripts/bench/repair/score/tally.ts'
import type {Case, TruthEdit} from '../../scripts/bench/repair/truth.ts'
import {inventOriginal} from './invent-original.ts'
import {perfectAnswer} from './perfect-answer.ts'

const silence: Answer = {edits: [], joins: [], paragraphs: []}

function makeCase(seed: number): Case {
  const draw = drawFrom(`score/${seed}`)
  const original = inventOriginal(draw)
  const kind = draw.pick(['dropped', 'split', 'mixed', 'partial', 'presentation', 'mojibake'])
  const base = {id: `case-${seed}`, name: kind, isControl: false}
  if (seed % 2 === 0) {
    return {...base, format: 'text', ...writeTextLayer(original, drawTextLayer(kind, draw), draw)}
  }
  const damaged = writeOcrMarkdown(original, drawOcrMarkdown(kind, draw), draw)
  return {...base, format: 'markdown', ...damaged}
}

test('who knows the truth finds all and errs nowhere', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), (seed) => {
      const one = makeCase(seed)
      const found = scoreCase(one, perfectAnswer(one.truth))
      const conjectures = one.truth.edits.filter(({isConjecture}) => isConjecture).length
      expect(found.findings.filter(({result}) => result === 'proposed')).toHaveLength(conjectures)
      expect(
        found.findings.filter(({result}) => result === 'missed' || result === 'wrong'),
      ).toEqual([])
      expect(tally([{words: 1, isControl: false, score: found}]).proposals.firstRight).toBe(1)
    }),
    {numRuns: 40},
  )
})

/** The truth as a program says it that changes words, and whatever stands between them. */
function byWords({source, truth}: Case): AnswerEdit[] {
  const groups: {start: number; end: number; edits: TruthEdit[]}[] = []
  for (const one of truth.edits.filter(({isConjecture}) => !isConjecture)) {
    const start = one.start - (/\S*$/.exec(source.slice(0, one.start))?.[0].length ?? 0)
    const end = one.end + (/^\S*/.exec(source.slice(one.end))?.[0].length ?? 0)
    const last = groups.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(one)
    } else groups.push({start, end, edits: [one]})
  }
  return groups.map(({start, end, edits}) => {
    let reading = ''
    let at = start
    for (const one of edits) {
      reading += source.slice(at, one.start) + one.reading
      at = one.end
    }
    reading += source.slice(at, end)
    return {start, end, reading, kind: 'ocr/ligature', status: 'applied', candidates: [reading]}
  })
}

test('whether the truth is said by letters or by words makes no difference', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), (seed) => {
      const one = makeCase(seed)
      // A number that was lost touches the words before it; that is another test.
      fc.pre(one.truth.edits.every(({isConjecture}) => !isConjecture))
      const {findings} = scoreCase(one, {...perfectAnswer(one.truth), edits: byWords(one)})
      expect(findings.filter(({result}) => result !== 'found')).toEqual([])
    }),
    {numRuns: 40},
  )
})

test('who says nothing finds nothing and errs nowhere', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), (seed) => {
      const one = makeCase(seed)
      const found = scoreCase(one, silence)
      expect(found.findings.every(({result}) => result === 'missed')).toBe(true)
      const {edits, joins} = one.truth
      const needed = joins.filter(({isNeeded}) => isNeeded).length
      expect(found.findings.filter(({kind}) => kind === 'join')).toHaveLength(needed)
      expect(
        found.findings.filter(({form}) => form !== 'line end' || true).length,
      ).toBeGreaterThanOrEqual(edits.length)
    }),
    {numRuns: 40},
  )
})

test('each wrong edit beside the truth is counted, and each repeated edit is not', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), (seed) => {
      const one = makeCase(seed)
      const perfect = perfectAnswer(one.truth)
      const taken = [
        ...one.truth.edits,
        ...one.truth.joins.flatMap(({start, end}) => [
          {start: start - 1, end: start},
          {start: end, end: end + 1},
        ]),
      ]
      const isFree = (at: number): boolean =>
        taken.every(({start, end}) => at + 12 < start || at - 12 > end)
      const words = [...one.source.matchAll(/(?<=\s)[a-z]{5,}(?=\s)/g)].filter(({index}) =>
        isFree(index),
      )
      const planted = words.filter((_, index) => index % 7 === 0).slice(0, 5)
      const wrong = planted.map(({0: word, index}): AnswerEdit => {
        const [start, end] = [index, index + word.length]
        return {
          start,
          end,
          reading: `${word}x`,
          kind: 'ocr/ligature',
          status: 'applied',
          candidates: [],
        }
      })
      const edits = [...perfect.edits, ...wrong, ...perfect.edits, ...wrong]
      const {findings} = scoreCase(one, {
        ...perfect,
        edits,
        joins: [...perfect.joins, ...perfect.joins],
      })
      expect(findings.filter(({result}) => result === 'wrong')).toHaveLength(planted.length)
      expect(findings.filter(({result}) => result === 'missed')).toEqual([])
    }),
    {numRuns: 40},
  )
})
