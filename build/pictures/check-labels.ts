import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {grow, isInside, overlaps} from './box.ts'
import type {Box} from './box.ts'
import type {MapConfig} from './map.ts'
import type {MapFrame} from './map-frame.ts'
import type {PlacedLabel} from './place-label.ts'

/** The least room between a name and the edge of the sheet. */
const edge = 5

/**
 * Find names that are cut, that meet another name, a sign or the scale, or that lack letters.
 *
 * Shape: places on a sheet → findings at their lines: `map-place` for a place beyond the sheet,
 * `map-label` (an error where a name is cut, else a warning), `picture-glyph`.
 */
export function checkLabels(
  map: MapConfig,
  {width, height}: MapFrame,
  labels: readonly PlacedLabel[],
  scale: Box,
): Finding[] {
  const found: Finding[] = []
  const sheet = grow({left: 0, top: 0, right: width, bottom: height}, -edge)
  for (const [index, label] of labels.entries()) {
    const {place, box, sign, missing} = label
    const {origin} = place
    const at = {file: origin.file, place: origin.place}
    const name = `\`${place.label}\``
    if (missing.length > 0) {
      const letters = missing.map((letter) => `\`${letter}\``).join(', ')
      const reason = `Unexpected ${letters} in ${name}, which the face of pictures does not have; write the name in other letters.`
      found.push(finding({...at, ruleId: 'picture-glyph', reason, severity: 'warning'}))
    }
    if (sign && !isInside(sign, sheet)) {
      const reason = `Unexpected place ${name} at the edge of the map or beyond it; correct its coordinates or widen the bounds.`
      found.push(finding({...at, ruleId: 'map-place', reason}))
      continue
    }
    if (box && !isInside(box, sheet)) {
      const reason = `The edge of the map cuts the name ${name}; give it another anchor, or widen the bounds.`
      found.push(finding({...at, ruleId: 'map-label', reason}))
    }
    if (box && overlaps(box, scale)) {
      const reason = `The name ${name} meets the scale; give either another place.`
      found.push(finding({...at, ruleId: 'map-label', reason, severity: 'warning'}))
    }
    for (const other of labels.slice(0, index)) {
      const meeting = meets(label, other)
      if (!meeting) continue
      const reason = `The ${meeting} of ${name} and \`${other.place.label}\` meet; give one of them another anchor, or leave it out.`
      const related = other.place.origin
      found.push(finding({...at, ruleId: 'map-label', reason, severity: 'warning', related}))
    }
  }
  const {file, place} = map.origin
  if (labels.length === 0) {
    const reason = 'The map names no place; add some under `places`.'
    found.push(finding({file, place, ruleId: 'map-place', reason}))
  }
  return found
}

/** What of two places meets, in words; nothing when they stand apart. */
function meets(one: PlacedLabel, other: PlacedLabel): string | undefined {
  if (one.sign && other.sign && overlaps(one.sign, other.sign)) return 'signs'
  if (one.box && other.box && overlaps(grow(one.box, 2), other.box)) return 'names'
  if (one.box && other.sign && overlaps(one.box, other.sign)) return 'name and sign'
  if (one.sign && other.box && overlaps(one.sign, other.box)) return 'name and sign'
  return undefined
}
