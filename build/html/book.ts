import type {CheckedBibliography} from '../bibliography/check-bibliography.ts'
import type {TextEdition} from '../model/edited-text.ts'
import type {EditionConfig, Person} from '../model/config.ts'
import {bibliographyDocument} from './bibliography-document.ts'
import {noMatter} from '../matter/matter.ts'
import {noNames} from '../names/name.ts'
import type {EditionBook} from './documents.ts'
import {aboutPage, titlePage} from './front-matter.ts'
import {glossesOf} from './glosses.ts'
import {labelsFor} from './labels.ts'
import {claimsOf, madeDocuments, writtenDocuments} from './matter-documents.ts'
import type {EditorsMatter} from './matter-documents.ts'
import type {Pictures} from './picture.ts'
import {makePlaces} from './places.ts'
import {textDocument} from './text-document.ts'

/** What a build may set besides what edition.yaml says. */
export interface BookOptions {
  /** Identifier of this book: the edition's own, or that of an extract. */
  readonly identifier: string
  /** When it last changed, in UTC, to the second. */
  readonly modified: string
  /** Title of an extract (default: that of the edition). */
  readonly title?: string | undefined
  /** What the notes cite, if the edition has a bibliography. */
  readonly cited?: CheckedBibliography | undefined
  /** What the editors say beside the texts; in an extract, all but the matter before and behind them. */
  readonly said?: EditorsMatter | undefined
  /** What is drawn for them. */
  readonly pictures?: Pictures | undefined
}

/**
 * Put the documents of an edition together.
 *
 * Shape: configuration, edited texts in their order, options → a book that every output takes.
 */
export function makeBook(
  config: EditionConfig,
  texts: readonly TextEdition[],
  options: BookOptions,
): EditionBook {
  const labels = labelsFor(config.language)
  const named =
    options.title === undefined ? config : {...config, title: options.title, subtitle: undefined}
  const {cited, title} = options
  const glosses = cited ? glossesOf(cited, labels, title !== undefined) : new Map()
  const bibliography = cited ? bibliographyDocument(cited, texts, labels, config.language) : null
  const {language} = config
  const {names = noNames, documents: read = new Map(), matter = noMatter} = options.said ?? {}
  const pictures: Pictures = options.pictures ?? new Map()
  const written = title === undefined ? matter : noMatter
  const context = {
    findPlace: makePlaces(texts, labels),
    documents: read,
    pictures,
    labels,
  }
  const documents = [
    titlePage(named, texts, labels),
    ...writtenDocuments(written.front, context, language, 'frontmatter'),
    ...texts.map((edition) => textDocument(edition, context, glosses, language)),
    ...writtenDocuments(written.back, context, language, 'backmatter'),
    ...(bibliography ? [bibliography] : []),
    ...madeDocuments({names, documents: read, matter: written}, texts, context, language),
    aboutPage(config, texts, claimsOf(names, written, texts), labels),
  ]
  const isPrivate = texts.some(({text}) => !text.config.rights.redistribute)
  const rights =
    isPrivate && !config.rights.includes(labels.privateStudy)
      ? `${config.rights} ${labels.privateStudy}`
      : config.rights
  return {
    title: named.title,
    subtitle: named.subtitle,
    identifier: options.identifier,
    language: config.language,
    modified: options.modified,
    publisher: config.publisher,
    description: config.description,
    rights,
    subjects: config.subjects,
    authors: distinct(texts.flatMap(({text}) => text.config.authors)),
    editors: config.editors,
    published: texts.map(({text}) => text.config.published),
    pageSources: texts.flatMap(({text: {config: one}}) =>
      one.pagination.status === 'none' ? [] : [one.published],
    ),
    documents,
    pictures,
  }
}

function distinct(people: readonly Person[]): Person[] {
  return people.filter((one, index) => people.findIndex(({name}) => name === one.name) === index)
}
