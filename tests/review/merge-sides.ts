import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Judgeable} from '../../build/model/revision.ts'
import {readRevision} from '../../build/store/revision/read-revision.ts'
import {verdictNames} from '../../build/verdicts/verdict.ts'
import {project} from '../../scripts/workspace.ts'

/** Texts of files by their paths in a text. */
export type Files = Readonly<Record<string, string>>

/** A file as blocks of text: an entry each, by its id, or the name of a section. */
type Blocks = ReadonlyMap<string, string>

/** The files that editors and reviewers of a text change. */
export interface State {
  readonly records: Blocks
  readonly marks: Blocks
  readonly anna: Blocks
  readonly ben: Blocks
}

/** One change: a block of a file, new or another. */
export interface Edit {
  readonly file: keyof State
  readonly id: string
  readonly text: string
}

/** Numbers from 0 up to 1 that are the same each time (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A text of the specimen as it lies there, without reviews, and what in it can be judged. */
export async function stateOfText(id: string): Promise<{state: State; judged: Judgeable[]}> {
  const folder = join(project, 'manuscript/specimen/texts', id)
  const [corrections, structure] = await Promise.all(
    ['corrections.yaml', 'structure.yaml'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  const state = {
    records: blocksOf(corrections ?? '', /^([\w.-]+):\n(?: {2}.*\n)*/gm),
    marks: blocksOf(structure ?? '', /^(?: {2})?([\w.-]+):\n(?: {4}.*\n)*/gm),
    anna: new Map<string, string>(),
    ben: new Map<string, string>(),
  }
  const files = new Map(
    Object.entries({...filesOf(state), 'text.yaml': ''}).map(([name, text]) => {
      return [`e/texts/${id}/${name}`, text] as const
    }),
  )
  const {editions} = readRevision(new Map([...files, ['e/edition.yaml', '']]), (path) => path)
  const entries = editions[0]?.texts[0]?.entries ?? []
  const judged = entries.flatMap(({id: own, of, parts}) => (of === null ? parts : [{id: own, of}]))
  return {state, judged}
}

/** Write a state: verdicts in the order of their ids, everything else as it was. */
export function filesOf({records, marks, anna, ben}: State): Files {
  const write = (blocks: Blocks): string => [...blocks.values()].join('')
  const sort = (blocks: Blocks): Blocks =>
    new Map([...blocks].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return {
    'corrections.yaml': write(records),
    'structure.yaml': write(marks),
    'reviews/anna.yaml': write(sort(anna)),
    'reviews/ben.yaml': write(sort(ben)),
  }
}

/** Make changes. */
export function apply(state: State, edits: readonly Edit[]): State {
  const next = {...state}
  for (const {file, id, text} of edits) next[file] = new Map([...next[file], [id, text]])
  return next
}

/**
 * What both sides of a merge do.
 *
 * Shape: a text, a source of numbers → the state from which both begin, with some verdicts, and what each does: other
 * records and marks than the other side, and verdicts of one reviewer each on anything.
 */
export function sidesOf(
  {state, judged}: {state: State; judged: readonly Judgeable[]},
  random: () => number,
): {base: State; ours: Edit[]; theirs: Edit[]} {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const verdicts = (file: 'anna' | 'ben'): Edit[] =>
    judged
      .filter(() => random() < 0.4)
      .map(({id, of}) => {
        const note = pick(['', '  note: Seen.\n', '  note: Compared with the print.\n'])
        return {file, id, text: `${id}:\n  verdict: ${pick(verdictNames)}\n  of: ${of}\n${note}`}
      })
  const base = apply(state, [...verdicts('anna'), ...verdicts('ben')])
  const [ours, theirs] = [verdicts('anna'), verdicts('ben')]
  for (const file of ['records', 'marks'] as const) {
    for (const [id, block] of base[file]) {
      const text = changed(block, random, pick)
      if (random() < 0.7) (random() < 0.5 ? ours : theirs).push({file, id, text})
    }
  }
  return {base, ours, theirs}
}

/** Change some of the fields of an entry. */
function changed(block: string, random: () => number, pick: <T>(list: readonly T[]) => T): string {
  const number = Math.floor(random() * 1000)
  const fields = {
    // What has parts would have to change in them too.
    ...(block.includes('parts:') ? {} : {reading: `"reading ${number}"`}),
    cert: pick(['medium', 'low']),
    by: pick(['ed', 'second']),
    why: `Seen again, ${number}.`,
  }
  return Object.entries(fields)
    .filter(() => random() < 0.6)
    .reduce((text, [name, value]) => {
      return text.replace(new RegExp(`^( {2,4}${name}: ).*$`, 'm'), (_, key) => `${key}${value}`)
    }, block)
}

function blocksOf(text: string, pattern: RegExp): Blocks {
  const blocks = new Map([...text.matchAll(pattern)].map(([block, id = '']) => [id, block]))
  if ([...blocks.values()].join('') !== text) throw new Error('Expected nothing between entries.')
  return blocks
}
