import {makePlaces} from '../../build/html/places.ts'
import {labelsFor} from '../../build/html/labels.ts'
import type {EditedText, TextEdition} from '../../build/model/edited-text.ts'
import {digest} from '../../build/text/digest.ts'
import {formatPlace, parsePlace, toOffset, toPlace} from '../../build/text/place.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {findWords} from '../find-words.ts'
import {printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {editAlone, findText, openEdition, openText} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'
import {describePlace} from './where/describe-place.ts'
import {findCited} from './where/find-cited.ts'
import {findWordsInText, wordsFrom} from './where/find-words-in-text.ts'
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
"#7") or a note ("note 12", "n. *"), of a TEXT or of all: its range in the source, what it is called, its
first and last words. For a place: what words get, and the record and the marks there. Pages in
brackets are inferred.
For pages, paragraphs, notes and places, and with --outputs for words too, it says where that is in the
EPUB, and on which page of the PDF in DIR, if that was made of the manuscript as it is.
With --as the places of the source are printed the way claims and links name them.`,
  options: {
    as: {
      type: 'string',
      value: 'claim|link',
      help: 'as the basis of a claim, or as a link of front and back matter',
    },
    words: {type: 'boolean', help: 'seek words that look like a page, paragraph or note'},
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
    const match = /^([\w./-]+):(\d+:\d+)$/.exec(sought)
    if (match) return sayPlace(workspace, match[1] ?? '', match[2] ?? '')
    if (as) return sayEverywhere(workspace, sought, (edition) => basesIn(edition.text, sought, as))
    const cited = flags['words'] === true ? undefined : parseLocator(sought)
    if (cited) return sayCited(workspace, sought, cited)
    return sayEverywhere(workspace, sought, (edition, loaded) => {
      const found = findWordsInText(edition, sought)
      if (flags['outputs'] !== true) return found.map(({line}) => ({line}))
      return found.map(({line, offset}) => ({line, found: at(edition, loaded, offset, line)}))
    })
  },
}

/** A line of an answer, and where that is, if it is to be said of the outputs too. */
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

/** Ask all texts, or one; who finds nothing says so. */
async function sayEverywhere(
  workspace: Workspace,
  sought: string,
  answers: Answers,
  only?: {edition: string; id: string},
): Promise<number> {
  let found = 0
  const lacking: string[] = []
  const editions = only ? [only.edition] : await listEditions(workspace.manuscript)
  for (const name of editions) {
    const edition = await openEdition(workspace, name, only && [only.id])
    printFindings(edition.findings)
    lacking.push(...edition.missing.map(({text}) => text))
    found += await say(
      edition,
      edition.texts.flatMap((text) => answers(editAlone(text), edition)),
      workspace,
    )
  }
  if (found === 0) console.error(`${JSON.stringify(sought)} stands nowhere; capitals count.`)
  if (lacking.length > 0) {
    console.error(`Not searched, for they lack their sources: ${lacking.join(', ')}.`)
  }
  return found === 0 ? exit.findings : exit.fine
}

/** Print answers with what is known of the outputs; returns how many they are. */
async function say(
  edition: LoadedEdition,
  answers: readonly Answer[],
  workspace: Workspace,
): Promise<number> {
  const isAsked = answers.some(({found}) => found)
  const places = isAsked ? await openOutputPlaces(workspace, edition.id) : null
  for (const {line, found} of answers) {
    console.log(line)
    for (const more of found && places ? places.describe(found) : []) console.log(more)
  }
  if (places?.lack) console.error(places.lack)
  return answers.length
}

async function sayCited(workspace: Workspace, sought: string, cited: Sought): Promise<number> {
  const only = cited.text === undefined ? undefined : await findText(workspace, cited.text)
  const answers: Answers = (edition) =>
    findCited(edition, cited).map((found) => ({line: found.line, found}))
  return sayEverywhere(workspace, sought, answers, only)
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
  await say(loaded, [{line, found: at(edition, loaded, offset, line)}], workspace)
  return exit.fine
}

/** Where a place of a source is in the outputs. */
function at(edition: TextEdition, loaded: LoadedEdition, offset: number, line: string): Found {
  const {text} = edition
  const labels = labelsFor(loaded.config?.language ?? 'en')
  const href = makePlaces([edition], labels)(text.id, toPlace(text.source.lines, offset))?.href
  const [file = '', id = ''] = (href ?? `text-${text.id}.xhtml#${text.id}`).split('#')
  return {text, offset, target: {file, id}, words: wordsFrom(edition, offset), line}
}
