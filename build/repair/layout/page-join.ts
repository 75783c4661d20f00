import type {Span} from '../../text/correction.ts'
import {certain} from '../hit.ts'
import type {Glue, JoinHit} from '../hit.ts'
import type {Look} from '../look.ts'
import {judgeBreak} from './judge-break.ts'
import type {Between} from './judge-break.ts'
import {judgeEnds} from './judge-ends.ts'
import type {JudgedEnd} from './judge-ends.ts'
import type {LayoutLine} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import {wordsOf} from './line-fill.ts'
import {streams} from './streams.ts'

/** Less likely joins are not even proposed. */
const worthSaying = 0.5

/** What a page join looks at. */
type Wanted = Pick<Look, 'text' | 'layout' | 'format' | 'judgeHyphen'>

/**
 * Find the paragraphs, quotations and notes that a page cut in two.
 *
 * Shape: look → joins from the end of the first half (its hyphen included) to the start of the
 * second, in the order of the text. A word cut at the end of the source is joined to nothing.
 */
export function pageJoin(look: Wanted): JoinHit[] {
  const {text, layout} = look
  const {lines} = layout
  const following = streams(lines)
  const judged = layout.isWrapped ? judgeEnds(text, layout) : []
  return lines
    .flatMap((line, at) => {
      const to = following[at]
      const next = to === undefined ? undefined : lines[to]
      if (to === undefined || !next) return []
      const isMerged = next.head !== undefined && next.head.start === next.start
      if (to === at + 1 && !isMerged) return []
      if (isBarred(look, at, to)) return []
      const join = joinAt(look, line, next, passedBy(lines, at, to, isMerged), judged[at])
      return join ? [join] : []
    })
    .toSorted((one, other) => one.start - other.start)
}

/** Whether code or other markup stands between two lines, so that they are two paragraphs. */
function isBarred({text, layout, format}: Wanted, from: number, to: number): boolean {
  if (format !== 'markdown') return false
  const {lines} = layout
  for (let at = from + 1; at < to; at++) {
    const {role, start = 0, end = 0} = lines[at] ?? {role: 'blank'}
    if (role !== 'rule') continue
    // A rule right below a line makes a heading of it.
    const isUnderline = at === from + 1 && (lines[at + 1]?.role === 'blank' || to === at + 1)
    if (isUnderline || /[\p{L}`~<]/u.test(text.slice(start, end))) return true
  }
  return false
}

/** What stands between two lines. */
function passedBy(
  lines: readonly LayoutLine[],
  from: number,
  to: number,
  isMerged: boolean,
): Between {
  const roles = new Set<LayoutLine['role']>()
  for (let at = from + 1; at < to && roles.size < 6; at++) roles.add(lines[at]?.role ?? 'blank')
  const {role} = lines[from] ?? {}
  return {
    head: isMerged || roles.has('head') || roles.has('folio'),
    note: roles.has(role === 'note' ? 'text' : 'note'),
    rule: roles.has('rule'),
    blank: roles.has('blank'),
  }
}

function joinAt(
  look: Wanted,
  first: LayoutLine,
  second: LayoutLine,
  between: Between,
  judged: JudgedEnd | undefined,
): JoinHit | undefined {
  const {text} = look
  const [one, other] = unquoted(look, wordsOf(first), wordsOf(second))
  const end = lineEnd(text, one)
  const start = lineStart(text, other)
  const judgement = judgeBreak(look, {one, other, between, judged, isNote: first.role === 'note'})
  if (judgement.p < worthSaying) return undefined
  let glue: Glue = 'space'
  let {p} = judgement
  if (end.kind === 'hyphen') {
    const hyphen = look.judgeHyphen(end.word, start.word)
    glue = hyphen.glue
    p = Math.min(p, Math.max(hyphen.p, 0.5))
  } else if (end.kind === 'dash' && /\S.$/s.test(text.slice(end.at - 2, end.at))) glue = 'keep'
  const italics = isItalicCut(text, end.at, start.at) ? 1 : 0
  return {
    rule: 'page-join',
    status: p >= certain ? 'applied' : 'proposed',
    p,
    evidence: judgement.evidence,
    start: end.at,
    end: start.at + italics,
    glue,
  }
}

/** The halves of a quotation in Markdown without their signs. */
function unquoted(
  {text, format}: Pick<Look, 'text' | 'format'>,
  one: Span,
  other: Span,
): [Span, Span] {
  const lengths = [one, other].map(({start, end}) => {
    return /^\s*(?:>[ \t]?)+/.exec(text.slice(start, Math.min(end, start + 20)))?.[0].length ?? 0
  })
  const [first = 0, second = 0] = lengths
  if (format !== 'markdown' || first === 0 || second === 0) return [one, other]
  return [
    {start: one.start + first, end: one.end},
    {start: other.start + second, end: other.end},
  ]
}

/** Whether italics end before a page and begin again after it. */
function isItalicCut(text: string, end: number, start: number): boolean {
  return (
    /[^*\\\s]\*$/.test(text.slice(Math.max(0, end - 3), end)) &&
    /^\*[^*\s]/.test(text.slice(start, start + 2))
  )
}
