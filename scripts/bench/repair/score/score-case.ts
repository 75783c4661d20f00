import type {Span} from '../../../../build/text/correction.ts'
import {damageKinds} from '../truth.ts'
import type {Case, DamageKind, TruthEdit} from '../truth.ts'
import type {Answer, AnswerEdit} from './answer.ts'
import {judgeEdits} from './judge-edits.ts'
import {scoreJoins} from './score-joins.ts'
import {scoreParagraphs} from './score-paragraphs.ts'
import {settleAnswer} from './settle-answer.ts'
import type {Settled} from './settle-answer.ts'

/** What is counted for each kind. */
export const scoredKinds = [...damageKinds, 'join', 'paragraph', 'other'] as const
export type ScoredKind = (typeof scoredKinds)[number]

/** How it went at one place. */
export interface Finding extends Span {
  readonly kind: ScoredKind
  readonly form: string
  readonly region: string
  /**
   * `found`: the truth was applied · `proposed`: only a proposal has it · `missed` ·
   * `wrong`: something was applied that is not the truth.
   */
  readonly result: 'found' | 'proposed' | 'missed' | 'wrong'
  readonly expected: string
  readonly got: string
}

/** How a proposal is to be judged. */
export interface ProposalFinding extends Span {
  readonly kind: ScoredKind
  /** Whether its first candidate is the truth, and whether any is. */
  readonly isFirst: boolean
  readonly isAny: boolean
  /** Whether there is damage at all. */
  readonly isDamage: boolean
}

/** How it went in one text. */
export interface CaseScore {
  readonly id: string
  readonly findings: readonly Finding[]
  readonly proposals: readonly ProposalFinding[]
}

/**
 * Compare an answer with the truth.
 *
 * Edits are compared by their effect, not by their spans ({@link judgeEdits}): all that touch the
 * same words are applied together, the truth's and the answer's, and the two texts are laid side
 * by side. Joins and paragraph ends are compared by their places.
 *
 * - *Found*: damage that was undone: what the truth changes, and the characters beside it, stand
 *   in the answer's text as they do in the truth's.
 * - *Proposed*: damage that was left, but that one of the candidates of a proposal undoes.
 * - *Missed*: all other damage. Damage that was left alone is never wrong.
 * - *Wrong*: an edit after which its surroundings are not those of the truth, so that it damaged
 *   what was right, or turned damage into other damage; an edit that overlaps another one or lies
 *   outside the text; whatever is applied where the truth is a conjecture; a join that the truth
 *   does not have; a paragraph end where none is. One edit is wrong once, however much it spoils.
 *
 * Nobody counts how wide a blank is, an edit that changes nothing, what is said twice, and what is
 * done to the words of a running head. What can be said in two ways is said in one first
 * ({@link settleAnswer}). What is wrong belongs to the kind that its record says it is of.
 */
export function scoreCase({id, source, truth}: Case, answer: Answer): CaseScore {
  const settled = settleAnswer(source, truth, answer)
  const findings: Finding[] = settled.clashing.map((edit) => wrongFinding(source, edit))
  const proposals: ProposalFinding[] = []
  for (const stretch of stretchesOf(source, truth.edits, settled)) {
    scoreStretch(source, stretch, findings, proposals)
  }
  findings.push(...scoreJoins(source, truth.joins, settled.joins))
  findings.push(...scoreParagraphs(source, truth, settled.paragraphs))
  return {id, findings: findings.toSorted((a, b) => a.start - b.start), proposals}
}

/** Words that edits of the truth and of the answer have to do with. */
interface Stretch extends Span {
  readonly truth: readonly TruthEdit[]
  readonly applied: readonly AnswerEdit[]
  readonly proposed: readonly AnswerEdit[]
}

type Item = Span &
  (
    | {readonly of: 'truth'; readonly edit: TruthEdit}
    | {readonly of: 'applied' | 'proposed'; readonly edit: AnswerEdit}
  )

/** Put together the edits that touch the same words. */
function stretchesOf(
  source: string,
  truth: readonly TruthEdit[],
  {applied, proposed}: Settled,
): Stretch[] {
  const items: Item[] = [
    ...truth.map((edit) => ({of: 'truth' as const, edit, ...widen(source, edit)})),
    ...applied.map((edit) => ({of: 'applied' as const, edit, ...widen(source, edit)})),
    ...proposed.map((edit) => ({of: 'proposed' as const, edit, ...widen(source, edit)})),
  ]
  const groups: {start: number; end: number; items: Item[]}[] = []
  for (const item of items.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1)
    if (last && item.start <= last.end) {
      last.end = Math.max(last.end, item.end)
      last.items.push(item)
    } else groups.push({start: item.start, end: item.end, items: [item]})
  }
  return groups.map(({start, end, items: own}) => {
    const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
    return {
      start,
      end,
      truth: own.flatMap((one) => (one.of === 'truth' ? [one.edit] : [])).toSorted(byStart),
      applied: own.flatMap((one) => (one.of === 'applied' ? [one.edit] : [])).toSorted(byStart),
      proposed: own.flatMap((one) => (one.of === 'proposed' ? [one.edit] : [])).toSorted(byStart),
    }
  })
}

