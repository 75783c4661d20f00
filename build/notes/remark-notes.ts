import type {FootnoteDefinition, FootnoteReference, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {NoteMark} from '../structure/mark.ts'
import {sayMarks} from '../structure/say-mark.ts'
import {childrenOf, isDefinition, isLeaf, isParent, leavesOf, remove} from '../structure/tree.ts'
import type {Parents, PhrasingContent} from '../structure/tree.ts'
import {splitLeaf} from '../structure/split-leaf.ts'
import {wrapSpan} from '../structure/wrap.ts'
import {toOffset} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {bind} from './bind.ts'
import {findBodies} from './find-bodies.ts'
import type {Body} from './find-bodies.ts'
import {findReferences} from './find-references.ts'
import type {Reference} from './find-references.ts'
import type {NoteStyle} from './note-style.ts'

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
    const definitions: FootnoteDefinition[] = []
    for (const mark of notes) {
      const definition = bindByHand(tree, mark)
      if (definition) definitions.push(definition)
      else
        sayMarks(file, lines)(
          mark,
          'note-place',
          'Expected whole paragraphs, and the words that call them; correct the mark.',
        )
    }
    for (const style of styles) {
      definitions.push(...bindStyle(tree, file, style, lines))
    }
    for (const node of tree.children.filter(isDefinition)) {
      remove(node, [tree])
      if (!node.data?.note)
        node.data = {...node.data, note: {printed: node.label ?? node.identifier}}
      definitions.push(node)
    }
    tree.children.push(...inCallOrder(tree, definitions))
  }
}

function bindStyle(tree: Root, file: VFile, style: NoteStyle, lines: Lines): FootnoteDefinition[] {
  if (style.references === 'footnote') return []
  const except = new Set(style.except.flatMap((place) => toOffset(lines, place) ?? []))
  const restarts = style.restarts || style.references === 'asterisk'
  const bodyOptions = {
    style,
    from: style.from && toOffset(lines, style.from),
    corrected: String(file),
  }
  // Raised figures at the head of a paragraph are found as bodies first, so that they are not calls.
  const early =
    style.bodies === 'number' ? [] : findBodies(tree, {...bodyOptions, called: new Map()})
  const heads = new Set(early.flatMap((body) => body.head ?? []))
  const references = findReferences(tree, style.references, heads, except)
  const bodies =
    style.bodies === 'number'
      ? findBodies(tree, {...bodyOptions, called: firstCalls(references)})
      : early
  const bySource = <T extends {position: {start: {offset: number}}}>(list: T[]): T[] =>
    list.sort((a, b) => a.position.start.offset - b.position.start.offset)
  const {bindings, faults} = bind(
    bySource(references),
    bySource(bodies.map((body) => ({...body, position: body.marker.position}))),
    restarts,
  )
  for (const {ruleId, at, other, reason} of faults) {
    const message = file.message(reason, {place: at.position, ruleId, source: 'edition'})
    if (!ruleId.endsWith('-sequence')) message.fatal = true
    if (other) {
      const {line, column} = other.position.start
      message.note = `See ${file.path}:${line}:${column}`
    }
  }
  const used = new Map<string, number>()
  return bindings.map(({body, references: calls}) => {
    const times = (used.get(body.printed) ?? 0) + 1
    used.set(body.printed, times)
    const identifier = identify(body.printed, times, restarts)
    for (const call of calls) replaceCall(call, identifier)
    return toDefinition(body, identifier)
  })
}

const signNames: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
}

/** Permanent name of a note in its text: its printed number, its sign counted. */
function identify(printed: string, times: number, restarts: boolean): string {
  const sign = signNames[printed.charAt(0)]
  if (sign) return `${sign}${times}`
  return restarts && times > 1 ? `${printed}-${times}` : printed
}

function firstCalls(references: readonly Reference[]): Map<number, number> {
  const calls = new Map<number, number>()
  for (const {printed, position} of references) {
    const number = Number(printed)
    calls.set(number, Math.min(calls.get(number) ?? Infinity, position.start.offset))
  }
  return calls
}

function replaceCall(call: Reference, identifier: string): void {
  const siblings = childrenOf(call.parent)
  const node: FootnoteReference = {
    type: 'footnoteReference',
    identifier,
    label: identifier,
    position: call.position,
    data: {out: call.out},
  }
  siblings[siblings.indexOf(call.node)] = node
}

function toDefinition(body: Body, identifier: string): FootnoteDefinition {
  const {block, ancestors, head, marker, printed} = body
  removeRule(block, ancestors)
  remove(block, ancestors)
  if (head && isParent(block)) {
    remove(head, [block])
    trimStart(childrenOf(block))
  }
  const children = block.type === 'listItem' ? block.children : [block]
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: children as FootnoteDefinition['children'],
    data: {note: {printed, marker}},
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

/** Take away the rule that the print, or the OCR, draws above its notes. */
function removeRule(block: RootContent, ancestors: readonly Parents[]): void {
  const outermost = ancestors[1] ?? block
  const siblings = ancestors[0] ? childrenOf(ancestors[0]) : []
  const before = siblings[siblings.indexOf(outermost as RootContent) - 1]
  if (before?.type === 'thematicBreak') siblings.splice(siblings.indexOf(before), 1)
}

/** Drop the blanks that stood between a number and the words of its note. */
function trimStart(children: RootContent[]): void {
  const [first] = children
  if (!first || !isLeaf(first)) return
  const blanks = first.value.length - first.value.trimStart().length
  if (blanks === 0) return
  const [, rest] = splitLeaf(first, blanks)
  children.splice(0, 1, ...(rest.value === '' ? [] : [rest]))
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
