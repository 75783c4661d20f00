import type {Element} from 'hast'
import {h} from 'hastscript'
import {bases} from '../annotations/annotation.ts'
import type {Claim} from '../annotations/annotation.ts'
import type {TextEdition} from '../model/edited-text.ts'
import type {EditionConfig} from '../model/config.ts'
import type {EditionDocument} from './documents.ts'
import {statement} from './editorial-statement.ts'
import type {Labels} from './labels.ts'
import {rightsOf} from './rights.ts'

/** Make the title page. */
export function titlePage(
  config: EditionConfig,
  texts: readonly TextEdition[],
  labels: Labels,
): EditionDocument {
  const authors = texts.map(({text: {config: one}}) => {
    const title = one.shortTitle ?? one.title
    // An extract has the title of its text already.
    const rest = title === config.title ? [] : [': ', h('cite', title)]
    return h('li', [h('span.author', one.authors.map(({name}) => name).join(', ')), ...rest])
  })
  const editors = config.editors.map(({name}) => name).join(', ')
  const section = h('section.titlepage.generated', {ariaLabelledBy: 'title'}, [
    h('h1#title', config.title),
    ...(config.subtitle ? [h('p.subtitle', config.subtitle)] : []),
    h('ul.texts', authors),
    ...(editors ? [h('p.editors', `${labels.editedBy} ${editors}`)] : []),
    ...(config.publisher ? [h('p.publisher', config.publisher)] : []),
  ])
  return document('titlepage', labels.titlePage, config.language, section)
}

/** Make the imprint: principles, sources and their state, what was corrected, rights. */
export function aboutPage(
  config: EditionConfig,
  texts: readonly TextEdition[],
  claims: readonly Claim[],
  labels: Labels,
): EditionDocument {
  const section = h('section.about.generated', {ariaLabelledBy: 'about-title'}, [
    h('h1#about-title', labels.about),
    ...labels.principles.map((paragraph) => h('p', paragraph)),
    part(
      'about-sources',
      labels.sources,
      texts.flatMap(({text}) => sourceOf(text.config, labels)),
    ),
    part(
      'about-corrections',
      labels.corrections,
      texts.flatMap((edition) => statement(edition, labels)),
    ),
    ...annotationsPart(config, claims, labels),
    part('about-rights', labels.rights, [
      h('p', config.rights),
      ...texts.map(({text: {config: one}}) =>
        h('p', `${one.shortTitle ?? one.title}: ${rightsOf(one.rights, labels)}`),
      ),
    ]),
  ])
  return document('about', labels.about, config.language, section)
}

/** How many claims of the annotations rest on what, and who has checked them. */
function annotationsPart(
  config: EditionConfig,
  claims: readonly Claim[],
  labels: Labels,
): Element[] {
  if (claims.length === 0) return []
  const counts = bases.flatMap((basis) => {
    const number = claims.filter((claim) => claim.basis === basis).length
    const [one, many] = labels.bases[basis]
    return number > 0 ? [h('li', `${number} ${number === 1 ? one : many}`)] : []
  })
  const checked = config.checkedBy ? `${labels.checkedBy} ${config.checkedBy}.` : labels.unchecked
  return [
    part('about-annotations', labels.annotations, [
      h('p', `${labels.annotationsNote} ${checked}`),
      h('ul.counts', counts),
    ]),
  ]
}

function sourceOf(config: TextEdition['text']['config'], labels: Labels): Element[] {
  const {pagination, source, state, published} = config
  const collated = source.collated ? labels.collated : labels.notCollated
  const evidence = pagination.evidence ? ` ${pagination.evidence}` : ''
  return [
    h('h3', config.shortTitle ?? config.title),
    h('p', published),
    h('p', `${source.obtained.replace(/(?<![.!?])$/, '.')} ${collated}`),
    h('p', `${state}${evidence}`),
  ]
}

function part(id: string, title: string, children: Element[]): Element {
  return h('section', {ariaLabelledBy: id}, [h('h2', {id}, title), ...children])
}

function document(
  kind: 'titlepage' | 'about',
  title: string,
  language: string,
  section: Element,
): EditionDocument {
  const toc = {href: `${kind}.xhtml`, title, children: []}
  return {kind, name: kind, title, language, section, toc, pages: []}
}
