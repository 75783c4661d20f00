import {access} from 'node:fs/promises'
import {join} from 'node:path'
import {finding} from '../../build/finding.ts'
import type {Finding} from '../../build/finding.ts'
import {formatBibliography} from '../../build/store/canonical-bibliography.ts'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import type {FileKind} from '../../build/store/canonical-yaml.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import {readIfThere, yamlFilesIn} from '../../build/store/read-if-there.ts'
import {count, printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {textsOf} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'
import {writeWhole} from '../files/write-whole.ts'

/** `edition fmt`: write the files of the manuscript the one way. */
export const fmt: Verb = {
  name: 'fmt',
  usage: '[EDITION…] [--check]',
  help: `Puts records and marks into the order of the text, their fields into a fixed order, a key a line,
lemma and reading into quotes, and escapes invisible characters. Comments stay. Items of bibliography.json
and verdicts of reviews are put into the order of their ids. With --check nothing is
written: each file that would change is a finding.`,
  options: {check: {type: 'boolean', help: 'only say which files would change'}},
  async run({words, flags, workspace}) {
    const editions = words.length > 0 ? words : await listEditions(workspace.manuscript)
    const findings: Finding[] = []
    const changed: [string, string][] = []
    for (const name of editions) {
      const result = await formatEdition(workspace, name)
      findings.push(...result.findings)
      changed.push(...result.changed)
    }
    if (flags['check'] === true) findings.push(...changed.map(([path]) => unformatted(path)))
    printFindings(findings)
    if (findings.length > 0) return exit.findings
    for (const [path, text] of changed) await writeWhole(path, text)
    for (const [path] of changed) console.log(show(path))
    console.log(`${count(changed.length, 'file')} written anew`)
    return exit.fine
  },
}

/** Folders of an edition, and what their YAML files are. */
const folders: Readonly<Record<string, FileKind>> = {
  front: 'chronology',
  back: 'chronology',
  maps: 'map',
}

/** The files of an edition that are not in their one form, and what that would be. */
export async function formatEdition(
  workspace: Workspace,
  name: string,
): Promise<{changed: [path: string, text: string][]; findings: Finding[]}> {
  const folder = join(workspace.manuscript, name)
  const path = join(folder, 'edition.yaml')
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) throw new UsageError(`No edition \`${name}\` in ${show(workspace.manuscript)}.`)
  const kinds: FileKind[] = [
    'text',
    'corrections',
    'structure',
    'citations',
    'annotations',
    'rules',
  ]
  const files: [string, FileKind | 'bibliography'][] = [[path, 'edition']]
  for (const text of await textsOf(path)) {
    for (const kind of kinds) files.push([join(folder, 'texts', text, `${kind}.yaml`), kind])
    files.push([join(folder, 'texts', text, 'names.yaml'), 'decisions'])
    const reviews = join(folder, 'texts', text, 'reviews')
    for (const one of await yamlFilesIn(reviews)) files.push([join(reviews, one), 'review'])
  }
  for (const [part, kind] of Object.entries(folders)) {
    for (const name of await yamlFilesIn(join(folder, part))) {
      files.push([join(folder, part, name), kind])
    }
  }
  files.push([join(folder, 'names.yaml'), 'names'])
  files.push([join(folder, 'documents.yaml'), 'documents'])
  files.push([join(folder, 'bibliography.json'), 'bibliography'])
  const findings: Finding[] = []
  const changed: [string, string][] = []
  for (const [file, kind] of files) {
    const before = await readIfThere(file)
    if (before === null) continue
    const after =
      kind === 'bibliography' ? formatBibliography(file, before) : formatYaml(file, before, kind)
    findings.push(...after.findings)
    if (after.text !== null && after.text !== before) changed.push([file, after.text])
  }
  return {changed, findings}
}

/** Say that a file is not in its one form. */
export function unformatted(path: string): Finding {
  const reason = 'Expected the form that `npm run edition -- fmt` writes; run it.'
  return finding({file: path, ruleId: 'format', reason})
}
