import type {Hit} from './hit.ts'

/**
 * Keep hits that do not overlap.
 *
 * Shape: hits of several rules, in the order in which they take precedence → hits in the order of
 * the text. What is applied goes before what is proposed. Touching hits stay as they are.
 */
export function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const ranked = hits.map((hit, rank) => ({
    hit,
    rank: hit.status === 'applied' ? rank : rank + hits.length,
  }))
  ranked.sort((a, b) => a.hit.start - b.hit.start || a.hit.end - b.hit.end || a.rank - b.rank)
  const kept: {hit: Hit; rank: number}[] = []
  for (const one of ranked) {
    let wins = true
    while (wins) {
      const last = kept.at(-1)
      if (!last || last.hit.end <= one.hit.start) break
      if (last.rank < one.rank) wins = false
      else kept.pop()
    }
    if (wins) kept.push(one)
  }
  return kept.map(({hit}) => hit)
}
