import type {Stretch} from '../stretches.ts'
import type {ReviewText} from '../review-text.ts'
import {markedPoints} from './marked-points.ts'
import {sayCertainty, sayState} from './say-item.ts'
import {sayPoint} from './say-point.ts'
import {visible} from './visible.ts'
import {weave} from './weave.ts'

/**
 * Write a whole text in CriticMarkup.
 *
 * Shape: text → the source with its changes. Who rejects them all has the source, who accepts them all the
 * corrected text, character for character, whatever stands in either. A comment follows each change; marks,
 * queries and kept places have one at their beginning and one at their end, and joins say where the text
 * goes on. It holds the source: it is private.
 * Source: the five signs of CriticMarkup (http://criticmarkup.com/spec.php); none of them can be escaped.
 */
export function criticmarkupReport(review: ReviewText): string {
  const {title, source, stretches} = review
  const items = new Map(review.items.map((item) => [`${item.sort} ${item.id}`, item]))
  const head = comment([
    title,
    `rejected, all changes together give the source (SHA-256 ${source.sha256})`,
    'accepted, the corrected text',
  ])
  const steps = weave(stretches, markedPoints(review)).map((one): string => {
    if (one.step === 'verbatim') return verbatim(one.stretch.before)
    if (one.step === 'point') return comment(sayPoint(one.what))
    const {id, kind, why} = one.by
    const item = items.get(`record ${id}`)
    const state = item ? [sayState(item)] : []
    return change(one.stretch) + comment([id, kind, sayCertainty(one.by), why, ...state])
  })
  return [head, ...steps].join('')
}

/** Words that stand as they are: an empty comment parts the braces that would begin a sign. */
function verbatim(words: string): string {
  return words.replaceAll(/\{(?=\+\+|--|~~|==|>>)/g, '{{>><<}')
}

function change({before, after}: Stretch): string {
  // In a substitution the signs of three others would be read.
  const isPlain = before !== '' && after !== '' && !/[{}~>]/.test(before + after)
  return isPlain ? `{~~${before}~>${after}~~}` : deletion(before) + insertion(after)
}

function deletion(words: string): string {
  return signed(words, '-')
}

function insertion(words: string): string {
  return signed(words, '+')
}

/** Between what would end a sign, or begin another. */
const deletedApart = /(?<=-)(?=-)|(?<=\{)(?=[-+~=>])/
const insertedApart = /(?<=\+)(?=\+)|(?<=\{)(?=[-+~=>])/

/** Words between signs; what would end them, or begin others, is parted between two pairs. */
function signed(words: string, sign: '-' | '+'): string {
  if (words === '') return ''
  const [open, close] = [`{${sign}${sign}`, `${sign}${sign}}`]
  const parts = words.split(sign === '-' ? deletedApart : insertedApart)
  return parts.map((part) => open + part + close).join('')
}

/** What is said, in one comment that nothing in it can end. */
function comment(said: readonly string[]): string {
  const words = visible(said.join(' · '))
    .replaceAll(/\{(?=[-+~=>])/g, '{ ')
    .replaceAll(/<(?=<)|<(?=\})/g, '< ')
  return `{>>${words}<<}`
}
