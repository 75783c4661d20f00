import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {finding, isError} from '../finding.ts'
import {childrenOf, leavesOf} from '../structure/tree.ts'
import type {AnnotationCall} from '../structure/tree.ts'
import type {Annotations} from './annotation.ts'

/**
 * Put the calls of annotations behind the words they are about.
 *
 * Shape: for each annotation an `annotationCall` behind the leaf that ends where its lemma does; nothing else
 * changes. Messages: `annotation-place` (error) when no words of the edition end there, because they were
 * dropped or a record changes them.
 */
export function remarkAnnotations({annotations, slips}: Annotations) {
  return function (tree: Root, file: VFile): undefined {
    // A place that moved for another fault would only bring on findings of what follows from it.
    if (file.messages.some(isError)) return
    file.messages.push(...slips)
    if (slips.length > 0) return
    const ends = new Map(leavesOf(tree).map((one) => [one.leaf.position.end.offset, one]))
    for (const annotation of annotations) {
      const found = ends.get(annotation.end)
      const parent = found?.ancestors.at(-1)
      if (!found || !parent) {
        const reason = `Expected words of the edition that end with “${annotation.lemma}”; move the annotation.`
        file.messages.push(finding({...annotation.origin, ruleId: 'annotation-place', reason}))
        continue
      }
      const call: AnnotationCall = {type: 'annotationCall', id: annotation.id}
      const siblings = childrenOf(parent)
      siblings.splice(siblings.indexOf(found.leaf) + 1, 0, call)
    }
  }
}
