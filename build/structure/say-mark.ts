import type {VFile} from 'vfile'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {finding} from '../finding.ts'
import type {Mark} from './mark.ts'

/** Says what is wrong with a mark: at its line in structure.yaml, with its place in the source. */
export type SayMark = (mark: Mark, ruleId: string, reason: string) => void

/** Make a {@link SayMark} that adds its findings to the messages of a text. */
export function sayMarks(file: VFile, lines: Lines): SayMark {
  return function (mark, ruleId, reason) {
    const related = {file: file.path, place: toPlace(lines, mark.start)}
    file.messages.push(finding({...mark.origin, ruleId, reason, related}))
  }
}
