import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {TextEdition} from '../model/edited-text.ts'
import {asciiForm, byHeading, leadingForms, otherForms} from '../names/forms-of-name.ts'
import {indexSection, indexSections} from '../names/index-section.ts'
import type {Name, Names} from '../names/name.ts'
import {placesOfNames} from '../names/places-of-names.ts'
import {isDefinition} from '../structure/tree.ts'
import type {EditionDocument} from './documents.ts'
import {nameEntryId, nameId} from './ids.ts'
import type {Labels} from './labels.ts'
import {matterDocument} from './matter.ts'
import {namesOfTexts} from './names-of-texts.ts'
import {noteName} from './note-name.ts'

/** Name of the document with the index. */
export const indexName = 'index'

/** A place of a text in which a name stands, once however often it stands there. */
interface Stop {
  readonly href: string
  readonly words: string
}

/** Where a name stands in one text. */
interface Stops {
  readonly text: string
  readonly stops: readonly Stop[]
}

/**
 * Make the index: persons, places, subjects, with every form that leads to them.
 *
 * Shape: names, edited texts, labels, language → one document; each entry has its other forms, then links to the
 * paragraphs and notes in which it stands, text by text; on paper the pages stand instead, from the ids in
 * `data-targets`. A form that is sorted elsewhere has an entry of its own that leads there. `null` when no name
 * stands in a text.
 */
export function indexDocument(
  names: Names,
  texts: readonly TextEdition[],
  labels: Labels,
  language: string,
): EditionDocument | null {
  const stops = stopsOf(texts, labels)
  const found = [...names.names.values()].filter(({id}) => stops.has(id)).sort(byHeading)
  if (found.length === 0) return null
  const there = new Set(found.map(({id}) => id))
  const parts = indexSections.flatMap((section) => {
    const own = found.filter(({kind}) => indexSection(kind) === section)
    if (own.length === 0) return []
    const entries = own.map((name) => ({
      sort: name.sort,
      element: entry(name, stops.get(name.id), names, there, labels),
    }))
    const all = [...entries, ...seeEntries(own, labels)].sort(byHeading)
    const list = h(
      'ul.entries.index-entries',
      all.map(({element}) => element),
    )
    const title = labels.indexSections[section]
    return [{id: `${indexName}-${section}`, title, className: 'index-part', content: [list]}]
  })
  const about = {name: indexName, title: labels.index, language}
  const note = h('p', [labels.indexNote, h('span.off-paper', ` ${labels.indexNumbers}`)])
  return matterDocument(about, [note], parts, 'index')
}

function entry(
  name: Name,
  found: {readonly targets: readonly string[]; readonly texts: readonly Stops[]} | undefined,
  {names}: Names,
  there: ReadonlySet<string>,
  labels: Labels,
): Element {
  const forms = otherForms(name).flatMap(({form}) => [form, asciiForm(form)])
  const own = [asciiForm(name.sort), ...forms].filter((form) => form !== null)
  const listed = own.length > 0 ? [` (${own.join('; ')})`] : []
  const places = (found?.texts ?? []).flatMap(({text, stops}, index): ElementContent[] => [
    {type: 'text', value: `${index === 0 ? ': ' : '; '}${text} `},
    ...stops.flatMap(({href, words}, at): ElementContent[] => [
      ...(at === 0 ? [] : [{type: 'text', value: ', '} as const]),
      h('a', {href}, words),
    ]),
  ])
  const related = name.see.flatMap((id): ElementContent[] => {
    const other = names.get(id)
    if (!other || !there.has(id)) return []
    return [h('a', {href: linkTo(id)}, other.sort)]
  })
  const links = related.flatMap((link, index): ElementContent[] => [
    {type: 'text', value: index === 0 ? ' ' : ', '},
    link,
  ])
  const also = related.length > 0 ? [h('span.see', ['. ', h('i', labels.seeAlso), ...links])] : []
  return h('li.index-entry', {id: nameEntryId(indexName, name.id)}, [
    h('p', [
      h('span.heading.index-term', name.sort),
      ...listed,
      h('span.locators', {dataTargets: found?.targets.join(' ')}, places),
      ...also,
    ]),
  ])
}

/** An entry for each form that is sorted elsewhere than its name. */
function seeEntries(
  names: readonly Name[],
  labels: Labels,
): {readonly sort: string; readonly element: Element}[] {
  return names.flatMap((name) => {
    return leadingForms(name).map(({form}) => {
      const plain = asciiForm(form)
      const words = plain === null ? form : `${form} (${plain})`
      const link = h('a', {href: linkTo(name.id)}, name.sort)
      const said = [h('span.index-term', words), ', ', h('i', labels.see), ' ', link]
      return {sort: form, element: h('li.index-entry', h('p', said))}
    })
  })
}

function linkTo(id: string): string {
  return `${indexName}.xhtml#${nameEntryId(indexName, id)}`
}

/** Where each name stands. */
function stopsOf(
  texts: readonly TextEdition[],
  labels: Labels,
): Map<string, {targets: string[]; texts: Stops[]}> {
  const called = namesOfTexts(texts)
  const found = new Map<string, {targets: string[]; texts: Stops[]}>()
  for (const {text, tree} of texts) {
    const notes = new Map(
      tree.children.filter(isDefinition).map((one) => {
        return [one.identifier, noteName(one.data?.note, labels)] as const
      }),
    )
    for (const [name, places] of placesOfNames(tree)) {
      const entry = found.get(name) ?? {targets: [], texts: []}
      entry.targets.push(
        ...places.flatMap(({numbers}) => numbers.map((one) => nameId(text.id, one))),
      )
      const stops = places.map(({paragraph, note, numbers: [first = 0]}) => ({
        href: `text-${text.id}.xhtml#${nameId(text.id, first)}`,
        words: note === undefined ? String(paragraph) : noteWords(notes.get(note), labels),
      }))
      entry.texts.push({text: called.get(text.id) ?? text.id, stops})
      found.set(name, entry)
    }
  }
  return found
}

function noteWords(name: string | undefined, labels: Labels): string {
  return name === undefined || name === labels.note
    ? labels.note.toLocaleLowerCase('en')
    : `${labels.noteShort}\u00A0${name}`
}
