import {certain} from '../hit.ts'
import type {Hit} from '../hit.ts'
import type {Look} from '../look.ts'

/**
 * Take running heads and page numbers out of the text.
 *
 * Shape: look → hits of kind `page/head` whose reading is empty. A head on a line of its own goes
 * with its line ending, so that the lines before and after meet; one that ran into a line goes with
 * the blank that parts it from the text.
 */
export function runningHead({text, layout}: Pick<Look, 'text' | 'layout'>): Hit[] {
  const hits: Hit[] = []
  for (const {start, end, next, role, head, sure} of layout.lines) {
    if (!sure) continue
    const span =
      head ??
      (role === 'head' || role === 'folio' || sure.p < certain ? {start, end: next} : undefined)
    if (!span || span.start === span.end) continue
    const lemma = text.slice(span.start, span.end)
    const {p, evidence} = sure
    hits.push({
      rule: 'running-head',
      status: p >= certain ? 'applied' : 'proposed',
      ...span,
      lemma,
      reading: '',
      kind: 'page/head',
      p,
      evidence,
      candidates: [
        {reading: '', p},
        {reading: lemma, p: 1 - p},
      ],
    })
    void end
  }
  return hits
}
