import {join} from 'node:path'
import {isError} from '../../build/finding.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {checkUnchanged} from '../check-unchanged.ts'
import {commitFiles} from '../files/commit-files.ts'
import {recoverFiles} from '../files/recover-files.ts'
import {makeEdition} from '../make-edition.ts'
import type {MakeOptions} from '../make-edition.ts'
import {makeManifest} from '../manifest.ts'
import {describeBrowser, outputFlags, readOutputFlags} from '../output-options.ts'
import {count, printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {findText, openEdition, reportMissing} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

/** `edition build`: make the outputs. */
export const build: Verb = {
  name: 'build',
  usage: '[EDITION…]',
  help: `Builds the editions named, or all whose sources are there, into DIR:
  <edition>.epub            the e-book
  <edition>.pdf             the course reader, with notes at the foot of the page
  <edition>/<text>.md       the cleaned manuscript of each text
  <edition>.manifest.json   hashes of sources, records and outputs
With --text ID it builds an extract of one text, <edition>.<text>.epub and .pdf.
Nothing is written unless everything is right, and then all files of an edition or none, whatever
happens meanwhile; all is applied but what reviewers have rejected. What a killed build left is finished by the next one. SOURCE_DATE_EPOCH sets the date of the outputs.`,
  options: {
    out: {type: 'string', value: 'DIR', help: 'where outputs go (default: dist)'},
    text: {type: 'string', value: 'ID', help: 'an extract of one text'},
    ...outputFlags,
  },
  async run({words, flags, workspace}) {
    const make = readOutputFlags(flags)
    const text = flags['text'] as string | undefined
    const place =
      text === undefined ? undefined : await findText(workspace, [...words, text].join('/'))
    const named = place ? [place.edition] : words
    const names = named.length > 0 ? named : await listEditions(workspace.manuscript)
    if (names.length === 0) throw new UsageError(`No edition in ${show(workspace.manuscript)}.`)
    if (await recoverFiles(workspace.out)) {
      console.error(`${show(workspace.out)}: finished what a build had begun to write.`)
    }
    let worst: number = exit.fine
    const editions: LoadedEdition[] = []
    for (const name of names) {
      editions.push(await openEdition(workspace, name, place && [place.id]))
    }
    // What is not built is said last, where it is seen.
    editions.sort((a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0))
    const options = {...make, extract: place?.id}
    for (const edition of editions) {
      const code = await buildOne(edition, workspace, named.length > 0, options)
      worst = Math.max(worst, code)
    }
    return worst
  },
}

async function buildOne(
  edition: LoadedEdition,
  workspace: Workspace,
  isNamed: boolean,
  options: MakeOptions,
): Promise<number> {
  const started = performance.now()
  const {id} = edition
  if (edition.missing.length > 0 && !edition.findings.some(isError)) {
    return reportMissing(edition, workspace, isNamed)
  }
  const {findings, budgets, reviews, identifier, outputs, browser} = await makeEdition(
    edition,
    options,
  )
  printFindings(findings)
  if (findings.some(isError)) {
    console.error(`${id}: not built; what was there is untouched.`)
    return exit.findings
  }
  const {extract} = options
  const name = extract === undefined ? id : `${id}.${extract}`
  const written = [...outputs, makeManifest(name, identifier, edition, outputs, browser)]
  // The manifest comes last: where it says the new hashes, the new files are there.
  await commitFiles(workspace.out, written, {confirm: () => checkUnchanged(edition)})
  for (const line of [...budgets, ...reviews]) console.error(line)
  if (browser) for (const line of describeBrowser(browser)) console.error(line)
  for (const {name, content} of written) {
    console.log(`${show(join(workspace.out, name))}\t${size(content)}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const warnings = count(findings.length, 'warning')
  console.log(`${id}: built ${count(edition.texts.length, 'text')} in ${seconds} s, ${warnings}`)
  return exit.fine
}

function size(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(0)} kB`
}
