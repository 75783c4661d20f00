import type {Element} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {ReviewText} from '../review-text.ts'
import {htmlItems} from './html-items.ts'
import {htmlStyle} from './html-style.ts'
import {htmlText} from './html-text.ts'
import {inForce} from './in-force.ts'

/**
 * Write a whole text with its changes as one HTML page.
 *
 * Shape: text → a page without scripts and without anything from elsewhere: the text with what is deleted and
 * inserted, marks as brackets, joins as links to their other end; below it a numbered list of everything, with
 * reasons and ways back. Proposals are left out. It holds the source: it is private.
 */
export function htmlReport(review: ReviewText): string {
  const {title, source, items, stretches, config} = review
  const isInForce = inForce(review)
  const judged = items.filter(({sort}) => sort !== 'proposal')
  const numbers = new Map(judged.map((item, index) => [item, index + 1]))
  const escapes = stretches.filter(({by}) => by?.kind === 'markup/escape').length
  const counts = [
    `${judged.filter(({sort}) => sort === 'record').length} records`,
    `${judged.filter(({sort}) => sort === 'mark').length} marks of structure`,
    ...(escapes > 0 ? [`${escapes} escapes, which change no reading and are not listed`] : []),
  ]
  const page = h('html', {lang: 'en'}, [
    h('head', [
      h('meta', {charSet: 'utf-8'}),
      h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      h('meta', {name: 'robots', content: 'noindex'}),
      h('title', `${title}: what the editors did`),
      h('style', htmlStyle),
    ]),
    h('body', [
      h('header', [
        h('h1', title),
        h('p', `The whole source with every change of the editors: ${counts.join(', ')}.`),
        h('p', ['Source SHA-256 ', h('code', source.sha256), '.']),
        h('p', {className: 'private'}, privacy(config.rights.redistribute)),
        key(),
      ]),
      h('main', [
        h('h2', {id: 'the-text'}, 'The text'),
        htmlText(review, numbers),
        h('h2', {id: 'the-list'}, 'What the editors did'),
        htmlItems(numbers, isInForce),
      ]),
    ]),
  ])
  const html = unified()
    .use(rehypeStringify)
    .stringify({type: 'root', children: [{type: 'doctype'}, page]})
  // A parser makes LF of each CR that stands there as it is.
  return `${html.replaceAll('\r', '&#13;')}\n`
}

function privacy(mayBePassedOn: boolean): string {
  return mayBePassedOn
    ? 'This page holds the whole source.'
    : 'This page holds the whole source, which may not be passed on: for private study.'
}

/** What the signs mean. */
function key(): Element {
  return h('p', {className: 'key'}, [
    h('span', [h('del', 'source'), ' ', h('ins', 'edition')]),
    ' ',
    h('span', {className: 'dropped'}, 'dropped from the edition'),
    ' ',
    h('span', '→ ← a join: the text goes on there'),
    ' ',
    h('span', '[? ] a question'),
    ' ',
    h('span', '[kept: ] seen and left'),
    ' ',
    h('span', 'numbers lead to the list, arrows in the list back'),
  ])
}
