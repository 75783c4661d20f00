import type {Entry} from './entry.ts'
import {isDone, standings} from './voice.ts'
import type {Standing} from './voice.ts'

/** How many items stand how. */
export interface Count {
  readonly all: number
  readonly done: number
  readonly by: Readonly<Record<Standing, number>>
}

/** How far records and marks are judged, how many proposals wait, and each kind by itself. */
export interface Counts {
  readonly judged: Count
  readonly proposals: Count
  /** Kinds in the order of their names; proposals are not in them. */
  readonly kinds: readonly (readonly [kind: string, count: Count])[]
}

/** Count how items stand. */
export function countsOf(entries: readonly Entry[], standing: (entry: Entry) => Standing): Counts {
  const judged: Entry[] = []
  const proposals: Entry[] = []
  const kinds = new Map<string, Entry[]>()
  for (const entry of entries) {
    const isProposal = entry.item.sort === 'proposal'
    if (isProposal) proposals.push(entry)
    else {
      judged.push(entry)
      const same = kinds.get(entry.item.kind)
      if (same) same.push(entry)
      else kinds.set(entry.item.kind, [entry])
    }
  }
  return {
    judged: count(judged, standing),
    proposals: count(proposals, standing),
    kinds: [...kinds]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([kind, list]) => [kind, count(list, standing)] as const),
  }
}

function count(entries: readonly Entry[], standing: (entry: Entry) => Standing): Count {
  const by = Object.fromEntries(standings.map((name) => [name, 0])) as Record<Standing, number>
  let done = 0
  for (const entry of entries) {
    const name = standing(entry)
    by[name]++
    if (isDone(name)) done++
  }
  return {all: entries.length, done, by}
}
