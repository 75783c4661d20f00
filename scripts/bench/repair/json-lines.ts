import * as v from 'valibot'
import type {Answer} from './score/answer.ts'
import type {Case} from './truth.ts'

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const candidate = v.union([v.string(), v.object({reading: v.string()})])

const line = v.object({
  id: v.string(),
  edits: v.array(
    v.object({
      start: offset,
      end: offset,
      lemma: v.optional(v.string()),
      reading: v.string(),
      kind: v.optional(v.string(), ''),
      status: v.picklist(['applied', 'proposed']),
      candidates: v.optional(v.array(candidate), []),
    }),
  ),
  joins: v.optional(
    v.array(v.object({a: offset, b: offset, glue: v.picklist(['none', 'keep', 'space'])})),
    [],
  ),
  paragraphs: v.optional(v.array(offset), []),
})

/** Write cases as the lines that `edition repair --jsonl` reads; the truth stays here. */
export function writeQuestions(cases: readonly Case[]): string {
  return cases
    .map(({id, source, format}) => `${JSON.stringify({id, text: source, format})}\n`)
    .join('')
}

/**
 * Read the lines that a program answered.
 *
 * Throws: `Error` when a line is not as agreed, answers nothing that was asked, or gives a lemma
 * that does not stand at its place; and when a text has no answer.
 */
export function readAnswers(lines: string, cases: readonly Case[]): Map<string, Answer> {
  const asked = new Map(cases.map((one) => [one.id, one]))
  const answers = new Map<string, Answer>()
  for (const [index, text] of lines.split('\n').entries()) {
    if (text.trim() === '') continue
    const {id, edits, joins, paragraphs} = v.parse(line, JSON.parse(text))
    const where = `Line ${index + 1} (${id})`
    const source = asked.get(id)?.source
    if (source === undefined) throw new Error(`${where} answers no text of this benchmark`)
    for (const {start, end, lemma} of edits) {
      if (lemma !== undefined && lemma !== source.slice(start, end)) {
        throw new Error(`${where} has a lemma at ${start}–${end} that does not stand there`)
      }
    }
    answers.set(id, {
      edits: edits.map(({candidates, ...edit}) => {
        const readings = candidates.map((one) => (typeof one === 'string' ? one : one.reading))
        return {...edit, candidates: readings.length > 0 ? readings : [edit.reading]}
      }),
      joins: joins.map(({a, b, glue}) => ({start: a, end: b, glue, status: 'applied'})),
      paragraphs,
    })
  }
  const silent = cases.find(({id}) => !answers.has(id))
  if (silent) throw new Error(`${silent.id} has no answer`)
  return answers
}
