/**
 * Make a source of chance that is the same for the same seed.
 *
 * Shape: seed → a function that gives whole numbers from 0 to below `limit` (1 to 2³²), each as likely.
 * Source: xoshiro128** by D. Blackman and S. Vigna (https://prng.di.unimi.it), its state filled by
 * a 32-bit SplitMix; what would make small numbers likelier is drawn again.
 */
export function seededRandom(seed: number): (limit: number) => number {
  const next = xoshiro(fill(seed))
  return (limit) => {
    const most = 0x1_0000_0000 - (0x1_0000_0000 % limit)
    for (;;) {
      const drawn = next()
      if (drawn < most) return drawn % limit
    }
  }
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
