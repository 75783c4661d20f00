import type {Annotation, Annotations} from '../annotations/annotation.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {toOffset} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {AnnotationsFile} from './annotation-schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Find the annotations of annotations.yaml in the source.
 *
 * Shape: file, its checked content, source and its lines → annotations in the order of the text, and what has
 * slipped: findings `annotation-lemma` where the source does not have the lemma.
 */
export function resolveAnnotations(
  file: YamlFile,
  content: AnnotationsFile,
  source: string,
  lines: Lines,
): Annotations {
  const slips: Finding[] = []
  const annotations = Object.entries(content).flatMap(([id, {at, lemma, ...fields}]) => {
    const origin = {file: file.path, place: file.locate([id])}
    const start = toOffset(lines, at)
    const end = (start ?? 0) + lemma.length
    const found = start === undefined ? undefined : source.slice(start, end)
    if (start === undefined || found !== lemma) {
      const there = found === undefined ? 'no such place' : `“${found}”`
      const reason = `Unexpected lemma “${lemma}”, where the source has ${there}; move the annotation.`
      slips.push(finding({...origin, ruleId: 'annotation-lemma', reason}))
      return []
    }
    return [{...fields, id, lemma, start, end, origin} satisfies Annotation]
  })
  annotations.sort((a, b) => a.end - b.end || a.start - b.start)
  return {annotations, slips}
}
