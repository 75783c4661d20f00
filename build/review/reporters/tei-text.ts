import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {CorrectRecord} from '../../text/record.ts'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import type {Stretch} from '../stretches.ts'
import {linesOfChange} from './lines-of-change.ts'
import type {MarkedPoint} from './marked-points.ts'
import {pointsWithLines} from './points-with-lines.ts'
import {teiIds} from './tei-ids.ts'
import {teiAttributes} from './tei-attributes.ts'
import {teiWords} from './tei-words.ts'
import {weave} from './weave.ts'
import type {Step} from './weave.ts'

/** A text in TEI, and the drops that stand in it as elements; all other marks are said beside it. */
export interface TeiText {
  readonly block: Element
  readonly inline: ReadonlySet<ReviewItem>
}

/**
 * Write the words of a text in TEI, with its changes.
 *
 * Shape: text → one block in which every character counts. Without `corr` it is the source, without `sic` the
 * corrected text; `lb` stands before each line of the source, whose line ends are kept. A drop is an element
 * around its words, a page a `pb`, a cut a `gap`; where other marks begin and end there are anchors. A drop
 * that crosses another has anchors too.
 */
export function teiText(review: ReviewText): TeiText {
  const {stretches, config} = review
  const items = new Map(review.items.map((item) => [`${item.sort} ${item.id}`, item]))
  const steps = weave(stretches, pointsWithLines(review))
  const inline = inlineDrops(steps)
  const block = x('ab', {'xml:id': 'text', 'xml:space': 'preserve'})
  const {pagination} = config
  if (pagination.status !== 'none') {
    const first = pagination.status === 'inferred' ? `[${pagination.first}]` : `${pagination.first}`
    block.children.push(x('pb', {n: first, ed: 'print'}))
  }
  let open: Element[] = [block]
  for (const one of steps) {
    const here = open.at(-1) ?? block
    if (one.step === 'verbatim') here.children.push(...teiWords(one.stretch.before))
    else if (one.step === 'change') {
      here.children.push(choice(one.stretch, one.by, items.get(`record ${one.by.id}`), review))
    } else if (typeof one.what === 'number') here.children.push(x('lb', {n: String(one.what)}))
    else if (!inline.has(one.what.item)) here.children.push(...pointElements(one.what))
    else if (one.what.point === 'begin') {
      const element = dropElement(one.what)
      here.children.push(element)
      open.push(element)
    } else open = open.slice(0, -1)
  }
  return {block, inline}
}

/** The drops whose words an element can hold: those that lie inside or beside the others. */
function inlineDrops(steps: readonly Step<MarkedPoint | number>[]): Set<ReviewItem> {
  const ends = new Map<ReviewItem, number>()
  for (const [index, one] of steps.entries()) {
    if (one.step !== 'point' || typeof one.what === 'number') continue
    const {mark, point, item} = one.what
    if (mark?.type === 'drop' && point === 'end') ends.set(item, index)
  }
  const inline = new Set<ReviewItem>()
  const open: number[] = []
  for (const [index, one] of steps.entries()) {
    while ((open.at(-1) ?? Infinity) <= index) open.pop()
    if (one.step !== 'point' || typeof one.what === 'number') continue
    const {mark, point, item} = one.what
    const end = ends.get(item) ?? -1
    if (mark?.type !== 'drop' || point !== 'begin' || end < index) continue
    if (end > (open.at(-1) ?? Infinity)) continue
    inline.add(item)
    open.push(end)
  }
  return inline
}

function dropElement({item, mark}: MarkedPoint): Element {
  const kind = mark?.type === 'drop' ? mark.kind : 'other'
  const attributes = {'xml:id': teiIds.item(item), ...teiAttributes(item)}
  if (kind === 'head') return x('fw', {...attributes, type: 'head'})
  if (kind === 'folio') return x('fw', {...attributes, type: 'pageNum'})
  return x('surplus', {...attributes, reason: kind})
}

/** What stands at a point: nothing but anchors, pages and gaps. */
function pointElements({point, item, mark}: MarkedPoint): Element[] {
  const anchor = (id: string): Element => x('anchor', {'xml:id': id})
  if (mark?.type === 'page') {
    const n = item.locator.page ?? mark.label
    const label = n === undefined ? {} : {n}
    return [x('pb', {'xml:id': teiIds.item(item), ...label, ed: 'print', ...teiAttributes(item)})]
  }
  if (point === 'call') return [anchor(teiIds.beginReference(item.id))]
  if (point === 'call-end') return [anchor(teiIds.endReference(item.id))]
  const gap = x('gap', {reason: 'cut', corresp: `#${teiIds.item(item)}`})
  const side = mark?.type === 'cut' ? mark.side : null
  const begin = [...(side === 'before' ? [gap] : []), anchor(teiIds.begin(item))]
  const end = [anchor(teiIds.end(item)), ...(side === 'after' ? [gap] : [])]
  if (point === 'here') return [...begin, ...end]
  return point === 'begin' ? begin : end
}

function choice(
  stretch: Stretch,
  by: CorrectRecord,
  item: ReviewItem | undefined,
  {source}: ReviewText,
): Element {
  const made = {...by, isHit: by.id.includes('@'), judgement: item?.judgement}
  const sic = linesOfChange(stretch, source.lines).flatMap(({begins, words}) => [
    ...(begins === null ? [] : [x('lb', {n: String(begins)})]),
    ...teiWords(words),
  ])
  const evidence = by.evidence === undefined ? {} : {evidence: by.evidence}
  return x('choice', {'xml:id': teiIds.item({...by, sort: 'record'}), ...teiAttributes(made)}, [
    x('sic', sic),
    x('corr', evidence, reading(stretch.after, by)),
  ])
}

/** The reading: a word that was divided is whole, and what is conjectured is supplied. */
function reading(after: string, {kind, evidence, cert}: CorrectRecord): ElementContent[] {
  if (kind === 'line/hyphen' && after === '') return [x('lb', {break: 'no'})]
  if (evidence !== 'conjecture') return teiWords(after)
  return after.split(/(\[[^\]]*\])/).flatMap((run, index): ElementContent[] => {
    if (index % 2 === 0) return teiWords(run)
    return [x('supplied', {reason: 'lost', evidence, cert}, teiWords(run))]
  })
}
