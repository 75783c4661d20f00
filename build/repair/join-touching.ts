import type {Hit} from './hit.ts'

/** Make touching hits of one rule one hit, as for a run of escapes; the hits are in order. */
export function joinTouching(hits: readonly Hit[]): Hit[] {
  const runs: Hit[][] = []
  for (const hit of hits) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.end === hit.start && last.rule === hit.rule) run.push(hit)
    else runs.push([hit])
  }
  return runs.map((run) => {
    const [first] = run as [Hit]
    if (run.length === 1) return first
    const lemma = run.map((one) => one.lemma).join('')
    const reading = run.map((one) => one.reading).join('')
    const candidates = [{reading, p: first.p}]
    return {...first, end: run.at(-1)?.end ?? first.end, lemma, reading, candidates}
  })
}
