import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {isError} from '../../build/finding.ts'
import type {Finding} from '../../build/finding.ts'
import {editTexts, makeOutputs} from '../../build/pipeline.ts'
import type {Output} from '../../build/pipeline.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {quotationBudget} from '../../build/store/quotation-budget.ts'
import {makeManifest} from '../manifest.ts'
import {count, printFindings} from '../report.ts'
import {progress} from '../progress.ts'
import {exit, UsageError} from '../verb.ts'
import type {Verb} from '../verb.ts'
import {explainMissing, findText, openEdition, show} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'
import {writeWhole} from '../write-whole.ts'

/** `edition build`: make the outputs. */
export const build: Verb = {
  name: 'build',
  summary: 'make the EPUB and the cleaned manuscripts of an edition',
  usage: '[EDITION…]',
  help: `Builds the editions named, or all whose sources are there, into DIR:
  <edition>.epub            the e-book
  <edition>/<text>.md       the cleaned manuscript of each text
  <edition>.manifest.json   hashes of sources, records and outputs
With --text ID it builds an extract of one text, <edition>.<text>.epub.
Nothing is written unless everything is right; SOURCE_DATE_EPOCH sets the date of the outputs.`,
  options: {
    out: {type: 'string', value: 'DIR', help: 'where outputs go (default: dist)'},
    only: {type: 'string', value: 'FORMAT', help: 'one format alone: epub'},
    text: {type: 'string', value: 'ID', help: 'an extract of one text'},
  },
  async run({words, flags, workspace}) {
    const only = flags['only']
    if (only !== undefined && only !== 'epub') {
      throw new UsageError(`No format \`${String(only)}\` for --only; there is: epub.`)
    }
    const text = flags['text'] as string | undefined
    const place =
      text === undefined ? undefined : await findText(workspace, [...words, text].join('/'))
    const named = place ? [place.edition] : words
    const names = named.length > 0 ? named : await listEditions(workspace.manuscript)
    if (names.length === 0) throw new UsageError(`No edition in ${show(workspace.manuscript)}.`)
    let worst: number = exit.fine
    for (const name of names) {
      const edition = await openEdition(workspace, name, place && [place.id])
      const code = await buildOne(
        edition,
        workspace,
        named.length > 0,
        place?.id,
        only === undefined,
      )
      worst = Math.max(worst, code)
    }
    return worst
  },
}

async function buildOne(
  edition: LoadedEdition,
  workspace: Workspace,
  isNamed: boolean,
  extract: string | undefined,
  withManuscripts: boolean,
): Promise<number> {
  const started = performance.now()
  const {id, config} = edition
  if (edition.missing.length > 0 && !edition.findings.some(isError)) {
    return reportMissing(edition, workspace, isNamed)
  }
  const say = progress(id)
  say('editing')
  const findings: Finding[] = [...edition.findings]
  const texts = editTexts(edition.texts, config?.numbering ?? 'per-text')
  findings.push(...texts.flatMap((text) => text.findings))
  const budgets = edition.texts.map((text) => quotationBudget(text))
  findings.push(...budgets.flatMap((budget) => budget.findings))
  let outputs: readonly Output[] = []
  if (config && !findings.some(isError)) {
    say('writing the EPUB')
    const name = extract === undefined ? id : `${id}.${extract}`
    const [only] = edition.texts
    const made = await makeOutputs(name, config, texts, {
      identifier:
        extract === undefined ? config.identifier : extractIdentifier(config.identifier, extract),
      modified: modifiedTime(config.modified),
      title: extract === undefined ? undefined : (only?.config.shortTitle ?? only?.config.title),
    })
    findings.push(...made.findings)
    const wanted = made.outputs.filter((output) => withManuscripts || output.name.endsWith('.epub'))
    outputs = [...wanted, makeManifest(name, edition, wanted)]
  }
  say('')
  printFindings(findings)
  if (findings.some(isError)) {
    console.error(`${id}: not built; what was there is untouched.`)
    return exit.findings
  }
  await writeWhole(outputs.map(({name, content}) => [join(workspace.out, name), content] as const))
  for (const budget of budgets) console.error(budget.line)
  for (const {name, content} of outputs) {
    console.log(`${show(join(workspace.out, name))}\t${size(content)}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const warnings = count(findings.length, 'warning')
  console.log(`${id}: built ${count(edition.texts.length, 'text')} in ${seconds} s, ${warnings}`)
  return exit.fine
}

function reportMissing(edition: LoadedEdition, workspace: Workspace, isNamed: boolean): number {
  if (isNamed) {
    for (const missing of edition.missing) console.error(explainMissing(missing, workspace))
    return exit.usage
  }
  const lacks = edition.missing.map((missing) => missing.file).join(', ')
  const folder = show(join(workspace.manuscript, 'sources'))
  console.log(
    `${edition.id}: not built, it lacks its sources (${lacks}); put them into ${folder}/ or name their folder with --sources.`,
  )
  return exit.fine
}

/** The permanent identifier of an extract: a name-based UUID under that of the edition. */
function extractIdentifier(identifier: string, text: string): string {
  const hash = createHash('sha1').update(`${identifier}/${text}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** The time of the outputs: SOURCE_DATE_EPOCH if set, else that of edition.yaml. */
function modifiedTime(fromEdition: string): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  if (epoch === undefined || epoch === '') return fromEdition
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new UsageError(`SOURCE_DATE_EPOCH is \`${epoch}\`; expected seconds since 1970.`)
  }
  return new Date(Number(epoch) * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}

function size(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(0)} kB`
}
