import type {Leaf} from './tree.ts'

/**
 * Cut a leaf in two.
 *
 * Shape: leaf and a place inside its value → the leaves before and after it. A verbatim leaf's
 * halves have their own places in the source; the halves of a reading share that of their lemma.
 */
export function splitLeaf(leaf: Leaf, at: number): [Leaf, Leaf] {
  const {value, position, data} = leaf
  const verbatim = data.by === null
  const out = data.out[0] + at
  const middle = verbatim
    ? {
        line: position.start.line,
        column: position.start.column + at,
        offset: position.start.offset + at,
      }
    : undefined
  return [
    {
      type: 'text',
      value: value.slice(0, at),
      position: {start: position.start, end: middle ?? position.end},
      data: {...data, out: [data.out[0], out]},
    },
    {
      type: 'text',
      value: value.slice(at),
      position: {start: middle ?? position.start, end: position.end},
      data: {...data, out: [out, data.out[1]]},
    },
  ]
}
