import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {TextConfig} from '../model/config.ts'
import type {Source} from '../model/edited-text.ts'
import {undeclaredFigures} from '../notes/raised-figures.ts'
import {formatPlace, toOffset, toPlace} from '../text/place.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Hold what text.yaml says of the notes against the source.
 *
 * Shape: text.yaml and source → `note-style-place` (error) for each place that lies outside the
 * source, `reference-undeclared` (warning) for raised figures of which it says nothing.
 */
export function checkNotes(file: YamlFile, {notes}: TextConfig, source: Source): Finding[] {
  const {path, value, lines} = source
  const misplaced = notes.flatMap(({from, except}, index) => {
    const places = [
      ...(from ? [{place: from, keys: ['notes', index, 'from']}] : []),
      ...except.map((place, number) => ({place, keys: ['notes', index, 'except', number]})),
    ]
    return places
      .filter(({place}) => toOffset(lines, place) === undefined)
      .map(({place, keys}) => {
        const reason = `Unexpected place ${formatPlace(place)}, outside the source; correct it.`
        const where = {file: file.path, place: file.locate(keys)}
        return finding({...where, ruleId: 'note-style-place', reason})
      })
  })
  const undeclared = undeclaredFigures(value, notes).flatMap(({style, figures}) => {
    const [first] = figures
    if (!first) return []
    const reason = `Unexpected ${figures.length} raised figures such as ${first.words}; if they call notes, add a series with \`references: ${style}\` to text.yaml.`
    const where = {file: path, place: toPlace(lines, first.offset)}
    return [finding({...where, ruleId: 'reference-undeclared', reason, severity: 'warning'})]
  })
  return [...misplaced, ...undeclared]
}
