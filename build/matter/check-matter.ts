import type {Nodes, Paragraph} from 'mdast'
import {missingTerms} from '../annotations/check-claims.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {isParent, textOf} from '../structure/tree.ts'
import type {PlaceLink, Prose} from './matter.ts'

/** The words of a place; `null` when they are not what the editors saw, `undefined` when its text is not at hand. */
export type WordsOfPlace = (place: PlaceLink) => string | null | undefined

/**
 * Hold the paragraphs of what the editors have written against the places that they lead to.
 *
 * Shape: prose, words of places, words that need no basis, words that are names → findings: `claim-basis` (error) when a number, date or
 * name of a paragraph occurs in none of its places, `claim-document` (error) when a place does not hold what was
 * seen.
 */
export function checkProse(
  prose: Prose,
  wordsOf: WordsOfPlace,
  known: string,
  names: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = []
  const check = (paragraph: Paragraph): void => {
    const {line = 1, column = 1} = paragraph.position?.start ?? {}
    const say = (ruleId: string, reason: string): void => {
      findings.push(finding({file: prose.origin.file, place: {line, column}, ruleId, reason}))
    }
    const words = placesIn(paragraph).map((place) => ({place, words: wordsOf(place)}))
    for (const {place} of words.filter((one) => one.words === null)) {
      const {text, at} = place
      const reason = `Expected the place ${text}:${at.line}:${at.column} to hold what was seen; look again, then correct the link.`
      say('claim-document', reason)
    }
    // Where a text is not at hand, nothing can be said.
    if (words.some((one) => one.words === undefined)) return
    const basis = [known, ...words.map((one) => one.words ?? '')].join(' ')
    const missing = missingTerms(textOf(paragraph), basis, names)
    if (missing.length === 0) return
    const reason = `Unexpected “${missing.join('”, “')}”, which no place has that the paragraph leads to; correct it, or add a link.`
    say('claim-basis', reason)
  }
  const all = placesIn(prose.tree).map(wordsOf)
  const checkHeading = (words: string, line: number): void => {
    if (all.includes(undefined)) return
    const missing = missingTerms(words, [known, ...all].join(' '), names)
    if (missing.length === 0) return
    const reason = `Unexpected “${missing.join('”, “')}” in a heading, which no place has that the document leads to.`
    const place = {line, column: 1}
    findings.push(finding({file: prose.origin.file, place, ruleId: 'claim-basis', reason}))
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph') check(node)
    else if (node.type === 'heading') checkHeading(textOf(node), node.position?.start.line ?? 1)
    else if (isParent(node)) node.children.forEach(walk)
  }
  walk(prose.tree)
  checkHeading(prose.title, 1)
  return findings
}

/** The places that a node leads to. */
function placesIn(node: Nodes): PlaceLink[] {
  const own = node.data?.place
  const below = isParent(node) ? node.children.flatMap(placesIn) : []
  return own ? [own, ...below] : below
}
