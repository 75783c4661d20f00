import {join} from 'node:path'
import {isError} from '../../../build/finding.ts'
import type {Finding} from '../../../build/finding.ts'
import {makePageData} from '../../../build/review/make-page-data.ts'
import type {PageOptions} from '../../../build/review/make-page-data.ts'
import type {DeskRequests, Done, PageData} from '../../../build/review/page-data.ts'
import {explainRejections} from '../../../build/explain-rejections.ts'
import {editTexts} from '../../../build/outputs.ts'
import {EntryError} from '../../../build/store/edit-yaml.ts'
import type {LoadedEdition} from '../../../build/store/load-edition.ts'
import {loadText} from '../../../build/store/load-text.ts'
import type {LoadedText} from '../../../build/store/load-text.ts'
import {readIfThere} from '../../../build/store/read-if-there.ts'
import {formatFinding} from '../../report.ts'
import {errorsOf, openEdition} from '../../workspace.ts'
import type {Workspace} from '../../workspace.ts'
import type {DeskText, Plan} from './desk-text.ts'
import {fingerprint} from './fingerprint.ts'
import type {Fingerprint} from './fingerprint.ts'
import {openJournal} from './journal.ts'
import type {Change} from './journal.ts'
import {planAnswer} from './plan-answer.ts'
import {planPromotion, planReading} from './plan-records.ts'
import {planVerdicts} from './plan-verdicts.ts'
import {planWords} from './plan-words.ts'
import {Refusal} from './refusal.ts'
import {readRequest} from './requests.ts'
import type {Asked} from './requests.ts'

/** A desk: what of an edition is to be judged, and the hand that writes what is said of it. */
export interface Desk {
  /** What the review page is given, as the files are now. */
  data(): Promise<PageData>
  /** Do what is asked. Throws: `Refusal` when nothing was done. */
  act(what: Asked, body: unknown): Promise<Done>
  /** Whether files have changed since the desk looked last, by another hand than its own. */
  hasChanged(): Promise<boolean>
}

/** Settings of a desk. */
export interface DeskOptions extends Omit<PageOptions, 'sample' | 'faults'> {
  /** Ids of the texts that are judged; left out when all are. */
  readonly only?: readonly string[] | undefined
  /** Chooses a sample of what there is, if one is wanted. */
  sample(data: PageData): PageData['sample']
}

