import type {Change} from './change.ts'
import {groupOf} from './say-change.ts'

/** Verdicts to paste into a file of a reviewer. */
export interface VerdictBlock {
  readonly edition: string
  readonly text: string
  readonly count: number
  /** YAML in its one form. */
  readonly yaml: string
}

/**
 * Write a verdict on everything that was changed and can be judged, for a reviewer to paste and amend.
 *
 * Shape: changes → a block a text, in the order of the texts, each with `accept` and the digest of what the entry
 * says now, in the order of reviews/WHO.yaml.
 */
export function verdictBlocks(changes: readonly Change[]): VerdictBlock[] {
  const texts = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groupOf(change)
    texts.set(group, [...(texts.get(group) ?? []), change])
  }
  return [...texts.values()].flatMap((own): VerdictBlock[] => {
    const [first] = own
    const judged = new Map(
      own.flatMap((change) => change.judged.map(({id, of}) => [id, of] as const)),
    )
    if (!first || first.text === null || judged.size === 0) return []
    const ids = [...judged.keys()].sort()
    const yaml = ids.map((id) => `${id}:\n  verdict: accept\n  of: ${judged.get(id)}\n`)
    return [{edition: first.edition, text: first.text, count: judged.size, yaml: yaml.join('')}]
  })
}
