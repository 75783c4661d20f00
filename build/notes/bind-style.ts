import type {FootnoteDefinition, FootnoteReference, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {splitLeaf} from '../structure/split-leaf.ts'
import {childrenOf, isLeaf, isParent, remove} from '../structure/tree.ts'
import {toOffset} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {bind} from './bind.ts'
import {findBodies} from './find-bodies.ts'
import type {Body} from './find-bodies.ts'
import {findReferences} from './find-references.ts'
import type {Reference} from './find-references.ts'
import type {NoteStyle} from './note-style.ts'
import {removeRule} from './remove-rule.ts'
import {reportFaults} from './report-faults.ts'

/**
 * Bind one printed series of notes.
 *
 * Shape: calls become `footnoteReference`s in their places; bodies are taken out of the tree, with
 * the rule above them, and returned as definitions; their names are added to `used`.
 */
export function bindStyle(
  tree: Root,
  file: VFile,
  style: NoteStyle,
  lines: Lines,
  used: Set<string>,
): FootnoteDefinition[] {
  if (style.references === 'footnote') return []
  const except = new Set(style.except.flatMap((place) => toOffset(lines, place) ?? []))
  const restarts = style.restarts || style.references === 'asterisk'
  const from = style.from && toOffset(lines, style.from)
  const bodyOptions = {style, from, corrected: String(file)}
  // Raised figures at the head of a paragraph are found as bodies first, so that they are not calls.
  const early =
    style.bodies === 'number' ? [] : findBodies(tree, {...bodyOptions, called: new Map()})
  const heads = new Set(early.flatMap((body) => body.heads))
  const references = findReferences(tree, style.references, heads, except)
  const bodies =
    style.bodies === 'number'
      ? findBodies(tree, {...bodyOptions, called: firstCalls(references)})
      : early
  const {bindings, faults} = bind(
    bySource(references),
    bySource(bodies.map((body) => ({...body, position: body.marker.position}))),
    {restarts, inSequence: !restarts},
  )
  reportFaults(file, faults)
  return bindings.map(({body, references: calls}) => {
    const identifier = identify(body.printed, used)
    for (const call of calls) replaceCall(call, identifier)
    return toDefinition(body, identifier)
  })
}

function bySource<T extends {position: {start: {offset: number}}}>(list: T[]): T[] {
  return list.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

const signNames: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
}

/**
 * Permanent name of a note in its text: its printed number, or the names of its signs, counted
 * where the text has it already.
 */
function identify(printed: string, used: Set<string>): string {
  const plain = printed.normalize('NFKC')
  const isSign = signNames[plain.charAt(0)] !== undefined
  const name = isSign ? Array.from(plain, (sign) => signNames[sign] ?? '').join('') : plain
  let identifier = isSign ? `${name}1` : name
  for (let time = 2; used.has(identifier); time++) {
    identifier = isSign ? `${name}${time}` : `${name}-${time}`
  }
  used.add(identifier)
  return identifier
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
  const [first] = call.nodes
  if (first) siblings.splice(siblings.indexOf(first), call.nodes.length, node)
}

function toDefinition(body: Body, identifier: string): FootnoteDefinition {
  const {block, ancestors, heads, marker, printed} = body
  removeRule(block, ancestors)
  remove(block, ancestors)
  if (heads.length > 0 && isParent(block)) {
    for (const head of heads) remove(head, [block])
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

/** Drop the blanks that stood between a number and the words of its note. */
function trimStart(children: RootContent[]): void {
  const [first] = children
  if (!first || !isLeaf(first)) return
  const blanks = first.value.length - first.value.trimStart().length
  if (blanks === 0) return
  const [, rest] = splitLeaf(first, blanks)
  children.splice(0, 1, ...(rest.value === '' ? [] : [rest]))
}
