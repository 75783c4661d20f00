import type {TextEdition} from '../model/edited-text.ts'
import {isDefinition, isLeaf, isParent} from '../structure/tree.ts'
import type {Parents} from '../structure/tree.ts'
import {toOffset} from '../text/place.ts'
import type {Place} from '../text/place.ts'
import {noteId, paragraphId} from './ids.ts'
import type {Labels} from './labels.ts'
import {namesOfTexts} from './names-of-texts.ts'
import {noteName} from './note-name.ts'

/** A place of a text as other documents refer to it. */
export interface PlaceReference {
  readonly href: string
  /** Short name of the text. */
  readonly text: string
  /** Paragraph or note, such as `¶ 12`; empty where the place has neither. */
  readonly locator: string
}

/** Say how a place of a text is referred to; `undefined` when the text or the place is not there. */
export type FindPlace = (text: string, at: Place) => PlaceReference | undefined

interface Stretch {
  readonly start: number
  readonly end: number
  readonly href: string
  readonly locator: string
}

/**
 * Make a finder of places.
 *
 * Shape: edited texts, labels → finder; a place is referred to by the number of its paragraph, which is the same in
 * all outputs, or by its note.
 */
export function makePlaces(texts: readonly TextEdition[], labels: Labels): FindPlace {
  const names = namesOfTexts(texts)
  const stretches = new Map(texts.map((one) => [one.text.id, stretchesOf(one, labels)]))
  const lines = new Map(texts.map(({text}) => [text.id, text.source.lines]))
  return (text, at) => {
    const own = stretches.get(text)
    const within = lines.get(text)
    const offset = within && toOffset(within, at)
    if (!own || offset === undefined) return undefined
    const found =
      own.find(({start, end}) => start <= offset && offset < end) ??
      own.find(({start}) => start >= offset)
    const name = names.get(text) ?? text
    return {
      text: name,
      href: found?.href ?? `text-${text}.xhtml#${text}`,
      locator: found?.locator ?? '',
    }
  }
}

/** The stretches of the source that a text's leaves come from, in their order. */
function stretchesOf({text, tree}: TextEdition, labels: Labels): Stretch[] {
  const file = `text-${text.id}.xhtml`
  const found: Stretch[] = []
  const walk = (parent: Parents, href: string, locator: string): void => {
    for (const child of parent.children) {
      if (isLeaf(child)) {
        const {start, end} = child.position
        found.push({start: start.offset, end: end.offset, href, locator})
      } else if (isDefinition(child)) {
        const name = noteName(child.data?.note, labels)
        const said = name === labels.note ? name : `${labels.noteShort} ${name}`
        walk(child, `${file}#${noteId(text.id, child.identifier)}`, said)
      } else if (child.type === 'paragraph' && child.data?.paragraph !== undefined) {
        const number = child.data.paragraph
        walk(child, `${file}#${paragraphId(text.id, number)}`, `¶\u00A0${number}`)
      } else if (isParent(child)) walk(child, href, locator)
    }
  }
  walk(tree, `${file}#${text.id}`, '')
  return found.sort((a, b) => a.start - b.start)
}
