import {noteId, paragraphId} from '../../../build/html/ids.ts'
import type {TextEdition} from '../../../build/model/edited-text.ts'
import {spansOfBlocks} from '../../../build/review/export.ts'
import {blocksOf, wordsOfBlock, writeLocator} from '../../../build/structure/locators.ts'
import type {Block, Locator} from '../../../build/structure/locators.ts'
import {isDefinition} from '../../../build/structure/tree.ts'
import type {Leaf} from '../../../build/structure/tree.ts'
import {anchorsOf} from './anchors.ts'
import {writeSpans} from './found.ts'
import type {Found} from './found.ts'
import type {Sought} from './locator.ts'

/**
 * Find a page, paragraph or note of a text.
 *
 * Shape: edited text, what is sought, whether notes count anew in each text → what was found, once for each
 * page or note that is called so: the runs of the source that it is made of, what it is called, its first and
 * last words. Of a page those of the body; its notes are found as notes. Where no note has such a number in
 * print the one that has it in the edition is meant, if it is the number of the text alone.
 */
export function findCited(
  edition: TextEdition,
  {kind, name}: Pick<Sought, 'kind' | 'name'>,
  isPerText = true,
): Found[] {
  const {text, tree} = edition
  const blocks = blocksOf(tree)
  if (kind === 'page') return findPages(edition, blocks, name)
  if (kind === 'paragraph') {
    const number = Number(name)
    const own = blocks.filter(({paragraph}) => paragraph === number)
    return found(edition, own, own[0], paragraphId(text.id, number))
  }
  const named = notesNamed(edition, name)
  const notes = named.length > 0 || !isPerText ? named : notesNumbered(edition, name)
  return notes.flatMap((note) => {
    const own = blocks.filter((block) => block.note === note)
    const remark = named.length > 0 ? '' : `  (number ${name} in the edition)`
    return found(edition, own, own[0], noteId(text.id, note), remark)
  })
}

function findPages(edition: TextEdition, blocks: readonly Block[], name: string): Found[] {
  const pages = new Map<string, {label: string; leaves: Set<Leaf>}>()
  for (const {leaf, page} of anchorsOf(edition)) {
    if (!page || page.label.replaceAll(/^\[|\]$/g, '') !== name) continue
    const one = pages.get(page.id) ?? {label: page.label, leaves: new Set()}
    pages.set(page.id, one)
    one.leaves.add(leaf)
  }
  return [...pages].flatMap(([id, {label, leaves}]) => {
    const own = blocks.flatMap((block) => {
      const runs = block.runs.filter(({leaf}) => !leaf || leaves.has(leaf))
      return runs.some(({leaf}) => leaf) ? [{...block, runs}] : []
    })
    return found(edition, own, {page: label}, id)
  })
}

/** The notes that have a number or sign in print, or are called so by `where` itself. */
function notesNamed({tree}: TextEdition, name: string): string[] {
  return tree.children
    .filter(isDefinition)
    .filter(({identifier, data}) => {
      return identifier === name || data?.note?.printed.normalize('NFKC') === name
    })
    .map(({identifier}) => identifier)
}

function notesNumbered({tree}: TextEdition, name: string): string[] {
  const notes = tree.children.filter(isDefinition)
  return notes.filter(({data}) => data?.note?.number === name).map(({identifier}) => identifier)
}

function found(
  edition: TextEdition,
  blocks: readonly Block[],
  locator: Partial<Locator> | undefined,
  id: string,
  remark = '',
): Found[] {
  const {text, tree} = edition
  const leaves = blocks.flatMap(({runs}) => runs.flatMap(({leaf}) => leaf ?? []))
  const [first, last] = [leaves[0], leaves.at(-1)]
  if (!first || !last) return []
  const words = ends(blocks.map((block) => wordsOfBlock(block).text).join(' '))
  const place = writeSpans(text, spansOfBlocks(tree, blocks))
  return [
    {
      edition,
      from: first.position.start.offset,
      last: last.position.end.offset - 1,
      id,
      line: `${place}\t${writeLocator(locator ?? {})}\t${words}${remark}`,
    },
  ]
}

/** The first and last words of a run. */
function ends(words: string): string {
  const all = words.replaceAll(/\s+/g, ' ').trim().split(' ')
  if (all.length <= 2 * shownWords) return all.join(' ')
  return `${all.slice(0, shownWords).join(' ')} … ${all.slice(-shownWords).join(' ')}`
}

const shownWords = 5
