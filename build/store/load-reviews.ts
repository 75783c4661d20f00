import {basename, join} from 'node:path'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {ManuscriptFile} from '../model/edited-text.ts'
import {reviewerName} from '../verdicts/verdict.ts'
import type {Review} from '../verdicts/verdict.ts'
import {readIfThere, yamlFilesIn} from './read-if-there.ts'
import {reviewSchema} from './review-schema.ts'
import {checkSchema, readYaml} from './yaml-file.ts'

/** What the reviewers of a text say. */
export interface LoadedReviews {
  readonly reviews: readonly Review[]
  readonly files: readonly ManuscriptFile[]
  readonly findings: readonly Finding[]
}

/**
 * Read the reviews of a text, a file a reviewer.
 *
 * Shape: folder `reviews` of the text, files by path that stand for those on disk → reviews in the order of
 * their names, and findings: those of the schema, `review-name` for a file that is called after nobody.
 */
export async function loadReviews(
  folder: string,
  drafts: ReadonlyMap<string, string> = new Map(),
): Promise<LoadedReviews> {
  const reviews: Review[] = []
  const files: ManuscriptFile[] = []
  const findings: Finding[] = []
  for (const name of await yamlFilesIn(folder)) {
    const path = join(folder, name)
    const text = drafts.get(path) ?? (await readIfThere(path)) ?? ''
    const who = basename(name, '.yaml')
    files.push({path, text})
    if (!reviewerName.test(who)) {
      const reason = `Unexpected name \`${who}\` of a reviewer; use small letters and figures.`
      findings.push(finding({file: path, ruleId: 'review-name', reason}))
      continue
    }
    const {file, findings: faults} = readYaml(path, text)
    findings.push(...faults)
    if (!file) continue
    const {content, findings: issues} = checkSchema(file, reviewSchema)
    findings.push(...issues)
    const verdicts = Object.entries(content ?? {}).map(([id, fields]) => {
      return {...fields, who, id, origin: {file: path, place: file.locate([id])}}
    })
    reviews.push({who, path, verdicts})
  }
  return {reviews, files, findings}
}
