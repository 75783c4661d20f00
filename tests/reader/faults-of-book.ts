import {pageLabels} from '../../build/audit/page-labels.ts'
import {labelsFor} from '../../build/html/labels.ts'
import type {EditionConfig, TextConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {exportNotes} from '../../build/review/export.ts'
import type {ReadBook} from './read-book.ts'

/**
 * Say what a reader found otherwise than the edition says it.
 *
 * Shape: book as it was read, edition → sentences; none when everything is right. Everything that
 * is expected comes from what the editors wrote, nothing from the EPUB.
 */
export function faultsOfBook(
  book: ReadBook,
  config: EditionConfig,
  texts: readonly TextEdition[],
): string[] {
  return [
    ...differ('The title', config.title, book.title),
    ...faultsOfChapters(book, texts),
    ...faultsOfContents(book, config, texts),
    ...faultsOfPages(book, texts),
    ...faultsOfNotes(book, texts),
  ]
}

function faultsOfChapters({chapters}: ReadBook, texts: readonly TextEdition[]): string[] {
  const titles = chapters.map(({title}) => title)
  const lost = texts.filter(({text}) => !titles.includes(titleOf(text.config)))
  return [
    ...lost.map(({text}) => `No chapter is called ${titleOf(text.config)}`),
    ...chapters.flatMap(({file, isWellFormed, words, missing}) => [
      ...(isWellFormed ? [] : [`${file} is not well-formed`]),
      // The cover is a picture.
      ...(words.trim() === '' && !file.endsWith('/cover.xhtml') ? [`${file} shows no words`] : []),
      ...missing.map((what) => `${file} lacks a ${what}`),
    ]),
  ]
}

function faultsOfContents(
  {contents}: ReadBook,
  config: EditionConfig,
  texts: readonly TextEdition[],
): string[] {
  const {titlePage, about} = labelsFor(config.language)
  const expected = [titlePage, ...texts.map(({text}) => titleOf(text.config)), about]
  const there = contents.filter(({depth}) => depth === 0).map(({label}) => label)
  return [
    ...differ('The contents', expected.join('; '), there.join('; ')),
    ...contents.flatMap(({label, says}) => differ(`The entry ${label} leads to`, label, says)),
  ]
}

function faultsOfPages({pages}: ReadBook, texts: readonly TextEdition[]): string[] {
  const expected = texts.flatMap(({text}) => pageLabels(text))
  return [
    ...differ('The pages', expected.join(' '), pages.map(({label}) => label).join(' ')),
    ...pages.flatMap(({label, says, role}) =>
      differ(`Page ${label} leads to`, `doc-pagebreak ${label}`, says && `${role} ${says}`),
    ),
  ]
}

function faultsOfNotes({calls, backlinks}: ReadBook, texts: readonly TextEdition[]): string[] {
  const notes = texts.flatMap((text) => exportNotes(text))
  const known = new Map(notes.map((note) => [note.id, note]))
  const annotations = new Map(
    texts.flatMap(({text}) =>
      text.annotations.annotations.map((one) => [
        `${text.id}-e-${one.id}`,
        one.claims
          .map(({says, basis}) => says.replaceAll('*', '') + (basis === 'computed' ? '' : ' (…)'))
          .join(' '),
      ]),
    ),
  )
  const noteOf = (call: string): string => {
    const id = call.replace(/^fnref-/, '')
    return known.has(id) ? id : id.replace(/_r\d+$/, '')
  }
  return [
    ...notes.flatMap(({id, references}) => {
      const count = calls.filter((call) => noteOf(call.id) === id).length
      const back = backlinks.find(({note}) => note === `fn-${id}`)
      return [
        ...differ(`The calls of note ${id}`, String(references.length), String(count)),
        ...differ(`Note ${id} leads back to`, `fnref-${id}`, back?.call ?? null),
      ]
    }),
    ...calls.flatMap(({id, label, kind, words, back}) => {
      const note = known.get(noteOf(id))
      const isNumber = note?.printed !== ''
      const shown = note?.text ?? annotations.get(noteOf(id)) ?? 'a note'
      return [
        ...differ(`The call ${id} opens`, 'footnote', kind),
        ...differ(`The call ${id} shows`, shown, words),
        ...(isNumber ? differ(`The number of ${id}`, label, back.replace(/\.$/, '')) : []),
      ]
    }),
  ]
}

/** What a text is called in running heads and contents. */
function titleOf({title, shortTitle}: TextConfig): string {
  return shortTitle ?? title
}

/** Words apart from the breaks of lines, which are the screen's. */
function differ(what: string, expected: string, found: string | null): string[] {
  const flat = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()
  if (found !== null && flat(expected) === flat(found)) return []
  return [
    `${what}: expected "${flat(expected)}", found ${found === null ? 'nothing' : `"${flat(found)}"`}`,
  ]
}
