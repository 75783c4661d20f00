import {apply} from '../text/apply.ts'
import {composeApart} from '../text/compose.ts'
import {sourceOffsets} from '../text/source-offsets.ts'
import {appliedCorrections} from './applied-corrections.ts'
import {mojibake} from './characters/mojibake.ts'
import {noteSpace} from './characters/note-space.ts'
import {presentationForm} from './characters/presentation-form.ts'
import {softHyphen} from './characters/soft-hyphen.ts'
import {softLineEnd} from './characters/soft-line-end.ts'
import {doubtHeads, doubtJoins} from './doubt-structure.ts'
import type {Hit, Repairs} from './hit.ts'
import type {Language} from './language/language.ts'
import {listNumber} from './layout/list-number.ts'
import {noteNumber} from './layout/note-number.ts'
import {pageJoin} from './layout/page-join.ts'
import {paragraphEnd} from './layout/paragraph-end.ts'
import {readLayout} from './layout/read-layout.ts'
import {runningHead} from './layout/running-head.ts'
import type {Format, Guards, Look} from './look.ts'
import {maskCode} from './mask-code.ts'
import {withoutOverlaps} from './without-overlaps.ts'
import {findLineBreaks} from './words/line-breaks.ts'
import {readWords} from './words/read-words.ts'

/** What a text is repaired with. */
export interface Settings {
  readonly format: Format
  readonly language: Language
  readonly guards?: Guards
}

/** Rules that give back what characters were; each looks at what the ones before it made. */
const characters: readonly ((text: string) => Hit[])[] = [
  mojibake,
  presentationForm,
  softHyphen,
  noteSpace,
]

/**
 * Find the damage of a text.
 *
 * Characters first, for all else looks at words; then the layout, for notes and running heads stand
 * between words; then words: glued ones apart, divided ones together, ligatures in both.
 *
 * Shape: source and settings → changes and joins, applied or proposed; nothing is rewritten.
 */
export function repairText(source: string, {format, language, guards}: Settings): Repairs {
  let text = source
  let mended: Hit[] = []
  const asked: Hit[] = []
  for (const rule of characters) {
    const hits = rule(text)
    asked.push(...toSource(hits.filter(isProposed), mended, source))
    const applied = hits.filter((hit) => !isProposed(hit))
    if (applied.length === 0) continue
    mended = composeApart(source, mended, applied, merge)
    text = apply(text, appliedCorrections(applied)).value
  }

  const layout = readLayout(text, format)
  const known = guards ?? {words: new Set()}
  // Places are the same in both; what is hidden is no word.
  const words = format === 'markdown' ? maskCode(text) : text
  const {hits, judge} = readWords(words, layout, language, known)
  const look: Look = {
    text,
    format,
    layout,
    guards: known,
    judgeHyphen: (before, after) => {
      const {closed, hyphenated, isStray} = judge(before, after)
      const p = isStray ? 0.5 : Math.max(closed, hyphenated) / (closed + hyphenated)
      return {glue: closed >= hyphenated ? 'none' : 'keep', p}
    },
  }
  const later = withoutOverlaps([
    ...doubtHeads(look, runningHead(look)),
    ...noteNumber(look),
    ...listNumber(look),
    ...findLineBreaks(words, layout),
    ...hits,
    ...softLineEnd(text, layout),
  ])
  const back = sourceOffsets(mended)
  const ends = paragraphEnd(look).map((end) => ({...end, at: back.end(end.at)}))
  const all = [
    ...composeApart(
      source,
      mended,
      later.filter((hit) => !isProposed(hit)),
      merge,
    ),
    ...asked,
    ...toSource(later.filter(isProposed), mended, source),
  ]
  return {
    hits: withoutOverlaps(all),
    joins: doubtJoins(look, pageJoin(look)).map((join) => {
      return {...join, start: back.end(join.start), end: back.start(join.end)}
    }),
    paragraphs: ends.filter(({state}) => state !== 'cut').map(({at}) => at),
    ends,
  }
}

function isProposed({status}: Hit): boolean {
  return status === 'proposed'
}

/** Where hits of two stages meet, the later one says what the change is. */
function merge(
  parts: readonly Hit[],
  whole: Pick<Hit, 'start' | 'end' | 'lemma' | 'reading'>,
): Hit {
  const last = parts.at(-1) as Hit
  const {reading} = whole
  return {...last, ...whole, candidates: [{reading, p: last.p}]}
}

/** Lead proposals made on the mended text back to the source; their lemma is what the source has. */
function toSource(hits: readonly Hit[], mended: readonly Hit[], source: string): Hit[] {
  const back = sourceOffsets(mended)
  return hits.map((hit) => {
    const [start, end] = [back.start(hit.start), back.end(hit.end)]
    return {...hit, start, end, lemma: source.slice(start, end)}
  })
}
