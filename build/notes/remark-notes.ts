import type {FootnoteDefinition, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {NoteMark} from '../structure/mark.ts'
import {sayMarks} from '../structure/say-mark.ts'
import {isParent, leavesOf, remove} from '../structure/tree.ts'
import type {Parents, PhrasingContent} from '../structure/tree.ts'
import {wrapSpan} from '../structure/wrap.ts'
import type {Lines} from '../text/place.ts'
import {bindFootnotes} from './bind-footnotes.ts'
import {bindStyle} from './bind-style.ts'
import type {NoteStyle} from './note-style.ts'
import {removeRule} from './remove-rule.ts'

/** Configuration of {@link remarkNotes}. */
export interface Options {
  readonly styles: readonly NoteStyle[]
  /** Notes without a number, bound by hand. */
  readonly notes: readonly NoteMark[]
  readonly lines: Lines
}

/**
 * Recognise the printed notes and bind them to what calls them.
 *
 * Shape: each call → `footnoteReference` (`noteLink` around the words that call an unnumbered
 * note); each body → `footnoteDefinition` at the end of the tree, in the order of the calls,
 * without its number and without the rule above it. Positions: a reference has that of its
 * printed number.
 * Messages: errors `reference-without-note`, `note-without-reference`, `note-duplicate`,
 * `note-place`; warnings `reference-sequence`, `note-sequence`.
 */
export function remarkNotes(options: Options) {
  const {styles, notes, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    const definitions: FootnoteDefinition[] = []
    for (const mark of notes) {
      const definition = bindByHand(tree, mark)
      const advice = 'Expected whole paragraphs, and the words that call them; correct the mark.'
      if (definition) definitions.push(definition)
      else say(mark, 'note-place', advice)
    }
    const used = new Set(notes.map(({id}) => id))
    definitions.push(...bindFootnotes(tree, file, used))
    for (const style of styles) definitions.push(...bindStyle(tree, file, style, lines, used))
    tree.children.push(...inCallOrder(tree, definitions))
  }
}

function bindByHand(tree: Root, mark: NoteMark): FootnoteDefinition | undefined {
  const call = leavesOf(tree)
    .find(({leaf}) => leaf.position.start.offset === mark.reference.start)
    ?.ancestors.findLast((node) => node.type === 'paragraph' || node.type === 'heading')
  const link =
    call &&
    wrapSpan(call, mark.reference, (children) => ({
      type: 'noteLink',
      identifier: mark.id,
      children: children as PhrasingContent[],
    }))
  const definition = wrapSpan(tree, mark, (children): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: mark.id,
    label: mark.id,
    children: children as FootnoteDefinition['children'],
    data: {note: {printed: ''}},
  }))
  if (!link || !definition || !tree.children.includes(definition)) return undefined
  removeRule(definition, [tree])
  remove(definition, [tree])
  return definition
}

/** Order definitions by their first call in the tree. */
function inCallOrder(tree: Root, definitions: readonly FootnoteDefinition[]): FootnoteDefinition[] {
  const order = new Map<string, number>()
  const walk = (node: Parents): void => {
    for (const child of node.children) {
      const calls = child.type === 'footnoteReference' || child.type === 'noteLink'
      if (calls && !order.has(child.identifier)) order.set(child.identifier, order.size)
      if (isParent(child)) walk(child)
    }
  }
  walk(tree)
  for (const definition of definitions) walk(definition)
  const rank = (one: FootnoteDefinition): number => order.get(one.identifier) ?? Infinity
  return [...definitions].sort((a, b) => rank(a) - rank(b))
}
