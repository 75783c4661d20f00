import {correctText} from '../../build/pipeline.ts'
import type {EditedText, TextEdition} from '../../build/model/edited-text.ts'
import {blocksOf, wordsOfBlock} from '../../build/structure/locators.ts'
import type {Block} from '../../build/structure/locators.ts'
import {digest} from '../../build/text/digest.ts'
import {formatPlace, parsePlace, toOffset, toPlace} from '../../build/text/place.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import {findWords} from '../find-words.ts'
import {printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {editAlone, openEdition, openText} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

/** `edition where`: from words or a place to every way of citing it. */
export const where: Verb = {
  name: 'where',
  usage: '"words" | TEXT:LINE:COL',
  help: `For words: every place where they stand, in the edition or only in a source, one a line: place,
page, paragraph or note, and the words around. For a place: the same, and the record and the marks there.
Pages in brackets are inferred. With --as the places of the source are printed the way claims and links name
them.`,
  options: {
    as: {
      type: 'string',
      value: 'claim|link',
      help: 'as the basis of a claim, or as a link of front and back matter',
    },
  },
  async run({words, flags, workspace}) {
    const as = flags['as']
    if (as !== undefined && as !== 'claim' && as !== 'link') {
      throw new UsageError(`Unexpected --as ${String(as)}; expected claim or link.`)
    }
    const sought = words.join(' ').trim()
    if (sought === '') throw new UsageError('Expected words, or TEXT:LINE:COL.')
    const match = /^([\w./-]+):(\d+:\d+)$/.exec(sought)
    if (match) return describePlace(workspace, match[1] ?? '', match[2] ?? '')
    let found = 0
    const lacking: string[] = []
    for (const name of await listEditions(workspace.manuscript)) {
      const edition = await openEdition(workspace, name)
      printFindings(edition.findings)
      lacking.push(...edition.missing.map(({text}) => text))
      for (const text of edition.texts) {
        const places = as ? basesIn(text, sought, as) : findInText(editAlone(text), sought)
        for (const line of places) {
          console.log(line)
          found++
        }
      }
    }
    if (found === 0) console.error(`${JSON.stringify(sought)} stands nowhere; capitals count.`)
    if (lacking.length > 0) {
      console.error(`Not searched, for they lack their sources: ${lacking.join(', ')}.`)
    }
    return found === 0 ? exit.findings : exit.fine
  },
}

/** Places of the source with the digests of what is there, to be pasted into files of the editors. */
function basesIn({id, source}: EditedText, sought: string, as: 'claim' | 'link'): string[] {
  return findWords(source.value, sought).map(({start, end}) => {
    const [at, to] = [start, end].map((offset) => formatPlace(toPlace(source.lines, offset)))
    const seen = digest(source.value.slice(start, end))
    if (as === 'link') return `[](${id}:${at}-${to} "${seen}")`
    return ['basis: text', `text: ${id}`, `at: ${at}`, `to: ${to}`, `digest: ${seen}`].join('\n')
  })
}

function findInText(edition: TextEdition, sought: string): string[] {
  const {text, tree} = edition
  const shown = blocksOf(tree).flatMap((block) => {
    const {text: words, runs} = wordsOfBlock(block)
    return findWords(words, sought).map(({start, end}) => {
      const run = runs[start]
      const into = run?.leaf?.data.by === null ? start - runs.indexOf(run) : 0
      const offset = (run?.leaf?.position.start.offset ?? 0) + into
      const here = {...block, page: run?.page}
      return {offset, line: write(text, offset, here, around(words, start, end))}
    })
  })
  const offsets = new Set(shown.map(({offset}) => offset))
  const inSource = findWords(text.source.value, sought)
    .filter(({start}) => !offsets.has(start))
    .map(({start, end}) => {
      const words = around(text.source.value, start, end)
      const block = blockAt(edition, start)
      const lemma = text.records.find(
        (one) => one.start < end && start < one.end && one.act === 'correct',
      )
      const why = lemma ? `in the lemma of ${lemma.id}` : 'in the source only'
      return {offset: start, line: `${write(text, start, block, words)}  (${why})`}
    })
  return [...shown, ...inSource].sort((a, b) => a.offset - b.offset).map(({line}) => line)
}

async function describePlace(workspace: Workspace, name: string, at: string): Promise<number> {
  const opened = await openText(workspace, name)
  if (!opened) return exit.findings
  const {text} = opened
  const place = parsePlace(at)
  const offset = place && toOffset(text.source.lines, place)
  if (offset === undefined) throw new UsageError(`${at} lies outside the source of \`${text.id}\`.`)
  const edition = editAlone(text)
  printFindings(edition.findings)
  const {value} = text.source
  console.log(write(text, offset, blockAt(edition, offset), around(value, offset, offset + 1)))
  for (const record of text.records) {
    if (offset < record.start || offset >= record.end) continue
    const reading = record.act === 'correct' ? ` → ${JSON.stringify(record.reading)}` : ''
    console.log(
      `  ${record.act} ${record.id}  ${record.kind}  ${JSON.stringify(record.lemma)}${reading}  ${record.why}`,
    )
  }
  for (const mark of text.marks) {
    if (offset >= mark.start && offset < Math.max(mark.end, mark.start + 1)) {
      console.log(`  mark ${mark.type} ${mark.id}  ${mark.why}`)
    }
  }
  const {pieces} = correctText(text)
  const piece = pieces.find(({src}) => src[0] <= offset && offset < src[1])
  if (piece?.by === null) {
    console.log(`  verbatim, at ${piece.out[0] + offset - piece.src[0]} of the corrected text`)
  }
  return exit.fine
}

/** The block that holds a source offset, on the page where the offset lies. */
function blockAt(edition: TextEdition, offset: number): Block | undefined {
  for (const block of blocksOf(edition.tree)) {
    const run = block.runs.find(({leaf}) => {
      const position = leaf?.position
      return position && position.start.offset <= offset && offset < position.end.offset
    })
    if (run) return {...block, page: run.page}
  }
  return undefined
}

function write(text: EditedText, offset: number, block: Block | undefined, words: string): string {
  const locator = [
    ...(block?.page === undefined ? [] : [`p. ${block.page}`]),
    ...(block?.paragraph === undefined ? [] : [`¶ ${block.paragraph}`]),
    ...(block?.note === undefined ? [] : [`note ${block.note}`]),
  ]
  const place = formatPlace(toPlace(text.source.lines, offset))
  return `${text.id}:${place}\t${locator.join(', ')}\t${words}`
}

function around(words: string, start: number, end: number): string {
  const left = words.slice(Math.max(0, start - 30), start)
  const right = words.slice(end, end + 30)
  return `${left}[${words.slice(start, end)}]${right}`.replaceAll(/\s+/g, ' ').trim()
}
