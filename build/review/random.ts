/**
 * Make a source of chance that is the same for the same seed.
 *
 * Shape: seed (a whole number from 0 to below 2³²) → a function that gives whole numbers from 0 to below
 * `limit` (1 to 2³²), each as likely.
 * Throws: `TypeError` for another seed or limit.
 * Source: xoshiro128** 1.1 by D. Blackman and S. Vigna (https://prng.di.unimi.it/xoshiro128starstar.c). Its state
 * is filled by counting in steps of the golden ratio, as SplitMix does, and mixing each step with a hash from the
 * search of C. Wellons (https://github.com/skeeto/hash-prospector). What would make small numbers likelier is
 * drawn again.
 */
export function seededRandom(seed: number): (limit: number) => number {
  if (!isWhole(seed, 0, all - 1)) throw new TypeError(`No seed: ${seed}.`)
  const next = xoshiro(fill(seed))
  return (limit) => {
    if (!isWhole(limit, 1, all)) throw new TypeError(`No limit: ${limit}.`)
    const most = all - (all % limit)
    for (;;) {
      const drawn = next()
      if (drawn < most) return drawn % limit
    }
  }
}

/** How many numbers of 32 bits there are. */
const all = 2 ** 32

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}

type State = [number, number, number, number]

function fill(seed: number): State {
  let at = seed | 0
  const step = (): number => {
    at = (at + 0x9e3779b9) | 0
    let mixed = Math.imul(at ^ (at >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  return [step(), step(), step(), step()]
}

function xoshiro(state: State): () => number {
  return () => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0
    const shifted = state[1] << 9
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = rotate(state[3], 11)
    return result
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}
