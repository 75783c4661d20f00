import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Nodes, Root} from 'mdast'
import type {Annotation} from '../annotations/annotation.ts'
import {isDefinition, isParent} from '../structure/tree.ts'
import {claimWords} from './claim-words.ts'
import type {ClaimContext} from './claim-words.ts'
import {annotationId, annotationReferenceId} from './ids.ts'

/** What annotations are called in the outputs, by their ids: `E1`, `E2`, … */
export type AnnotationNames = ReadonlyMap<string, string>

/** Name the annotations of a text in the order of reading: those of a note where the note is first called. */
export function annotationNames(tree: Root): AnnotationNames {
  const names = new Map<string, string>()
  const unread = new Map(tree.children.filter(isDefinition).map((one) => [one.identifier, one]))
  const walk = (node: Nodes): void => {
    if (node.type === 'annotationCall') names.set(node.id, `E${names.size + 1}`)
    if (isParent(node)) for (const child of node.children) walk(child)
    if (node.type !== 'footnoteReference' && node.type !== 'noteLink') return
    const note = unread.get(node.identifier)
    unread.delete(node.identifier)
    if (note) walk(note)
  }
  for (const node of tree.children) if (!isDefinition(node)) walk(node)
  return names
}

/** The call of an annotation, as the author's notes have theirs, with a letter of the editors before it. */
export function annotationCall(text: string, id: string, name: string): Element {
  const properties = {
    id: annotationReferenceId(text, id),
    href: `#${annotationId(text, id)}`,
  }
  return h('a.noteref.annotref', properties, h('span.generated', name))
}

/**
 * Write the annotations of a text as notes of a second series.
 *
 * Shape: id of the text, its annotations, their names, context of claims, language of the edition → an element each, in
 * the order of the names; all its words are generated.
 */
export function annotationNotes(
  text: string,
  annotations: readonly Annotation[],
  names: AnnotationNames,
  context: ClaimContext,
  language: string,
): Element[] {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  return [...names].flatMap(([id, name]): Element[] => {
    const annotation = byId.get(id)
    if (!annotation) return []
    const link = h(
      'a.backlink',
      {href: `#${annotationReferenceId(text, id)}`, ariaLabel: `${context.labels.backTo}: ${name}`},
      [h('span.generated', name), h('span.generated', '.')],
    )
    const words = claimWords(annotation.claims, context, text)
    const said = h('span.generated', {lang: language}, words)
    const properties = {id: annotationId(text, id), dataSeries: '1', dataKind: annotation.kind}
    return [h('div.note.annotation', properties, h('p', [link, {type: 'text', value: ' '}, said]))]
  })
}
