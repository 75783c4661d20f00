import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {ManuscriptFile} from '../model/edited-text.ts'
import {noNames} from '../names/name.ts'
import type {Names} from '../names/name.ts'
import {namesSchema} from './name-schemas.ts'
import type {NamesFile} from './name-schemas.ts'
import {readIfThere} from './read-if-there.ts'
import {checkSchema, readYaml} from './yaml-file.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Read names.yaml of an edition.
 *
 * Shape: path → names, the file, and findings: those of its schema, `name-form` (error) for a form that a name has
 * twice, `name-see` (error) for a related name that is not there. A missing file is no name.
 */
export async function loadNames(
  path: string,
): Promise<{names: Names; file: ManuscriptFile | null; findings: readonly Finding[]}> {
  const text = await readIfThere(path)
  if (text === null) return {names: noNames, file: null, findings: []}
  const {file, findings} = readYaml(path, text)
  const read = {path, text}
  if (!file) return {names: noNames, file: read, findings}
  const {content, findings: faults} = checkSchema(file, namesSchema)
  if (content === null) return {names: noNames, file: read, findings: [...findings, ...faults]}
  const names = Object.entries(content.names).map(([id, fields]) => {
    const origin = {file: path, place: file.locate(['names', id])}
    return [id, {...fields, id, sort: fields.sort ?? fields.name, origin}] as const
  })
  return {
    names: {path, names: new Map(names), words: new Set(content.words)},
    file: read,
    findings: [...findings, ...faults, ...formFaults(file, content), ...seeFaults(file, content)],
  }
}

function formFaults(file: YamlFile, {names}: NamesFile): Finding[] {
  return Object.entries(names).flatMap(([id, {forms, also}]) => {
    const seen = new Set<string>()
    return [...forms, ...also].flatMap(({form}) => {
      const isNew = !seen.has(form)
      seen.add(form)
      if (isNew) return []
      const reason = `Unexpected second “${form}” of \`${id}\`; a name has a form once.`
      const place = file.locate(['names', id])
      return [finding({file: file.path, place, ruleId: 'name-form', reason})]
    })
  })
}

function seeFaults(file: YamlFile, {names}: NamesFile): Finding[] {
  return Object.entries(names).flatMap(([id, {see}]) =>
    see
      .filter((other) => !Object.hasOwn(names, other) || other === id)
      .map((other) => {
        const reason = `Unexpected \`${other}\` under \`see\` of \`${id}\`; expected the id of another name.`
        const place = file.locate(['names', id, 'see'])
        return finding({file: file.path, place, ruleId: 'name-see', reason})
      }),
  )
}
