import type {Truth} from '../truth.ts'
import type {Answer, AnswerEdit, AnswerJoin} from './answer.ts'

/** An answer, with what can be said in two ways said in one. */
export interface Settled {
  /** Applied edits, in the order of the text; none overlap, and none stands twice. */
  readonly applied: readonly AnswerEdit[]
  /** Edits that cannot be applied: others were before them, or they lie outside the text. */
  readonly clashing: readonly AnswerEdit[]
  readonly proposed: readonly AnswerEdit[]
  readonly joins: readonly AnswerJoin[]
  readonly paragraphs: readonly number[]
}

/**
 * Say in one way what an answer may say in two.
 *
 * A join of which only a line end parts the halves is an edit that takes that line end away, and
 * with it the hyphen; an edit that takes away all that stands between the halves of a join, where
 * that is nothing but running heads, is a join and the loss of those heads; an edit that puts a
 * blank line for a line end says that a paragraph ends there. What stands twice counts once. What
 * is done to the words of a running head, other than to drop them, does not count.
 */
export function settleAnswer(source: string, truth: Truth, answer: Answer): Settled {
  const edits = once(answer.edits.filter(({status}) => status === 'applied'))
  const joins: AnswerJoin[] = []
  const paragraphs = new Set(answer.paragraphs)
  const changes: AnswerEdit[] = []
  for (const edit of edits) {
    const lemma = source.slice(edit.start, edit.end)
    if (/^\s+$/.test(lemma) && !blankLine.test(lemma) && blankLine.test(edit.reading)) {
      paragraphs.add(edit.start + lemma.indexOf('\n'))
      continue
    }
    const join = truth.joins.find(
      ({start, end, glue, isNeeded}) =>
        isNeeded && edit.end === end && edit.start === (glue === 'none' ? start - 1 : start),
    )
    const heads = truth.edits.filter(
      ({kind, start, end}) => kind === 'head' && start >= edit.start && end <= edit.end,
    )
    const rest = join && leaveOut(source, join, heads)
    if (join && edit.reading.trim() === '' && rest?.trim() === '') {
      joins.push({...join, status: 'applied'})
      changes.push(...heads.map(({start, end}) => ({...edit, start, end, reading: ''})))
    } else changes.push(edit)
  }
  for (const join of once(answer.joins)) {
    const {start, end, glue, status} = join
    const between = source.slice(start, end)
    const isBare = between.trim() === '' && !blankLine.test(between)
    if (!isBare || status !== 'applied') joins.push(join)
    else if (glue !== 'space') changes.push(editOf(source, join))
    else if (truth.paragraphs.some(({at, isNeeded}) => isNeeded && at >= start && at < end)) {
      joins.push(join)
    }
  }
  const applied: AnswerEdit[] = []
  const clashing: AnswerEdit[] = []
  for (const edit of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = applied.at(-1)
    const isSame =
      last?.start === edit.start && last.end === edit.end && last.reading === edit.reading
    if (isSame) continue
    const isPlaced = edit.start >= 0 && edit.start <= edit.end && edit.end <= source.length
    if (!isPlaced || (last && edit.start < last.end)) clashing.push(edit)
    else applied.push(edit)
  }
  const proposed = once(answer.edits.filter(({status}) => status === 'proposed'))
  const isOutside = (edit: AnswerEdit): boolean => !isInHead(truth, edit)
  return {
    applied: applied.filter(isOutside),
    clashing: clashing.filter(isOutside),
    proposed: proposed.filter(isOutside),
    joins,
    paragraphs: [...paragraphs],
  }
}

/** Whether an edit changes the words of a running head, which nobody reads, and does not drop it. */
function isInHead({edits}: Truth, {start, end, reading}: AnswerEdit): boolean {
  if (reading === '') return false
  return edits.some((one) => one.kind === 'head' && one.start <= start && end <= one.end)
}

const blankLine = /\n[^\S\n]*\n/

function once<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}

function leaveOut(
  source: string,
  {start, end}: {start: number; end: number},
  heads: readonly {start: number; end: number}[],
): string {
  let rest = ''
  let at = start
  for (const head of heads) {
    rest += source.slice(at, head.start)
    at = head.end
  }
  return rest + source.slice(at, end)
}

function editOf(source: string, {start, end, glue, status}: AnswerJoin): AnswerEdit {
  const before = source.slice(0, start).trimEnd().length
  const from = glue === 'none' && /[-\u00AD]/.test(source.charAt(before - 1)) ? before - 1 : before
  return {start: from, end, reading: '', kind: 'line/hyphen', status, candidates: ['']}
}
