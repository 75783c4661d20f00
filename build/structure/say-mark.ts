import type {VFile} from 'vfile'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {finding} from '../finding.ts'
import type {Mark} from './mark.ts'

/** What editors put at a place of the source: a mark, a citation. */
export type Anchor = Pick<Mark, 'start' | 'end' | 'origin'>

/** Says what is wrong with a mark: at its line in the file of the editors, with its place in the source. */
export type SayMark = (mark: Anchor, ruleId: string, reason: string) => void

/** Make a {@link SayMark} that adds its findings to the messages of a text. */
export function sayMarks(file: VFile, lines: Lines): SayMark {
  return function (mark, ruleId, reason) {
    const related = {file: file.path, place: toPlace(lines, mark.start)}
    file.messages.push(finding({...mark.origin, ruleId, reason, related}))
  }
}
