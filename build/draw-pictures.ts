import type {Nodes} from 'mdast'
import {finding} from './finding.ts'
import type {Finding} from './finding.ts'
import type {EditionPicture, Pictures} from './html/picture.ts'
import type {Chronology, Matter, Prose} from './matter/matter.ts'
import {drawMap} from './pictures/draw-map.ts'
import {drawTimeline} from './pictures/draw-timeline.ts'
import type {MapConfig} from './pictures/map.ts'
import {isParent} from './structure/tree.ts'

/** What was drawn, and what an editor should mend. */
export interface Drawing {
  readonly pictures: Pictures
  readonly findings: readonly Finding[]
}

/**
 * Draw the pictures of an edition: the maps that its prose shows, and a timeline of each chronology that has events to
 * draw.
 *
 * Shape: front and back matter with headnotes, maps, whether all of the edition is there → pictures by the name under which they are shown, and findings: those of the
 * drawing, `matter-picture` (error) for a map that is not there, `map-unused` (warning) for one that nothing shows.
 */
export function drawPictures(
  matter: readonly Matter[],
  maps: readonly MapConfig[],
  isWhole = true,
): Drawing {
  const pictures = new Map<string, EditionPicture>()
  const findings: Finding[] = []
  const prose = matter.filter((one) => one.kind === 'prose')
  const shown = prose.flatMap((one) => mapsIn(one))
  for (const [index, {name, file, place}] of shown.entries()) {
    if (shown.findIndex((one) => one.name === name) !== index) {
      const reason = `Unexpected second \`${name}\`; a map is shown once.`
      findings.push(finding({file, place, ruleId: 'matter-picture', reason}))
    }
    if (maps.some(({id}) => id === name)) continue
    const reason = `Unexpected map \`${name}\`; expected the name of a file in maps/.`
    findings.push(finding({file, place, ruleId: 'matter-picture', reason}))
  }
  for (const map of maps) {
    if (!shown.some(({name}) => name === map.id)) {
      if (!isWhole) continue
      const reason = `Unexpected map \`${map.id}\`, which nothing shows; write \`![](map:${map.id})\` where it belongs.`
      findings.push(finding({...map.origin, ruleId: 'map-unused', reason, severity: 'warning'}))
      continue
    }
    const drawn = drawMap(map)
    findings.push(...drawn.findings)
    pictures.set(`map-${map.id}`, {...drawn, title: map.title, note: map.note, alt: map.alt})
  }
  for (const one of matter.filter((each) => each.kind === 'chronology')) {
    const drawn = timelineOf(one)
    if (!drawn) continue
    findings.push(...drawn.findings)
    pictures.set(`timeline-${one.name}`, drawn)
  }
  return {pictures, findings}
}

function timelineOf({title, events, origin}: Chronology) {
  const drawn = events.flatMap(({date, until, short, origin: own}) =>
    short === undefined ? [] : [{date, until, label: short, origin: own}],
  )
  if (drawn.length === 0) return null
  const {description: _, ...picture} = drawTimeline(drawn, {file: origin.file})
  // The list of events stands beside it, so there is nothing to describe.
  return {...picture, description: [], title: '', note: '', alt: title}
}

/** The maps that prose shows, and where. */
function mapsIn({
  tree,
  origin,
}: Prose): {name: string; file: string; place: {line: number; column: number}}[] {
  const found: {name: string; file: string; place: {line: number; column: number}}[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'image') {
      const {line = 1, column = 1} = node.position?.start ?? {}
      found.push({name: node.url.slice('map:'.length), file: origin.file, place: {line, column}})
    }
    if (isParent(node)) node.children.forEach(walk)
  }
  walk(tree)
  return found
}
