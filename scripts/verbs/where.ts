import type {EditedText, TextEdition} from '../../build/model/edited-text.ts'
import {digest} from '../../build/text/digest.ts'
import {formatPlace, parsePlace, toOffset, toPlace} from '../../build/text/place.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {findWords} from '../find-words.ts'
import {printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {editAlone, explainMissing, findText, openEdition, openText} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'
import {describePlace} from './where/describe-place.ts'
import {findCited} from './where/find-cited.ts'
import {findWordsInText} from './where/find-words-in-text.ts'
import type {Found} from './where/found.ts'
import {parseLocator} from './where/locator.ts'
import type {Sought} from './where/locator.ts'
import {openOutputPlaces} from './where/output-places.ts'

/** `edition where`: from words, a citation or a place to every way of citing it. */
export const where: Verb = {
  name: 'where',
  usage: '"words" | ["TEXT] p. N" | ["TEXT] ¶ N" | ["TEXT] note N" | TEXT:LINE:COL',
  help: `For words: every place where they stand, in the edition or only in a source, one a line: place,
page, paragraph or note, and the words around. For a page ("p. 198", "[12]"), a paragraph ("¶ 7", "par. 7",
"#7") or a note ("note 12", "n. *"), of a TEXT or of all: its runs of the source, what it is called, its
first and last words; a page is its body, without notes. For a place: what words get, and the record and
the marks there. Pages in brackets are inferred.
For pages, paragraphs, notes and places, and with --outputs for words too, it says where that is in the
EPUB, and on which page of the PDF in DIR, if that was made of the manuscript as it is.
With --as the places of the source are printed the way claims and links name them.`,
  options: {
    as: {
      type: 'string',
      value: 'claim|link',
      help: 'as the basis of a claim, or as a link of front and back matter',
    },
    words: {type: 'boolean', help: 'seek words that look like a page, paragraph, note or place'},
    outputs: {type: 'boolean', help: 'say where words stand in EPUB and PDF'},
    out: {type: 'string', value: 'DIR', help: 'where the outputs are (default: dist)'},
  },
  async run({words, flags, workspace}) {
    const as = flags['as']
    if (as !== undefined && as !== 'claim' && as !== 'link') {
      throw new UsageError(`Unexpected --as ${String(as)}; expected claim or link.`)
    }
    const sought = words.join(' ').trim()
    if (sought === '')
      throw new UsageError('Expected words, a page, paragraph or note, or a place.')
    const areWords = flags['words'] === true
    const match = areWords ? null : /^([\w./-]+):(\d+:\d+)$/.exec(sought)
    if (match) return sayPlace(workspace, match[1] ?? '', match[2] ?? '')
    if (as) return sayEverywhere(workspace, sought, (edition) => basesIn(edition.text, sought, as))
    const cited = areWords ? undefined : parseLocator(sought)
    const code = cited && (await sayCited(workspace, cited))
    if (code !== undefined && code !== null) return code
    const isAsked = flags['outputs'] === true
    return sayEverywhere(workspace, sought, (edition) =>
      findWordsInText(edition, sought).map(({line, offset: from, last}) => {
        return isAsked ? {line, found: {edition, from, last, line}} : {line}
      }),
    )
  },
}

/** A line of an answer, and what it is about, if that is to be found in the outputs too. */
interface Answer {
  readonly line: string
  readonly found?: Found
}

type Answers = (edition: TextEdition, loaded: LoadedEdition) => readonly Answer[]

/** Places of the source with the digests of what is there, to be pasted into files of the editors. */
function basesIn({id, source}: EditedText, sought: string, as: 'claim' | 'link'): Answer[] {
  return findWords(source.value, sought).map(({start, end}) => {
    const [at, to] = [start, end].map((offset) => formatPlace(toPlace(source.lines, offset)))
    const seen = digest(source.value.slice(start, end))
    if (as === 'link') return {line: `[](${id}:${at}-${to} "${seen}")`}
    return {
      line: ['basis: text', `text: ${id}`, `at: ${at}`, `to: ${to}`, `digest: ${seen}`].join('\n'),
    }
  })
}

/** Seek words in all texts; who finds nothing says so. */
async function sayEverywhere(
  workspace: Workspace,
  sought: string,
  answers: Answers,
): Promise<number> {
  const {found, lacking} = await ask(workspace, answers)
  if (found === 0) console.error(`${JSON.stringify(sought)} stands nowhere; capitals count.`)
  explainLacking(lacking)
  return found === 0 ? exit.findings : exit.fine
}

/** Seek a page, paragraph or note; `null` when nothing is called so, and it may as well be words. */
async function sayCited(workspace: Workspace, cited: Sought): Promise<number | null> {
  const only = cited.text === undefined ? undefined : await textNamed(workspace, cited.text)
  const answers: Answers = (edition, {config}) => {
    const isPerText = config?.numbering !== 'continuous'
    return findCited(edition, cited, isPerText).map((found) => ({line: found.line, found}))
  }
  const {found, lacking} = await ask(workspace, answers, only)
  if (found === 0 && cited.isPhrase) return null
  if (found === 0) {
    const whose = only ? `\`${only.id}\` has` : 'No text has a'
    const lack = only ? `no ${cited.kind} ${cited.name}` : `${cited.kind} ${cited.name}`
    console.error(`${whose} ${lack}; to seek these words add --words.`)
  }
  explainLacking(lacking)
  return found === 0 ? exit.findings : exit.fine
}

/** Find a text by name. Throws: `UsageError` when there is none, for then the call may mean words. */
async function textNamed(workspace: Workspace, name: string): Promise<NamedText> {
  try {
    return await findText(workspace, name)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message} To seek these words add --words.`)
  }
}

/** Ask all texts, or one, and print what they answer; how many answers there are, and who could not be asked. */
async function ask(
  workspace: Workspace,
  answers: Answers,
  only?: NamedText,
): Promise<{found: number; lacking: string[]}> {
  let found = 0
  const lacking: string[] = []
  for (const name of only ? [only.edition] : await listEditions(workspace.manuscript)) {
    const edition = await openEdition(workspace, name, only && [only.id])
    printFindings(edition.findings)
    const [missing] = edition.missing
    if (only && missing) throw new UsageError(explainMissing(missing, workspace))
    lacking.push(...edition.missing.map(({text}) => text))
    const all = edition.texts.flatMap((text) => answers(editAlone(text), edition))
    await say(workspace, name, all)
    found += all.length
  }
  return {found, lacking}
}

interface NamedText {
  readonly edition: string
  readonly id: string
}

function explainLacking(texts: readonly string[]): void {
  if (texts.length > 0) {
    console.error(`Not searched, for they lack their sources: ${texts.join(', ')}.`)
  }
}

/** Print answers with what is known of the outputs. */
async function say(workspace: Workspace, name: string, answers: readonly Answer[]): Promise<void> {
  const texts = answers.flatMap(({found}) => found?.edition.text.id ?? [])
  const places = texts.length > 0 ? await openOutputPlaces(workspace, name, texts) : null
  for (const {line, found} of answers) {
    console.log(line)
    for (const more of found && places ? places.describe(found) : []) console.log(more)
  }
  if (places?.lack) console.error(places.lack)
}

async function sayPlace(workspace: Workspace, name: string, written: string): Promise<number> {
  const opened = await openText(workspace, name)
  if (!opened) return exit.findings
  const {text, edition: loaded} = opened
  const place = parsePlace(written)
  const offset = place && toOffset(text.source.lines, place)
  if (offset === undefined) {
    throw new UsageError(`${written} lies outside the source of \`${text.id}\`.`)
  }
  const edition = editAlone(text)
  printFindings(edition.findings)
  const line = describePlace(edition, offset).join('\n')
  await say(workspace, loaded.id, [{line, found: {edition, from: offset, last: offset, line}}])
  return exit.fine
}
