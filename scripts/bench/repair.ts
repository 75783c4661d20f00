import {readFile, writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {repairText} from '../../build/repair/repair-text.ts'
import {loadLanguage} from '../../build/store/load-language.ts'
import {countWords} from './repair/clean/signs.ts'
import {readAnswers, writeQuestions} from './repair/json-lines.ts'
import {makePart, parts} from './repair/make-part.ts'
import {measureMemory} from './repair/measure-memory.ts'
import {answerOf} from './repair/score/answer.ts'
import type {Answer} from './repair/score/answer.ts'
import {scoreCase} from './repair/score/score-case.ts'
import {tally} from './repair/score/tally.ts'
import {writeMemory, writeTable} from './repair/table.ts'
import {writeCases} from './repair/write-cases.ts'

/*
 * How well the repair rules do on texts that were damaged on purpose, so that the truth is known.
 *
 *   npm run bench:repair                        figures of both parts, as tables
 *   … -- --part look                            of one part only
 *   … -- --json                                 all figures, by form and region too
 *   … -- --cases KIND                           what went wrong in the part to look at: a kind of
 *                                               the table, a form such as dropped, or all
 *   … -- --show ID                              a damaged text of that part
 *   … -- --memory                               memory and time for a million words
 *   … -- --jsonl-out FILE, --jsonl-in FILE      the texts for a program, and its answers, as lines
 *                                               of `edition repair --jsonl`
 *
 * The part that is only scored is not shown unless `--insist` is given: rules that are made to fit
 * it are measured by nothing any more.
 */

const {values} = parseArgs({
  options: {
    part: {type: 'string'},
    json: {type: 'boolean', default: false},
    cases: {type: 'string'},
    show: {type: 'string'},
    insist: {type: 'boolean', default: false},
    memory: {type: 'boolean', default: false},
    'jsonl-out': {type: 'string'},
    'jsonl-in': {type: 'string'},
  },
})
if (values.part !== undefined && !parts.some((part) => part === values.part)) {
  throw new RangeError(`There is no part “${values.part}”, only ${parts.join(' and ')}`)
}
const isLooking = values.cases !== undefined || values.show !== undefined
const chosen = parts
  .filter((part) => values.part === undefined || values.part === part)
  .filter((part) => !isLooking || part === 'look' || values.insist)
const made = await Promise.all(chosen.map(async (part) => ({part, cases: await makePart(part)})))
const all = made.flatMap(({cases}) => cases)

if (values.memory) {
  console.log(writeMemory(await measureMemory(1_000_000)))
} else if (values['jsonl-out'] !== undefined) {
  await writeFile(values['jsonl-out'], writeQuestions(all))
} else if (values.show !== undefined) {
  process.stdout.write(all.find(({id}) => id === values.show)?.source ?? '')
} else await score()

async function score(): Promise<void> {
  const lines = values['jsonl-in']
  const given = lines === undefined ? undefined : readAnswers(await readFile(lines, 'utf8'), all)
  const start = performance.now()
  const language = await loadLanguage()
  const loading = (performance.now() - start) / 1000
  if (!values.json) console.log(`Measured on ${new Date().toISOString().slice(0, 10)}.`)
  const figures: Record<string, unknown> = {}
  for (const {part, cases} of made) {
    const begin = performance.now()
    const answers = cases.map(({id, source, format}): Answer => {
      const settings = {format: format === 'text' ? 'plain' : format, language} as const
      return given?.get(id) ?? answerOf(repairText(source, settings))
    })
    const pace = given ? undefined : {loading, repairing: (performance.now() - begin) / 1000}
    const scored = cases.map((one, index) => {
      const score = scoreCase(one, answers[index] as Answer)
      return {words: countWords(one.source), isControl: one.isControl, score}
    })
    const sums = tally(scored)
    figures[part] = {...sums, ...pace}
    if (values.cases !== undefined) {
      for (const [index, one] of cases.entries()) {
        const found = scored[index]?.score
        if (found) for (const line of writeCases(one, found, values.cases)) console.log(line)
      }
    } else if (!values.json) console.log(`\nPart to ${part}:\n\n${writeTable(sums, pace)}`)
  }
  if (values.json) console.log(JSON.stringify(figures, undefined, 2))
}
