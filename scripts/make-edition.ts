import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {isError} from '../build/finding.ts'
import type {Finding} from '../build/finding.ts'
import {checkEditorsClaims} from '../build/check-editors-claims.ts'
import {checkNames} from '../build/check-names.ts'
import {citeTexts} from '../build/cite-texts.ts'
import {editTexts, makeOutputs} from '../build/outputs.ts'
import type {MadeBrowser, Output} from '../build/made.ts'
import type {Format} from '../build/outputs.ts'
import type {PdfOptions} from '../build/pdf/lay-out-book.ts'
import type {Drawing} from '../build/draw-pictures.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'
import {quotationBudget} from '../build/store/quotation-budget.ts'
import {checkSettled} from '../build/verdicts/check-settled.ts'
import {judgementsOf, tally} from '../build/verdicts/judgements.ts'
import {explainRejections} from '../build/explain-rejections.ts'
import {withoutUnseen} from '../build/without-unseen.ts'
import {progress} from './progress.ts'
import {UsageError} from './exit.ts'

/** What an edition came to, before anything is written. */
export interface MadeEdition {
  /** Everything found wrong, from the files of the editors to the finished outputs. */
  readonly findings: readonly Finding[]
  /** A line for each text that may not be passed on: how much of its source the manuscript quotes. */
  readonly budgets: readonly string[]
  /** A line for each text: how far its records and marks are judged. */
  readonly reviews: readonly string[]
  /** Permanent identifier: that of the edition, or of the extract. */
  readonly identifier: string
  /** Empty when there are errors. */
  readonly outputs: readonly Output[]
  /** The browser that laid out the PDF, if there is one. */
  readonly browser?: MadeBrowser | undefined
}

/** What of an edition is to be made, and how. */
export interface MakeOptions {
  /** The id of the one text of an extract. */
  readonly extract?: string | undefined
  /** Whether claims that rest on nothing that was seen are built too. */
  readonly isDraft?: boolean | undefined
  /** Whether each record and mark must have been judged, and no dispute be open. */
  readonly isStrict?: boolean | undefined
  /** One kind of file alone. */
  readonly only?: Format | undefined
  /** How the PDF is made; its sheet is that of edition.yaml where none is set. */
  readonly pdf: Omit<PdfOptions, 'paper'> & {readonly paper?: PdfOptions['paper'] | undefined}
}

/** Make an edition, or an extract of one text, in memory. */
export async function makeEdition(
  edition: LoadedEdition,
  {extract, only, isDraft, isStrict, pdf}: MakeOptions,
): Promise<MadeEdition> {
  const {id, config} = edition
  const say = progress(id)
  say('editing')
  const findings: Finding[] = [...edition.findings]
  const said = withoutUnseen(edition, isDraft ?? false)
  const texts = editTexts(said.texts, config?.numbering ?? 'per-text')
  findings.push(...texts.flatMap(explainRejections))
  // Where something is missing, that nobody cites an item says nothing.
  const isWhole = extract === undefined && edition.missing.length === 0 && !findings.some(isError)
  const cited = citeTexts(texts, edition.bibliography, isWhole)
  findings.push(
    ...cited.findings,
    ...checkEditorsClaims(texts, said, config?.texts ?? [], config?.language ?? 'en'),
    ...checkNames(texts, edition.names, isWhole),
  )
  const budgets = edition.texts.map((text) => quotationBudget(text))
  findings.push(...budgets.flatMap((budget) => budget.findings))
  const lines = budgets.flatMap(({line}) => line ?? [])
  const {findings: unsettled, lines: reviews} = reviewsOf(edition)
  if (isStrict) findings.push(...unsettled)
  const isExtract = extract !== undefined
  const whole = config?.identifier ?? ''
  const identifier = isExtract ? extractIdentifier(whole, extract) : whole
  if (!config || findings.some(isError)) {
    say('')
    return {findings, budgets: lines, reviews, identifier, outputs: []}
  }
  const drawn = only === 'markdown' ? noDrawing : await draw(said, isExtract)
  findings.push(...drawn.findings)
  const [first] = edition.texts
  const made = await makeOutputs(isExtract ? `${id}.${extract}` : id, config, texts, {
    identifier,
    modified: modifiedTime(config.modified),
    title: isExtract ? (first?.config.shortTitle ?? first?.config.title) : undefined,
    cited,
    said,
    pictures: drawn.pictures,
    only,
    pdf: {...pdf, paper: pdf.paper ?? config.paper},
    say,
  })
  say('')
  findings.push(...made.findings)
  const outputs = findings.some(isError) ? [] : made.outputs
  return {findings, budgets: lines, reviews, identifier, outputs, browser: made.browser}
}

/** How far the texts of an edition are judged, for people, and what is not settled. */
function reviewsOf({texts, config}: LoadedEdition): {findings: Finding[]; lines: string[]} {
  const findings: Finding[] = []
  const lines = texts.map(({id, review, files}) => {
    const judged = judgementsOf(review, config?.review ?? openPolicy)
    const path = review.reviews[0]?.path ?? join(files[0]?.path ?? '', '..', 'reviews')
    findings.push(...checkSettled(id, path, judged))
    const {all, seen, byState} = tally(judged)
    const others = (['rejected', 'contested', 'query', 'stale'] as const).flatMap((state) =>
      byState[state] > 0 ? [`${byState[state]} ${state}`] : [],
    )
    const rest = others.length > 0 ? `; ${others.join(', ')}` : ''
    return `${id}: ${seen} of ${all} records and marks seen by a second person${rest}`
  })
  return {findings, lines}
}

const openPolicy = {selfAcceptance: false, twoReviewers: []}

const noDrawing: Drawing = {pictures: new Map(), findings: []}

/** Draw maps and timelines; who has none does not wait for what draws them. */
async function draw({matter, maps, texts}: LoadedEdition, isExtract: boolean): Promise<Drawing> {
  const {drawPictures} = await import('../build/draw-pictures.ts')
  const headnotes = texts.flatMap(({headnote}) => headnote ?? [])
  const written = isExtract ? [] : [...matter.front, ...matter.back]
  return drawPictures([...written, ...headnotes], maps, !isExtract)
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
