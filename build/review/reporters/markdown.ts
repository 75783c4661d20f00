import {writeLocator} from '../../structure/locators.ts'
import {formatPlace} from '../../text/place.ts'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import {inForce} from './in-force.ts'
import {codeSpan} from './code-span.ts'
import {safeProse} from './safe-prose.ts'
import {sayCertainty, sayKind, sayState} from './say-item.ts'
import {visible} from './visible.ts'
import {wordsAround} from './words-around.ts'

/**
 * Write a text as a list in Markdown, for a pull request or an issue.
 *
 * Shape: text, whether words around may be there → Markdown: an entry an item in the order of the source,
 * with place, page and paragraph, id, kind, lemma → reading, certainty, reason, state and digest. Nothing in
 * it is taken for markup, for HTML or for the name of a person. Without the words around it quotes of the
 * source no more than the lemmas. Proposals are counted.
 */
export function markdownReport(review: ReviewText, withSource: boolean): string {
  const {title, source, items} = review
  const isInForce = inForce(review)
  const judged = items.filter(({sort}) => sort !== 'proposal')
  const proposals = items.length - judged.length
  const entries = judged.map((item) =>
    [...ofItem(item, isInForce(item)), ...(withSource ? [context(item, source.value)] : [])].join(
      '\\\n  ',
    ),
  )
  const waiting = proposals === 0 ? '' : ` Proposals that wait for an editor: ${proposals}.`
  return [
    `## ${safeProse(title)}`,
    '',
    `Source SHA-256 ${codeSpan(source.sha256)}. Records and marks: ${judged.length}.${waiting}`,
    ...(entries.length > 0 ? ['', ...entries] : []),
    '',
  ].join('\n')
}

function ofItem(item: ReviewItem, isInForce: boolean): string[] {
  const {sort, act, at, to, id, start, end, lemma, reading, why, of, by} = item
  const arrow = act === 'join' ? ' → ' : '–'
  const extent = sort === 'mark' && end > start ? `${arrow}${formatPlace(to)}` : ''
  const locator = writeLocator(item.locator)
  const where = `**${formatPlace(at)}${extent}**${locator === '' ? '' : ` (${safeProse(locator)})`}`
  const words =
    sort === 'mark'
      ? ''
      : `: ${codeSpan(visible(lemma))}${reading === undefined ? '' : ` → ${codeSpan(visible(reading))}`}`
  const facts = [
    sayCertainty(item),
    `by ${codeSpan(by)}`,
    ...(isInForce ? [] : ['not applied']),
    safeProse(sayState(item)),
    `digest ${codeSpan(of)}`,
  ]
  return [
    `- ${where} ${codeSpan(id)} ${safeProse(sayKind(item))}${words}; ${facts.join('; ')}`,
    safeProse(why),
  ]
}

/** The words around an item, its own in brackets. */
function context({start, end, act}: ReviewItem, source: string): string {
  if (act === 'join') {
    const [before] = wordsAround(source, [start, start])
    const [, after] = wordsAround(source, [end, end])
    return `${codeSpan(before)} … ${codeSpan(after)}`
  }
  const [before, after] = wordsAround(source, [start, end])
  return codeSpan(`${before}[${shortened(visible(source.slice(start, end)))}]${after}`)
}

/** Beginning and end of what is long. */
function shortened(words: string): string {
  const characters = [...words]
  if (characters.length <= 2 * edge) return words
  return `${characters.slice(0, edge).join('')} … ${characters.slice(-edge).join('')}`
}

const edge = 60