/** The words that an edit touches. */
function widen(source: string, {start, end}: Span): Span {
  let [from, to] = [start, end]
  while (from > 0 && /\S/.test(source.charAt(from - 1))) from--
  while (to < source.length && /\S/.test(source.charAt(to))) to++
  return {start: from, end: to}
}

function scoreStretch(
  source: string,
  stretch: Stretch,
  findings: Finding[],
  proposals: ProposalFinding[],
): void {
  const {truth, applied, proposed} = stretch
  const verdict = judgeEdits(source, stretch, truth, applied)
  const wrong = new Set(verdict.wrong)
  for (const [index, edit] of applied.entries()) {
    if (truth.some((one) => one.isConjecture && shares(one, edit))) wrong.add(index)
  }
  const offered = new Set<number>()
  for (const proposal of proposed) {
    const judged = judgeProposal(source, stretch, proposal)
    proposals.push(judged.finding)
    for (const index of judged.undone) offered.add(index)
  }
  for (const [index, edit] of truth.entries()) {
    const isFound = verdict.undone.has(index) && !edit.isConjecture
    const result = isFound ? 'found' : offered.has(index) ? 'proposed' : 'missed'
    const {start, end, kind, form, region} = edit
    const got = applied.filter((one) => overlaps(one, edit)).map((one) => show(source, one))
    findings.push({
      start,
      end,
      kind,
      form,
      region,
      result,
      expected: show(source, edit),
      got: [...got, ...proposed.filter((one) => overlaps(one, edit)).map(showProposal)].join('; '),
    })
  }
  for (const index of wrong) {
    const meant = truth.map((edit) => show(source, edit)).join('; ')
    findings.push({...wrongFinding(source, applied[index] as AnswerEdit), expected: meant})
  }
}

function judgeProposal(
  source: string,
  {start, end, truth, applied}: Stretch,
  proposal: AnswerEdit,
): {finding: ProposalFinding; undone: ReadonlySet<number>} {
  const others = applied.filter((one) => !overlaps(one, proposal))
  const lemma = source.slice(proposal.start, proposal.end)
  const touched = truth.filter((one) => overlaps(one, proposal))
  const undone = new Set<number>()
  const before = judgeEdits(source, {start, end}, truth, others).undone
  const isConjecture = touched.some((one) => one.isConjecture)
  const judge = (candidate: string): boolean => {
    const reading = isConjecture ? candidate.replaceAll(/[[\]]/g, '') : candidate
    if (reading === lemma) return touched.length === 0
    const edits = [...others, {...proposal, reading}].toSorted((a, b) => a.start - b.start)
    const verdict = judgeEdits(source, {start, end}, truth, edits)
    const own = edits.findIndex((one) => one.start === proposal.start && one.reading === reading)
    if (!verdict.right.has(own)) return false
    for (const index of verdict.undone) if (!before.has(index)) undone.add(index)
    return true
  }
  const results = proposal.candidates.map(judge)
  const finding = {
    start: proposal.start,
    end: proposal.end,
    kind: kindOfEdit(source, proposal),
    isFirst: results[0] === true,
    isAny: results.includes(true),
    isDamage: touched.length > 0,
  }
  return {finding, undone}
}

/** Whether two stretches have a character in common. */
function shares(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether they have one in common or touch. */
function overlaps(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end
}

function wrongFinding(source: string, edit: AnswerEdit): Finding {
  const {start, end} = edit
  const kind = kindOfEdit(source, edit)
  const got = show(source, edit)
  return {start, end, kind, form: edit.kind, region: '', result: 'wrong', expected: '', got}
}

function show(source: string, {start, end, reading}: Span & {reading: string}): string {
  return `${JSON.stringify(source.slice(start, end))}→${JSON.stringify(reading)}`
}

function showProposal({candidates}: AnswerEdit): string {
  return `proposed ${candidates.map((one) => JSON.stringify(one)).join(' | ')}`
}

const kindOfRecord: Readonly<Record<string, DamageKind>> = {
  'ocr/ligature': 'ligature',
  'ocr/spacing': 'glue',
  'ocr/number': 'note number',
  'ocr/lacuna': 'list number',
  'markup/list': 'list number',
  'line/break': 'dash',
  'page/head': 'head',
}

/** The kind of damage that an edit says it undoes. */
function kindOfEdit(source: string, {start, end, kind}: AnswerEdit): ScoredKind {
  const lemma = source.slice(start, end)
  if (kind === 'line/hyphen') return /[-\u00AD]/.test(lemma) ? 'soft hyphen' : 'true hyphen'
  if (kind === 'ocr/encoding')
    return /[\uFB00-\uFB06]/.test(lemma) ? 'presentation form' : 'mojibake'
  return kindOfRecord[kind] ?? 'other'
}
