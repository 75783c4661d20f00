/** Something that wants to stand at a height and takes up room below it. */
export interface Wanting {
  readonly top: number
  readonly size: number
}

/** Neighbours that touch, and stand as one. */
interface Cluster {
  readonly sizes: readonly number[]
  readonly size: number
  /** Where each of them would have the cluster begin. */
  readonly wanted: readonly number[]
}

/**
 * Push things apart until none covers another, each as near as can be to where it wants to stand.
 *
 * Shape: things in their order, and the room they have → their tops, in the same order, rising. Those
 * that touch stand where the mean of their wishes is. With too little room they go on below its end.
 */
export function spread(things: readonly Wanting[], from: number, to: number): number[] {
  const topOf = ({wanted, size}: Cluster): number => {
    const mean = wanted.reduce((sum, one) => sum + one, 0) / wanted.length
    return Math.max(from, Math.min(mean, to - size))
  }
  const clusters: Cluster[] = []
  for (const {top, size} of things) {
    let last: Cluster = {sizes: [size], size, wanted: [top]}
    for (let before = clusters.at(-1); before; before = clusters.at(-1)) {
      const {size: height} = before
      if (topOf(before) + height <= topOf(last)) break
      clusters.pop()
      last = {
        sizes: [...before.sizes, ...last.sizes],
        size: height + last.size,
        wanted: [...before.wanted, ...last.wanted.map((one) => one - height)],
      }
    }
    clusters.push(last)
  }
  return clusters.flatMap((cluster) => {
    let top = topOf(cluster)
    return cluster.sizes.map((size) => {
      top += size
      return top - size
    })
  })
}
