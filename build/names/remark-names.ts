import type {PhrasingContent, Root} from 'mdast'
import type {VFile} from 'vfile'
import {finding, isError} from '../finding.ts'
import {splitLeaf} from '../structure/split-leaf.ts'
import {childrenOf} from '../structure/tree.ts'
import type {Leaf, NameNode} from '../structure/tree.ts'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {matchForms} from './match-forms.ts'
import type {FormMatch} from './match-forms.ts'
import {noAnswers} from './name.ts'
import type {NameDecision, TextNames} from './name.ts'
import {wordsOfBlocks} from './words-of-blocks.ts'
import type {NamedBlock, PlacedLeaf} from './words-of-blocks.ts'

/** Configuration of {@link remarkNames}. */
export interface Options extends TextNames {
  readonly lines: Lines
}

/** Names that stand in one run of a leaf. */
interface Bound {
  readonly start: number
  end: number
  readonly names: NameNode['names']
}

/**
 * Bind the occurrences of names to what they name.
 *
 * Shape: the first words of each occurrence that lie in one leaf, with what hyphens join to them → one `name`
 * node around them, with the ids of all names that stand there; nothing moves.
 * Messages: `name-homograph` (warning) for a form of several names of which nothing is decided; `name-decision`
 * (error) for a decision where no form of its name stands, or whose lemma is not there.
 */
export function remarkNames({names, decisions, slips, lines}: Options) {
  const match = matchForms(names)
  return function (tree: Root, file: VFile): undefined {
    // A place that moved for another fault would only bring on findings of what follows from it.
    if (file.messages.some(isError)) return
    file.messages.push(...slips)
    if (slips.length > 0 || names.names.size === 0) return
    const open = new Map(decisions.map((decision) => [decision.start, decision]))
    const used = new Set<NameDecision>()
    let number = 0
    for (const block of wordsOfBlocks(tree)) {
      const bound = match(block.words).flatMap((found) => {
        const start = offsetOf(block, found.start)
        const decision = start === undefined ? undefined : open.get(start)
        if (decision) used.add(decision)
        const name = decision ? decision.is : found.names[0]
        if (!decision && found.names.length > 1) {
          file.messages.push(homograph(file.path, found, start, lines))
          return []
        }
        if (decision && !isPossible(decision, found, names.names)) {
          const reason = `Unexpected name \`${decision.is}\` for “${found.form}”, which is no form of it; correct one of them.`
          file.messages.push(finding({...decision.origin, ruleId: 'name-decision', reason}))
          return []
        }
        return name !== undefined && names.names.has(name) ? [{...found, name}] : []
      })
      number = wrapAll(block, bound, number)
    }
    for (const decision of decisions) {
      if (used.has(decision)) continue
      const reason = `Unexpected decision on “${decision.lemma}”, where no form of a name stands; remove it, or add the form.`
      file.messages.push(finding({...decision.origin, ruleId: 'name-decision', reason}))
    }
  }
}

function isPossible(
  {is}: NameDecision,
  {names}: FormMatch,
  all: TextNames['names']['names'],
): boolean {
  const isNoName = noAnswers.some((answer) => answer === is)
  return all.has(is) ? names.includes(is) : isNoName
}

function homograph(
  path: string,
  {form, names}: FormMatch,
  start: number | undefined,
  lines: Lines,
): ReturnType<typeof finding> {
  const place = start === undefined ? undefined : toPlace(lines, start)
  const list = names.map((name) => `\`${name}\``).join(', ')
  const reason = `Unexpected “${form}”, which is a form of ${list}; decide whose it is here.`
  return finding({file: path, place, ruleId: 'name-homograph', reason, severity: 'warning'})
}

/** The place in the source of a character of a block. */
function offsetOf({leaves}: NamedBlock, at: number): number | undefined {
  const found = leafAt(leaves, at)
  if (!found) return undefined
  const {leaf} = found
  const {start} = leaf.position
  return leaf.data.by === null ? start.offset + at - found.at : start.offset
}

function leafAt(leaves: readonly PlacedLeaf[], at: number): PlacedLeaf | undefined {
  return leaves.findLast((one) => one.at <= at && at < one.at + one.leaf.value.length)
}

/** Wrap the names of a block; → how many nodes there are now. */
function wrapAll(
  block: NamedBlock,
  matches: readonly (FormMatch & {readonly name: string})[],
  before: number,
): number {
  const byLeaf = new Map<PlacedLeaf, Bound[]>()
  for (const {start, end, form, name} of matches) {
    const found = leafAt(block.leaves, start)
    if (!found) continue
    const value = found.leaf.value
    const inner = [start - found.at, Math.min(end - found.at, value.length)] as const
    const [from, to] = wholeWord(value, inner)
    const list = byLeaf.get(found) ?? []
    const last = list.at(-1)
    if (last && from < last.end) {
      last.end = to
      last.names.push({id: name, form})
    } else list.push({start: from, end: to, names: [{id: name, form}]})
    byLeaf.set(found, list)
  }
  let number = before
  for (const [{leaf, parent}, list] of byLeaf) {
    const made: PhrasingContent[] = []
    let [rest, at]: [Leaf | null, number] = [leaf, 0]
    for (const {start, end, names} of list) {
      let before: Leaf
      let own: Leaf
      if (!rest) break
      if (start > at) {
        ;[before, rest] = splitLeaf(rest, start - at)
        made.push(before)
      }
      ;[own, rest] = end < leaf.value.length ? splitLeaf(rest, end - start) : [rest, null]
      made.push({type: 'name', number: ++number, names, children: [own]})
      at = end
    }
    if (rest) made.push(rest)
    const siblings = childrenOf(parent)
    siblings.splice(siblings.indexOf(leaf), 1, ...made)
  }
  return number
}

/** A name with what hyphens and dashes join to it: such words are kept on one line. */
function wholeWord(value: string, [start, end]: readonly [number, number]): [number, number] {
  const before = /[\p{L}\p{N}\p{M}’'‐‑–-]*$/u.exec(value.slice(0, start))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}\p{M}’'‐‑–-]*/u.exec(value.slice(end))?.[0].length ?? 0
  return [start - before, end + after]
}
