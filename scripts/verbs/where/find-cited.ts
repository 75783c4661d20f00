import {noteId, pageId, paragraphId} from '../../../build/html/ids.ts'
import type {TextEdition} from '../../../build/model/edited-text.ts'
import {spansOfBlocks} from '../../../build/review/export.ts'
import {blocksOf, wordsOfBlock, writeLocator} from '../../../build/structure/locators.ts'
import type {Block} from '../../../build/structure/locators.ts'
import {isDefinition} from '../../../build/structure/tree.ts'
import type {Span} from '../../../build/text/correction.ts'
import {writeSpans} from './found.ts'
import type {Found} from './found.ts'
import type {Sought} from './locator.ts'

/**
 * Find a page, paragraph or note of a text.
 *
 * Shape: edited text and what is sought → what was found; a note number that is printed several times, in
 * several series, is found as often.
 */
export function findCited(edition: TextEdition, {kind, name}: Sought): Found[] {
  const blocks = blocksOf(edition.tree)
  if (kind === 'page') return findPage(edition, blocks, name)
  if (kind === 'paragraph') {
    const block = blocks.find(({paragraph}) => paragraph === Number(name))
    if (!block) return []
    const spans = spansOfBlocks(edition.tree, [block])
    const id = paragraphId(edition.text.id, Number(name))
    return [found(edition, spans, writeLocator(block), id, [block])]
  }
  return notesNamed(edition, name).map((note) => {
    const own = blocks.filter((block) => block.note === note)
    const spans = spansOfBlocks(edition.tree, own)
    const id = noteId(edition.text.id, note)
    return found(edition, spans, writeLocator(own[0] ?? {}), id, own)
  })
}

/** The page from its first word in the body to its last, with the notes between them. */
function findPage(edition: TextEdition, blocks: readonly Block[], name: string): Found[] {
  const runs = blocks.flatMap((block) => block.runs)
  const own = runs.filter(({page, leaf}) => leaf && page?.replaceAll(/[[\]]/g, '') === name)
  const places = own.flatMap(({leaf}) => leaf?.position ?? [])
  const label = own[0]?.page
  if (label === undefined) return []
  const start = Math.min(...places.map((place) => place.start.offset))
  const end = Math.max(...places.map((place) => place.end.offset))
  const words = own.map(({value}) => value).join(' ')
  const {text} = edition
  return [
    {
      text,
      offset: start,
      target: {file: `text-${text.id}.xhtml`, id: pageId(text.id, label)},
      words,
      line: `${writeSpans(text, [{start, end}])}\tp. ${label}\t${ends(words)}`,
    },
  ]
}

/** The notes that are called so: by number or sign in print, or else by their number in the edition. */
function notesNamed({tree}: TextEdition, name: string): string[] {
  const notes = tree.children.filter(isDefinition)
  const printed = notes.filter(({data}) => data?.note?.printed.normalize('NFKC') === name)
  const others = notes.filter(
    ({identifier, data}) => identifier === name || data?.note?.number === name,
  )
  return (printed.length > 0 ? printed : others).map(({identifier}) => identifier)
}

function found(
  {text}: TextEdition,
  spans: readonly Span[],
  locator: string,
  id: string,
  blocks: readonly Block[],
): Found {
  const words = blocks.map((block) => wordsOfBlock(block).text).join(' ')
  return {
    text,
    offset: spans[0]?.start ?? 0,
    target: {file: `text-${text.id}.xhtml`, id},
    words,
    line: `${writeSpans(text, spans)}\t${locator}\t${ends(words)}`,
  }
}

/** The first and last words of a run. */
function ends(words: string): string {
  const all = words.replaceAll(/\s+/g, ' ').trim().split(' ')
  if (all.length <= 2 * shownWords) return all.join(' ')
  return `${all.slice(0, shownWords).join(' ')} … ${all.slice(-shownWords).join(' ')}`
}

const shownWords = 5