/** Put an edition on a desk. Throws: `UsageError` when there is none of that name. */
export async function openDesk(
  workspace: Workspace,
  name: string,
  options: DeskOptions,
): Promise<Desk> {
  const folder = join(workspace.manuscript, name)
  const sources = [join(folder, 'sources'), ...workspace.sources]
  const journal = openJournal()
  const texts = new Map<string, LoadedText>()
  let seen: Fingerprint = await fingerprint(folder)
  let last: Promise<unknown> = Promise.resolve()

  /** One request after another: what is written is planned on what is there. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  const look = async (): Promise<void> => {
    const now = await fingerprint(folder)
    if (now.others !== seen.others) texts.clear()
    seen = now
  }

  const load = (id: string, drafts?: ReadonlyMap<string, string>): Promise<LoadedText> =>
    loadText(join(folder, 'texts', id), id, sources, drafts)

  const open = async (id: string): Promise<DeskText> => {
    const edition = await openEdition(workspace, name, [])
    if (!edition.config?.texts.includes(id)) throw new Refusal(400, `There is no text ${id}.`)
    const loaded = texts.get(id) ?? (await load(id))
    texts.set(id, loaded)
    const {source, config} = loaded
    if (!source || !config || !loaded.text) {
      const [first] = loaded.findings.filter(isError)
      throw new Refusal(
        409,
        `${id} cannot be read: ${first ? say(first) : 'its source is missing'}`,
      )
    }
    const home = join(folder, 'texts', id)
    const read = async (file: string): Promise<string> =>
      (await readIfThere(join(home, file))) ?? ''
    return {id, folder: home, loaded, source, config, read}
  }

  /** What a plan comes to, with the tables of the rules where it changes these. */
  const settle = async (text: DeskText, plan: Plan): Promise<Change[]> => {
    const files = new Map([...plan.files].map(([file, after]) => [join(text.folder, file), after]))
    if (![...plan.files.keys()].every((file) => file.startsWith('reviews/'))) {
      const after = await load(text.id, files)
      const known = errorsOf(text.loaded).map(({reason}) => reason)
      const added = errorsOf({...after, findings: after.findings.filter(isFault)})
      const [first] = added.filter(({reason}) => !known.includes(reason))
      if (first) throw new Refusal(400, say(first))
      for (const [path, table] of after.hits?.changes ?? []) files.set(path, table ?? '')
    }
    return Promise.all(
      [...files].map(async ([path, after]) => {
        return {path, before: (await readIfThere(path)) ?? '', after}
      }),
    )
  }

  const write = async (changes: readonly Change[]): Promise<number> => {
    const done = await journal.write(changes)
    await settleDown(changes)
    return done
  }

  const settleDown = async (changes: readonly Change[]): Promise<void> => {
    // Verdicts change nothing that verdicts are planned on.
    if (!changes.every(({path}) => path.startsWith(join(folder, 'texts')) && isReview(path))) {
      texts.clear()
    }
    seen = await fingerprint(folder)
  }

  return {
    data: () =>
      inTurn(async () => {
        await look()
        return dataOf(await openEdition(workspace, name, options.only), options)
      }),
    hasChanged: () =>
      inTurn(async () => {
        const now = await fingerprint(folder)
        return now.others !== seen.others || now.reviews !== seen.reviews
      }),
    act: (what, body) =>
      inTurn(async () => {
        await look()
        if (what === 'undo') {
          const {done} = readRequest('undo', body)
          await settleDown(await journal.undo(done))
          return {done, what: 'taken back'}
        }
        const request = readRequest(what, body)
        const text = await open((request as {text: string}).text)
        try {
          const plan = await planOf(what, text, request)
          return {done: await write(await settle(text, plan)), what: plan.what}
        } catch (error) {
          throw error instanceof EntryError ? new Refusal(400, error.message) : error
        }
      }),
  }
}

function planOf(what: Exclude<Asked, 'undo'>, text: DeskText, request: unknown): Promise<Plan> {
  switch (what) {
    case 'verdicts':
      return planVerdicts(text, request as DeskRequests['verdicts'])
    case 'reading':
      return planReading(text, request as DeskRequests['reading'])
    case 'promote':
      return planPromotion(text, request as DeskRequests['promote'])
    case 'answer':
      return planAnswer(text, request as DeskRequests['answer'])
    case 'words':
      return planWords(text, request as DeskRequests['words'])
  }
}

function dataOf(edition: LoadedEdition, options: DeskOptions): PageData {
  const {id, config} = edition
  if (!config) {
    const [first] = edition.findings.filter(isError)
    throw new Refusal(409, first ? say(first) : `${id} cannot be read.`)
  }
  const texts = editTexts(edition.texts, config.numbering)
  const missing = edition.missing.map(
    ({text, file}) => `${text}: its source, ${file}, is not there`,
  )
  const wrong = [...edition.findings, ...texts.flatMap(explainRejections)].filter(isError)
  // Whoever makes a file is told on the terminal; the file may go to others.
  const faults = options.mode === 'desk' ? [...missing, ...wrong.map(say)] : []
  const data = makePageData(id, config, texts, {...options, faults, sample: null})
  return {...data, sample: options.sample(data)}
}

/** Tables that are not fresh are written with what makes them so. */
function isFault({ruleId}: Finding): boolean {
  return ruleId !== 'hits-stale'
}

function isReview(path: string): boolean {
  return /[/\\]reviews[/\\][^/\\]+$/.test(path)
}

function say(finding: Finding): string {
  return formatFinding(finding, false)
}
