import type {Documents} from '../annotations/annotation.ts'
import type {Finding} from '../finding.ts'
import type {ManuscriptFile} from '../model/edited-text.ts'
import {documentsSchema} from './annotation-schemas.ts'
import {readIfThere} from './read-if-there.ts'
import {checkSchema, readYaml} from './yaml-file.ts'

/**
 * Read documents.yaml: what the editors have read for their annotations.
 *
 * Shape: path → documents by id, the file, and findings of its schema. A missing file is no document.
 */
export async function loadDocuments(path: string): Promise<{
  documents: Documents
  file: ManuscriptFile | null
  findings: readonly Finding[]
}> {
  const text = await readIfThere(path)
  const nothing: Documents = new Map()
  if (text === null) return {documents: nothing, file: null, findings: []}
  const {file, findings} = readYaml(path, text)
  if (!file) return {documents: nothing, file: {path, text}, findings}
  const checked = checkSchema(file, documentsSchema)
  const documents = Object.entries(checked.content ?? {}).map(([id, fields]) => {
    return [id, {...fields, id, origin: {file: path, place: file.locate([id])}}] as const
  })
  return {
    documents: new Map(documents),
    file: {path, text},
    findings: [...findings, ...checked.findings],
  }
}
