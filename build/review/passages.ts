import type {Root} from 'mdast'
import {blocksOf} from '../structure/locators.ts'
import type {Run} from '../structure/locators.ts'
import type {Passage, PassageRun} from './page-data.ts'

/**
 * List the passages of a text as the edition has them, without repeating its source.
 *
 * Shape: edition tree and source → passages in the reading order, notes last. What stands in the source as
 * it is, is a pair of offsets; blanks, readings and what an escape stands for are given as text.
 */
export function passagesOf(tree: Root, source: string): Passage[] {
  return blocksOf(tree).map((block): Passage => {
    const {type, isQuoted, page, paragraph, note, runs} = block
    return {
      type,
      isQuoted,
      page: page ?? null,
      paragraph: paragraph ?? null,
      note: note ?? null,
      runs: merge(runs.flatMap((run) => runsOf(run, source))),
    }
  })
}

/** The words of a passage, from a source. */
export function wordsOfPassage({runs}: Pick<Passage, 'runs'>, source: string): string {
  return runs.map((run) => ('text' in run ? run.text : source.slice(run[0], run[1]))).join('')
}

function runsOf({leaf, value}: Run, source: string): PassageRun[] {
  if (!leaf) return [{text: value, by: null, src: null}]
  const {start, end} = leaf.position
  const src = [start.offset, end.offset] as const
  if (leaf.data.by !== null) return [{text: value, by: leaf.data.by, src}]
  return verbatim(value, src, source)
}

/** Runs of a value that the parser took from the source: character by character where they part. */
function verbatim(
  value: string,
  [start, end]: readonly [number, number],
  source: string,
): PassageRun[] {
  if (source.slice(start, end) === value) return [[start, end]]
  const runs: PassageRun[] = []
  let at = start
  for (const character of value) {
    const found = source.indexOf(character, at)
    // Escapes and references are short; further on it would be another place.
    if (found >= 0 && found + character.length <= end && found - at <= longestGap) {
      runs.push([found, found + character.length])
      at = found + character.length
    } else runs.push({text: character, by: null, src: null})
  }
  return runs
}

const longestGap = 4

/** Make neighbouring runs of the source one. */
function merge(runs: readonly PassageRun[]): PassageRun[] {
  const merged: PassageRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && !('text' in last) && !('text' in run) && last[1] === run[0]) {
      merged[merged.length - 1] = [last[0], run[1]]
    } else merged.push(run)
  }
  return merged
}
