import type {EditedText, TextEdition} from '../../../build/model/edited-text.ts'
import {blocksOf, wordsOfBlock, writeLocator} from '../../../build/structure/locators.ts'
import type {Block, Run} from '../../../build/structure/locators.ts'
import {formatPlace, toPlace} from '../../../build/text/place.ts'
import {findWords} from '../../find-words.ts'

/** A line about words; where the first and the last of their letters stand in the source, in UTF-16 units. */
export interface PlaceLine {
  readonly offset: number
  readonly last: number
  readonly line: string
}

/**
 * Find words in a text, as the edition has them or as only the source has them.
 *
 * Shape: edited text and words → a line a place, in the order of the source.
 */
export function findWordsInText(edition: TextEdition, sought: string): PlaceLine[] {
  const {text, tree} = edition
  const shown = blocksOf(tree).flatMap((block) => {
    const {text: words, runs} = wordsOfBlock(block)
    return findWords(words, sought).map(({start, end}) => {
      const offset = offsetOf(runs, start)
      const here = {...block, page: runs[start]?.page}
      const line = writePlace(text, offset, here, around(words, start, end))
      return {offset, last: offsetOf(runs, end - 1), line}
    })
  })
  const offsets = new Set(shown.map(({offset}) => offset))
  const inSource = findWords(text.source.value, sought)
    .filter(({start}) => !offsets.has(start))
    .map(({start, end}) => {
      const words = around(text.source.value, start, end)
      const block = blockAt(edition, start)
      const lemma = text.records.find(
        (one) => one.start < end && start < one.end && one.act === 'correct',
      )
      const why = lemma ? `in the lemma of ${lemma.id}` : 'in the source only'
      const line = `${writePlace(text, start, block, words)}  (${why})`
      return {offset: start, last: end - 1, line}
    })
  return [...shown, ...inSource].sort((a, b) => a.offset - b.offset)
}

/** Where a character of a block stands in the source; of a reading, where its lemma begins. */
function offsetOf(runs: readonly Run[], index: number): number {
  const run = runs[index]
  const into = run?.leaf?.data.by === null ? index - runs.indexOf(run) : 0
  return (run?.leaf?.position.start.offset ?? 0) + into
}

/** The block that holds a source offset, on the page where the offset lies. */
export function blockAt(edition: TextEdition, offset: number): Block | undefined {
  for (const block of blocksOf(edition.tree)) {
    const run = block.runs.find(({leaf}) => {
      const position = leaf?.position
      return position && position.start.offset <= offset && offset < position.end.offset
    })
    if (run) return {...block, page: run.page}
  }
  return undefined
}

/** Write a place on one line: its place in the source, its locator, the words. */
export function writePlace(
  {id, source}: EditedText,
  offset: number,
  block: Block | undefined,
  words: string,
): string {
  const place = formatPlace(toPlace(source.lines, offset))
  return `${id}:${place}\t${writeLocator(block ?? {})}\t${words}`
}

/** Words with what stands around them, on one line. */
export function around(words: string, start: number, end: number): string {
  const left = words.slice(Math.max(0, start - 30), start)
  const right = words.slice(end, end + 30)
  return `${left}[${words.slice(start, end)}]${right}`.replaceAll(/\s+/g, ' ').trim()
}
