import type {FootnoteDefinition, PhrasingContent, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {finding, isError} from '../finding.ts'
import {isDefinition, isParent, leavesOf} from '../structure/tree.ts'
import type {CitationNode, Parents} from '../structure/tree.ts'
import {wrapSpan} from '../structure/wrap.ts'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {sendsBack} from './backward-form.ts'
import type {Citation, Citations} from './citation.ts'

/** Configuration of {@link remarkCitations}. */
export interface Options extends Citations {
  readonly lines: Lines
}

/**
 * Wrap the words of notes that cite.
 *
 * Shape: the words of each citation → one `citation` node around them; nothing moves.
 * Messages: `citation-place` (error) when they stand outside a note, cross paragraphs or markup, or another
 * citation; `citation-uncovered` (error) for a note of which nothing is said; `citation-silent` (error) for a
 * note that is said to cite nothing and cites, or is not there; `citation-unlinked` (error) when *Ibid.* or
 * *op. cit.* stands in a note outside every citation. Of a text without citations nothing is expected, and of one
 * with other errors nothing is said.
 */
export function remarkCitations({citations, silent, slips, lines}: Options) {
  return function (tree: Root, file: VFile): undefined {
    // A note that is lost would only bring on findings of what follows from it.
    if (file.messages.some(isError)) return
    file.messages.push(...slips)
    if (slips.length > 0 || (citations.length === 0 && silent.length === 0)) return
    const say = (
      one: Pick<Citation, 'origin'>,
      ruleId: string,
      reason: string,
      at?: number,
    ): void => {
      const related = at === undefined ? undefined : {file: file.path, place: toPlace(lines, at)}
      file.messages.push(finding({...one.origin, ruleId, reason, related}))
    }
    const definitions = tree.children.filter(isDefinition)
    const citing = new Set<string>()
    for (const citation of citations) {
      const note = definitions.find((definition) => begins(definition, citation.start))
      const block = note && blockAround(note, citation.start)
      const made = block && wrapSpan(block, citation, (children) => wrapped(children, citation))
      const end =
        made && isParent(made) ? leavesOf(made).at(-1)?.leaf.position.end.offset : undefined
      if (note && end === citation.end) citing.add(note.identifier)
      else {
        const reason = note
          ? 'Expected words of one paragraph of a note, apart from other citations; move the ends of the citation.'
          : 'Expected words of a note; move the citation.'
        say(citation, 'citation-place', reason, citation.start)
      }
    }
    const quiet = new Set(silent.map(({note}) => note))
    for (const one of silent) {
      const isThere = definitions.some(({identifier}) => identifier === one.note)
      if (isThere && !citing.has(one.note)) continue
      const reason = isThere
        ? `Unexpected citation in note \`${one.note}\`, which is said to cite nothing; remove one or the other.`
        : `Unexpected note \`${one.note}\`; no note of the text is called so.`
      say(one, 'citation-silent', reason)
    }
    for (const definition of definitions) {
      const {identifier} = definition
      const loose = leavesOf(definition).filter(({ancestors}) => !ancestors.some(isCitation))
      const sent = loose.find(({leaf}) => sendsBack(leaf.value))?.leaf
      if (sent && !quiet.has(identifier) && citing.has(identifier)) {
        const {line, column} = sent.position.start
        const reason = `Unexpected *Ibid.* or *op. cit.* outside the citations of note \`${identifier}\`; add a citation there.`
        const place = {line, column}
        file.messages.push(finding({file: file.path, place, ruleId: 'citation-unlinked', reason}))
      }
      if (citing.has(identifier) || quiet.has(identifier)) continue
      const start = leavesOf(definition)[0]?.leaf.position.start
      const reason = `Expected a citation in note \`${identifier}\`, or its name under \`silent\` in citations.yaml; add one.`
      const place = start && {line: start.line, column: start.column}
      file.messages.push(finding({file: file.path, place, ruleId: 'citation-uncovered', reason}))
    }
  }
}

function isCitation({type}: Parents): boolean {
  return type === 'citation'
}

function wrapped(children: (PhrasingContent | RootContent)[], citation: Citation): CitationNode {
  return {type: 'citation', id: citation.id, children: children as PhrasingContent[]}
}

function begins(definition: FootnoteDefinition, start: number): boolean {
  return leavesOf(definition).some(
    ({leaf}) => leaf.position.start.offset <= start && start < leaf.position.end.offset,
  )
}

function blockAround(note: FootnoteDefinition, start: number): Parents | undefined {
  const found = leavesOf(note).find(({leaf}) => leaf.position.start.offset === start)
  return found?.ancestors.findLast((node) => node.type === 'paragraph')
}
