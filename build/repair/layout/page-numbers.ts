import type {HeadCandidate} from './head-candidates.ts'
import {fitsBetween} from './page-places.ts'
import type {RawLine} from './split-lines.ts'

/** A chain needs so much evidence. */
const threshold = 3.5
/** Pages have at least so many characters between their numbers. */
const shortestPage = 120
/** So often numbers are looked for among those that no chain has. */
const passes = 6
/** So many pages may lack their number between two that have it. */
const widestGap = 6

interface Node {
  readonly candidate: HeadCandidate
  readonly own: number
  best: number
  before?: Node
}

/**
 * Find the numbers of pages among the candidates.
 *
 * Shape: candidates → chains of those whose numbers count up through the text, each with more
 * evidence for than against it. Titles that come again with another number speak for a chain.
 * Linear: a number is linked to the last few places of the numbers just below it.
 */
export function pageNumbers(
  lines: readonly RawLine[],
  candidates: readonly HeadCandidate[],
): HeadCandidate[][] {
  const numbered = candidates.filter(({shape}) => shape.number !== undefined)
  const numbers = new Map<string, Set<number>>()
  for (const {shape} of numbered) {
    if (shape.title === '') continue
    const known = numbers.get(shape.title) ?? new Set()
    numbers.set(shape.title, known.add(shape.number ?? 0))
  }
  const chains: HeadCandidate[][] = []
  const used = new Set<HeadCandidate>()
  for (let pass = 0; pass < passes; pass++) {
    const free = numbered.filter((one) => !used.has(one))
    const best = bestChains(lines, free, numbers)
    for (const chain of best) for (const one of chain) used.add(one)
    for (const chain of best) {
      const whole = chain.length > 1 ? fillUp(lines, chain, numbered, used) : chain
      for (const one of whole) used.add(one)
      chains.push(whole)
    }
    if (best.length === 0) break
  }
  return chains
}

/** Add the numbers that stand just where one is missing, though nothing else speaks for them. */
function fillUp(
  lines: readonly RawLine[],
  chain: readonly HeadCandidate[],
  numbered: readonly HeadCandidate[],
  used: ReadonlySet<HeadCandidate>,
): HeadCandidate[] {
  const like = new Set(chain.map(({shape}) => likeness(shape)))
  const known = new Set(chain)
  const titles = new Set(chain.map(({shape}) => shape.title).filter(Boolean))
  let whole = [...chain]
  let rest = numbered.filter((one) => {
    if (known.has(one) || used.has(one) || !like.has(likeness(one.shape))) return false
    return titles.has(one.shape.title) || one.broken + one.look >= -2
  })
  // What is filled up tells where the next one is missing.
  for (let turn = 0; turn < 8 && rest.length > 0; turn++) {
    const places = whole.map(({line, shape}) => {
      return {offset: lines[line]?.start ?? 0, number: shape.number ?? 0}
    })
    const seen = new Set(whole.map(({shape}) => shape.number))
    const more = rest.filter(({line, shape}) => {
      const number = shape.number ?? 0
      const fits = !seen.has(number) && fitsBetween(places, lines[line]?.start ?? 0, number)
      return fits && seen.add(number)
    })
    if (more.length === 0) break
    whole = [...whole, ...more].toSorted((a, b) => a.line - b.line)
    const added = new Set(more)
    rest = rest.filter((one) => !added.has(one))
  }
  return whole
}

/** What the heads of one book have in common. */
function likeness({
  figures,
  side,
  isDecorated,
  hasOrnament,
  title,
}: HeadCandidate['shape']): string {
  return [figures, title === '' ? side : '', isDecorated, hasOrnament].join()
}

