import type {Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Lines} from '../text/place.ts'
import type {CutMark, PageMark} from './mark.ts'
import {numberPages} from './number-pages.ts'
import type {Pagination} from './number-pages.ts'
import {sayMarks} from './say-mark.ts'
import {childrenOf, isDefinition, leavesOf} from './tree.ts'
import type {Located, Parents} from './tree.ts'

/** Configuration of {@link remarkBreaks}. */
export interface Options {
  /** Page breaks, in the order of the text. */
  readonly pages: readonly PageMark[]
  readonly cuts: readonly CutMark[]
  readonly pagination: Pagination
  readonly lines: Lines
}

/**
 * Set the beginnings of printed pages, and the places where the source breaks off.
 *
 * Shape: a `pageBreak` before the first leaf of each page, the first page included; a `cut` before
 * or after the leaves of each cut. Nothing moves.
 * Messages: `page-place`, `cut-place` (error) when no text begins or ends there; `page-place` also
 * for a mark on the first page; `page-numbers` (error) when there are page marks and the
 * pagination has no numbers.
 */
export function remarkBreaks(options: Options) {
  const {pages, cuts, pagination, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    const labels = numberPages(
      pages.map(({label}) => label),
      pagination,
    )
    const body = leavesOf(tree).filter(({ancestors}) => !ancestors.some(isDefinition))
    const [first] = body
    if (labels?.[0] !== undefined && first) before(first, {type: 'pageBreak', label: labels[0]})
    for (const [index, mark] of pages.entries()) {
      const label = labels?.[index + 1]
      const here = body.find(({leaf}) => leaf.position.start.offset === mark.start)
      if (label === undefined) {
        say(mark, 'page-numbers', 'Expected a pagination with numbers in text.yaml; add it.')
      } else if (!here) {
        say(
          mark,
          'page-place',
          'Expected body text to begin here; move the mark, or end the note before it.',
        )
      } else if (here === first) {
        const reason =
          'Unexpected mark on the first page, which `first` in text.yaml numbers; remove it.'
        say(mark, 'page-place', reason)
      } else before(here, {type: 'pageBreak', label})
    }
    for (const mark of cuts) {
      const leaves = leavesOf(tree)
      const here = leaves.find(({leaf: {position}}) =>
        mark.side === 'before'
          ? position.start.offset === mark.start
          : position.end.offset === mark.end,
      )
      if (!here) say(mark, 'cut-place', 'Expected text at the cut; move the mark.')
      else if (mark.side === 'before') before(here, {type: 'cut', side: 'before'})
      else after(here, {type: 'cut', side: 'after'})
    }
  }
}

/** Insert a node before a leaf: outside the markup that begins with the leaf. */
function before({leaf, ancestors}: Located, node: RootContent): void {
  insert(leaf, ancestors, node, (siblings, child) => siblings[0] === child, 0)
}

function after({leaf, ancestors}: Located, node: RootContent): void {
  insert(leaf, ancestors, node, (siblings, child) => siblings.at(-1) === child, 1)
}

function insert(
  leaf: RootContent,
  ancestors: readonly Parents[],
  node: RootContent,
  atEdge: (siblings: readonly RootContent[], child: RootContent) => boolean,
  shift: 0 | 1,
): void {
  let child: RootContent = leaf
  let depth = ancestors.length - 1
  let siblings = childrenOf(ancestors[depth] as Parents)
  while (depth > 0 && inline.has(ancestors[depth]?.type ?? '') && atEdge(siblings, child)) {
    child = ancestors[depth] as RootContent
    siblings = childrenOf(ancestors[--depth] as Parents)
  }
  siblings.splice(siblings.indexOf(child) + shift, 0, node)
}

const inline = new Set([
  'emphasis',
  'strong',
  'superscript',
  'subscript',
  'language',
  'link',
  'noteLink',
])
