import type {Element} from 'xast'
import {x} from 'xastscript'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import type {Stretch} from '../stretches.ts'
import {teiBlock} from './tei-block.ts'
import {teiEncoding} from './tei-encoding.ts'
import {teiIds} from './tei-ids.ts'
import {teiWords} from './tei-words.ts'

/**
 * Write the header of a text in TEI: what it is, who made it, where it is from, what may be done with it, how
 * it is encoded.
 *
 * Shape: text, how it is encoded (default: as a whole text with its changes) → header.
 */
export function teiHeader(review: ReviewText, encoding: Element = teiEncoding()): Element {
  const {config} = review
  return teiBlock('teiHeader', {}, [
    teiBlock('fileDesc', {}, [titleStatement(review), publication(review), sourceOf(review)]),
    encoding,
    teiBlock('profileDesc', {}, [
      teiBlock('langUsage', {}, [x('language', {ident: config.language}, config.language)]),
    ]),
  ])
}

function titleStatement({title, config, items, stretches}: ReviewText): Element {
  return teiBlock('titleStmt', {}, [
    x('title', teiWords(title)),
    ...config.authors.map(({name, role}) => {
      if (role === 'aut') return x('author', teiWords(name))
      return x('respStmt', [x('resp', role), x('name', teiWords(name))])
    }),
    ...makers(items, stretches),
  ])
}

/** Who or what made the records, and who judged them. */
function makers(items: readonly ReviewItem[], stretches: readonly Stretch[]): Element[] {
  // Escapes are no items, but somebody made them.
  const applied = stretches.flatMap(({by}) =>
    by === null ? [] : [{by: by.by, isHit: by.id.includes('@')}],
  )
  const made = [...items, ...applied]
  const rules = new Set(made.flatMap(({isHit, by}) => (isHit ? [by] : [])))
  const editors = new Set(made.flatMap(({isHit, by}) => (isHit ? [] : [by])))
  const said = items.flatMap(({judgement}) => [...judgement.valid, ...judgement.stale])
  const reviewers = new Set(said.map(({who}) => who))
  const people = [...new Set([...editors, ...reviewers])].toSorted()
  return [
    ...people.map((name) =>
      x('respStmt', {'xml:id': teiIds.person(name)}, [
        ...(editors.has(name) ? [x('resp', 'editor: made records and marks by hand')] : []),
        ...(reviewers.has(name) ? [x('resp', 'reviewer: judged records and marks')] : []),
        x('name', teiWords(name)),
      ]),
    ),
    ...[...rules]
      .toSorted()
      .map((name) =>
        x('respStmt', {'xml:id': teiIds.rule(name)}, [
          x('resp', 'rule of a program: found records or joins'),
          x('name', {type: 'rule'}, teiWords(name)),
        ]),
      ),
  ]
}

function publication({config}: ReviewText): Element {
  const {holder, statement, licence, uri, redistribute, permission} = config.rights
  const more = [
    ...(permission === undefined ? [] : [permission]),
    ...(redistribute ? [] : ['For private study; it may not be passed on.']),
  ]
  const target: Record<string, string> = uri === undefined ? {} : {target: encodeURI(uri)}
  return teiBlock('publicationStmt', {}, [
    x('authority', 'The editors of this text'),
    teiBlock('availability', {status: redistribute ? 'free' : 'restricted'}, [
      x('p', teiWords(`© ${holder}. ${statement}`)),
      ...(licence === undefined && uri === undefined
        ? []
        : [x('licence', target, teiWords(licence ?? 'The licence stands at the address.'))]),
      ...more.map((words) => x('p', teiWords(words))),
    ]),
  ])
}

function sourceOf({config, source}: ReviewText): Element {
  const {file, bytes, obtained, collated} = config.source
  return teiBlock('sourceDesc', {}, [
    x('bibl', [
      ...teiWords(config.published),
      x('idno', {type: 'SHA-256'}, source.sha256),
      x('extent', `${bytes} bytes`),
      x('note', {type: 'file'}, teiWords(file)),
      x('note', {type: 'obtained'}, teiWords(obtained)),
      x('note', {type: 'state'}, teiWords(config.state)),
      x(
        'note',
        {type: 'collation'},
        collated ? 'Collated with a printed copy.' : 'Not collated with a printed copy.',
      ),
    ]),
  ])
}
