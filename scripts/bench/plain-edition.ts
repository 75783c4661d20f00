import {notReviewed} from '../../build/verdicts/reviewed.ts'
import {noTextNames} from '../../build/names/name.ts'
import {noAnnotations} from '../../build/annotations/annotation.ts'
import {noCitations} from '../../build/bibliography/citation.ts'
import type {EditionConfig, TextConfig} from '../../build/model/config.ts'
import type {EditedText} from '../../build/model/edited-text.ts'
import {indexLines} from '../../build/text/place.ts'

const config: TextConfig = {
  title: 'A Case',
  authors: [{name: 'A. Tester', fileAs: 'Tester, A.', role: 'aut'}],
  language: 'en',
  published: 'Nowhere.',
  prefix: 'c',
  source: {sha256: '', bytes: 0, file: 'source', obtained: 'Written here.', collated: true},
  format: 'markdown',
  pagination: {status: 'none', evidence: 'It was never printed.'},
  notes: [],
  rights: {holder: 'A. Tester', statement: 'Free to use.', redistribute: true},
  state: 'As good as new.',
}

/** An edition that says no more than it must. */
export const plainEdition: EditionConfig = {
  title: 'Cases',
  identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  language: 'en',
  modified: '2026-01-31T12:00:00Z',
  description: 'Texts for a test.',
  editors: [],
  subjects: [],
  numbering: 'per-text',
  paper: 'a4',
  review: {selfAcceptance: true, twoReviewers: []},
  rights: 'Written for this project.',
  front: [],
  back: [],
  texts: [],
}

/** Make a text of Markdown that nobody has corrected or marked. */
export function plainText(value: string, id = 'case'): EditedText {
  const source = {path: id, sha256: '', value, lines: indexLines(value)}
  return {
    id,
    config,
    source,
    records: [],
    marks: [],
    review: notReviewed,
    citations: noCitations,
    annotations: noAnnotations,
    names: noTextNames,
    headnote: null,
    files: [],
  }
}
