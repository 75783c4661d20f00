import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {CheckedBibliography} from '../bibliography/check-bibliography.ts'
import {formatEntry} from '../bibliography/entry.ts'
import type {Item} from '../bibliography/item.ts'
import {repositoriesOf, sectionsOf} from '../bibliography/sections.ts'
import type {Entry} from '../bibliography/sections.ts'
import type {TextEdition} from '../model/edited-text.ts'
import {isDefinition} from '../structure/tree.ts'
import type {EditionDocument} from './documents.ts'
import {bibliographyName, wordsOf} from './glosses.ts'
import {entryId, noteId} from './ids.ts'
import type {Labels} from './labels.ts'
import {noteName} from './note-name.ts'
import {namesOfTexts} from './names-of-texts.ts'

/** A note that cites an item: where it is, and what it is called. */
interface Citing {
  readonly text: string
  readonly href: string
  readonly name: string
}

/**
 * Make the bibliography of an edition: everything its notes cite, once.
 *
 * Shape: what the notes cite, edited texts, labels, language → one document: a list a section, documents under
 * what they are published in; each entry ends with links to the notes that cite it. `null` when the book has
 * no citation.
 */
export function bibliographyDocument(
  cited: CheckedBibliography,
  texts: readonly TextEdition[],
  labels: Labels,
  language: string,
): EditionDocument | null {
  const citing = citingNotes(cited, texts, labels)
  // An extract lists what it cites, and what that is published in.
  const ids = new Set(
    [...citing.keys()].flatMap((id) => [id, cited.items.get(id)?.custom.host ?? id]),
  )
  const wanted = new Map([...cited.items].filter(([id]) => ids.has(id)))
  if (wanted.size === 0) return null
  const sections = sectionsOf(wanted)
  const line = (item: Item, isUnderFile = false): Element =>
    h('p', [
      ...formatEntry(item, isUnderFile).map(wordsOf),
      ...backlinks(citing.get(item.id) ?? [], labels),
    ])
  const entry = ({item, documents}: Entry, isUnderFile = false): Element => {
    const below = documents.map((one) => h('li', {id: entryId(one.id)}, line(one)))
    const list = below.length > 0 ? [h('ul.documents', below)] : []
    return h('li', {id: entryId(item.id)}, [line(item, isUnderFile), ...list])
  }
  const archives = (entries: readonly Entry[]): ElementContent[] =>
    repositoriesOf(entries, cited.items).flatMap(({name: repository, files}) => [
      h('h3', repository),
      h(
        'ul.entries',
        files.flatMap(({signature, documents}) => {
          const held = documents.map((one) => entry(one, true))
          return signature === '' ? held : h('li', [h('p', signature), h('ul.documents', held)])
        }),
      ),
    ])
  const name = bibliographyName
  const parts = sections.map(({section, entries}) => {
    const id = `${name}-${section}`
    return h('section', {ariaLabelledBy: id}, [
      h('h2', {id}, labels.bibliographySections[section]),
      ...(section === 'archive'
        ? archives(entries)
        : [
            h(
              'ul.entries',
              entries.map((one) => entry(one)),
            ),
          ]),
    ])
  })
  const title = labels.bibliography
  const section = h(`section.${name}.generated`, {ariaLabelledBy: `${name}-title`}, [
    h('h1', {id: `${name}-title`}, title),
    h('p', labels.bibliographyNote),
    ...parts,
  ])
  const children = sections.map((one) => ({
    href: `${name}.xhtml#${name}-${one.section}`,
    title: labels.bibliographySections[one.section],
    children: [],
  }))
  const toc = {href: `${name}.xhtml`, title, children}
  return {kind: 'bibliography', name, title, language, section, toc, pages: []}
}

function backlinks(notes: readonly Citing[], labels: Labels): ElementContent[] {
  const texts = [...new Set(notes.map(({text}) => text))]
  if (texts.length === 0) return []
  const lists = texts.flatMap((text, index): ElementContent[] => {
    const own = notes.filter((one) => one.text === text)
    const links = own.flatMap((one, at): ElementContent[] => {
      const link = h('a', {href: one.href}, one.name)
      return at === 0 ? [link] : [{type: 'text', value: ', '}, link]
    })
    const lead = `${index === 0 ? '' : '; '}${text} `
    return [{type: 'text', value: lead}, ...links]
  })
  return [{type: 'text', value: ' '}, h('span.citing', [`${labels.citedIn} `, ...lists, '.'])]
}

/** The notes that cite each item, once each, in the order of the edition. */
function citingNotes(
  {citations}: CheckedBibliography,
  texts: readonly TextEdition[],
  labels: Labels,
): Map<string, Citing[]> {
  const names = namesOfTexts(texts)
  const found = new Map<string, Citing[]>()
  for (const {text, tree} of texts) {
    const facts = new Map(
      tree.children.filter(isDefinition).map((node) => [node.identifier, node.data?.note]),
    )
    const name = names.get(text.id) ?? text.id
    for (const {note, citation} of citations.get(text.id) ?? []) {
      const list = found.get(citation.item) ?? []
      found.set(citation.item, list)
      const href = `text-${text.id}.xhtml#${noteId(text.id, note)}`
      if (list.some((one) => one.href === href)) continue
      list.push({text: name, href, name: noteName(facts.get(note), labels)})
    }
  }
  return found
}
