import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {NameDecision} from '../names/name.ts'
import {parsePlace, toOffset} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {DecisionsFile} from './name-schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Find what names.yaml of a text decides in the source.
 *
 * Shape: file, its checked content, source and its lines → decisions in the order of the text, and what has
 * slipped: findings `name-decision` where the source does not have the lemma.
 */
export function resolveDecisions(
  file: YamlFile,
  content: DecisionsFile,
  source: string,
  lines: Lines,
): {decisions: NameDecision[]; slips: Finding[]} {
  const slips: Finding[] = []
  const decisions = Object.entries(content).flatMap(([key, {lemma, is, why}]) => {
    const origin = {file: file.path, place: file.locate([key])}
    const at = parsePlace(key)
    const start = at && toOffset(lines, at)
    const end = (start ?? 0) + lemma.length
    const found = start === undefined ? undefined : source.slice(start, end)
    if (start === undefined || found !== lemma) {
      const there = found === undefined ? 'no such place' : `“${found}”`
      const reason = `Unexpected lemma “${lemma}”, where the source has ${there}; move the decision.`
      slips.push(finding({...origin, ruleId: 'name-decision', reason}))
      return []
    }
    return [{lemma, is, why, start, end, origin}]
  })
  decisions.sort((a, b) => a.start - b.start)
  return {decisions, slips}
}
