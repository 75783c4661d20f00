import {h} from 'hastscript'
import type {ElementContent} from 'hast'
import type {TextEdition} from '../model/edited-text.ts'
import {asciiForm, byHeading} from '../names/forms-of-name.ts'
import {listOccurrences} from '../names/list-occurrences.ts'
import {nameKinds} from '../names/name.ts'
import type {Name, NameForm, Names} from '../names/name.ts'
import {folded} from '../text/folded.ts'
import type {EditionDocument} from './documents.ts'
import {nameEntryId} from './ids.ts'
import type {Labels} from './labels.ts'
import {matterDocument} from './matter.ts'
import {namesOfTexts} from './names-of-texts.ts'

/** Name of the document with the concordance of names. */
export const namesName = 'names'

/**
 * Make the concordance of names: every name that is spelt in more than one way, with the ways and who has them.
 *
 * Shape: names, edited texts, labels, language → one document: a list a kind of name; `null` when there is none.
 */
export function namesDocument(
  names: Names,
  texts: readonly TextEdition[],
  labels: Labels,
  language: string,
): EditionDocument | null {
  const users = usersOf(texts)
  const varied = [...names.names.values()].filter((name) => spelt(name).length > 1).sort(byHeading)
  if (varied.length === 0) return null
  const parts = nameKinds.flatMap((kind) => {
    const own = varied.filter((name) => name.kind === kind)
    if (own.length === 0) return []
    const list = h(
      'ul.entries',
      own.map((name) => entry(name, users, labels)),
    )
    return [{id: `${namesName}-${kind}`, title: labels.nameKinds[kind], content: [list]}]
  })
  const about = {name: namesName, title: labels.nameList, language}
  return matterDocument(about, [h('p', labels.nameListNote)], parts)
}

/** The forms that follow a system and are in no longer one: short forms and descriptions are no spelling. */
function spelt({name, forms, also}: Name): NameForm[] {
  const all = [...forms, ...also].filter(({form, scheme}) => scheme !== undefined || form === name)
  const padded = all.map(({form}) => ` ${folded(form)} `)
  return all.filter((_, index) => {
    const own = padded[index] ?? ''
    return !padded.some((other) => other !== own && other.includes(own))
  })
}

function entry(name: Name, users: ReadonlyMap<string, readonly string[]>, labels: Labels) {
  const forms = spelt(name).flatMap((one, index): ElementContent[] => {
    const by = users.get(keyOf(name.id, one.form)) ?? []
    const plain = asciiForm(one.form)
    const said = [one.scheme && labels.schemes[one.scheme], plain, by.join(', ')].filter(Boolean)
    const form = by.length > 0 ? one.form : `[${one.form}]`
    return [{type: 'text', value: `${index === 0 ? ': ' : '; '}${form} (${said.join('; ')})`}]
  })
  const id = nameEntryId(namesName, name.id)
  return h('li', {id}, h('p', [h('span.heading', name.sort), ...forms]))
}

/** The texts that have each form of each name. */
function usersOf(texts: readonly TextEdition[]): Map<string, string[]> {
  const called = namesOfTexts(texts)
  const found = new Map<string, string[]>()
  for (const {text, tree} of texts) {
    const name = called.get(text.id) ?? text.id
    for (const one of listOccurrences(tree)) {
      const key = keyOf(one.name, one.form)
      const list = found.get(key) ?? []
      if (!list.includes(name)) found.set(key, [...list, name])
    }
  }
  return found
}

function keyOf(name: string, form: string): string {
  return `${name}\n${form}`
}