/** The chains with the most evidence; none shares a number with another. */
function bestChains(
  lines: readonly RawLine[],
  numbered: readonly HeadCandidate[],
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
): HeadCandidate[][] {
  const ends = chainEnds(lines, numbered, numbers).toSorted((a, b) => b.best - a.best)
  const taken = new Set<Node>()
  const chains: HeadCandidate[][] = []
  for (const end of ends) {
    if (end.best < threshold - 0.5) break
    const nodes: Node[] = []
    let node: Node | undefined = end
    while (node && !taken.has(node)) {
      nodes.unshift(node)
      node = node.before
    }
    for (const one of nodes) taken.add(one)
    if (node) continue
    const chain = nodes.map(({candidate}) => candidate)
    const enough = threshold - (chain.length > 1 ? 0.5 : 0)
    if (end.best >= enough && isWitnessed(lines, chain, numbers)) chains.push(chain)
  }
  return chains
}

/** For each number the best chain that ends with it. */
function chainEnds(
  lines: readonly RawLine[],
  numbered: readonly HeadCandidate[],
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
): Node[] {
  const last = new Map<string, Node[]>()
  const nodes: Node[] = []
  for (const candidate of numbered) {
    const {shape, line, broken, look} = candidate
    const number = shape.number ?? 0
    const times = numbers.get(shape.title)?.size ?? 0
    const again = times > 1 && look > -2 ? Math.min(times, 3) : 0
    const node: Node = {candidate, own: broken + look + again, best: broken + look + again}
    for (let step = 1; step <= widestGap; step++) {
      for (const before of last.get(`${shape.figures} ${number - step}`) ?? []) {
        const from = before.candidate
        const gap = (lines[line]?.start ?? 0) - (lines[from.line]?.end ?? 0)
        const isSame = from.shape.title === shape.title && shape.title !== ''
        if (gap < (isSame ? 20 : shortestPage * step)) continue
        const isLike =
          (from.shape.title === '') === (shape.title === '') &&
          from.shape.isDecorated === shape.isDecorated
        const link = (step === 1 ? 1 : step === 2 ? 0.5 : -1) - (isLike ? 0 : 1.5)
        if (before.best + link > node.best - node.own) {
          node.best = before.best + link + node.own
          node.before = before
        }
      }
    }
    const key = `${shape.figures} ${number}`
    const places = last.get(key) ?? []
    if (places.length === 0) last.set(key, places)
    places.push(node)
    // The best of them stays, and the latest.
    if (places.length > 6) places.splice(worst(places.slice(0, -2)), 1)
    nodes.push(node)
  }
  return nodes
}

function worst(places: readonly Node[]): number {
  return places.reduce((at, node, index) => (node.best < (places[at]?.best ?? 0) ? index : at), 0)
}

/**
 * Whether more than its order speaks for a chain: broken sentences, signs, titles that come again,
 * or pages of one length.
 */
function isWitnessed(
  lines: readonly RawLine[],
  chain: readonly HeadCandidate[],
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  const witnesses = chain.filter(
    ({broken, look, shape}) =>
      broken >= 2 || look >= 2 || (look > -1 && (numbers.get(shape.title)?.size ?? 0) > 1),
  )
  if (witnesses.length >= Math.max(1, chain.length * 0.2)) return true
  const open = chain.filter(({broken}) => broken > 0)
  if (chain.length > 2 && open.length >= chain.length * 0.6) return true
  const first = chain[0]?.shape.number ?? 0
  if (chain.length < (first > 3 ? 3 : 4)) return false
  const pages = chain.slice(1).map((one, at) => {
    const before = chain[at] ?? one
    const count = (one.shape.number ?? 0) - (before.shape.number ?? 0)
    return ((lines[one.line]?.start ?? 0) - (lines[before.line]?.start ?? 0)) / count
  })
  const middle = pages.toSorted((a, b) => a - b)[Math.floor(pages.length / 2)] ?? 0
  // The last page may be short.
  const whole = pages.length > 3 ? pages.slice(0, -1) : pages
  return middle > 600 && whole.every((page) => Math.abs(page - middle) < middle * 0.25)
}
