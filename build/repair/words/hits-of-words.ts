import {certain} from '../hit.ts'
import type {Candidate, Hit} from '../hit.ts'
import type {Language} from '../language/language.ts'
import type {Damage} from './damage-profile.ts'
import type {Gap} from './glue-at-stops.ts'
import {times} from './judge-hyphen.ts'
import type {DividedReading} from './read-divided.ts'
import {sureSplit} from './split-ligatures.ts'
import type {SplitWord} from './split-ligatures.ts'
import type {Token} from './token.ts'
import {gluedTail, hasPlaceholder} from './tokenise.ts'
import type {Vocabulary} from './vocabulary.ts'

/** Uses per million from which a damaged form is a word of its own, and is never changed unasked. */
const realWord = 1.5
/** Where both halves are words a hyphen must be this sure. */
const sureOfHyphen = 0.95
/** Below this probability a reading is not worth an editor’s look. */
const worthAsking = 0.55

/** Hits of words that lost ligatures. */
export function hitsOfWords(
  text: string,
  readings: ReadonlyMap<Token, readonly Candidate[]>,
  damage: Damage,
  language: Language,
  vocabulary: Vocabulary,
): Hit[] {
  const hits: Hit[] = []
  for (const [token, candidates] of readings) {
    const [best] = candidates
    if (!best || best.reading === token.text || best.p < worthAsking) continue
    const {damaged} = damage.of(token)
    if (damaged < 0.9 && !hasPlaceholder.test(token.text)) continue
    const {start, end} = token
    const lemma = text.slice(start, end)
    // Letters that stand alone are no words, but for two.
    const isReal = lemma.length === 1 ? /[ai]/i.test(lemma) : isRealWord(lemma, language)
    const isListed = lemma.length > 3 && language.lower(language.id(lemma.toLowerCase())) > 0
    const isSure = best.p >= (isListed ? 0.998 : certain) && !isReal && damaged > 0.99
    const isMentioned = /[“"‘]/.test(text.charAt(start - 1)) && /[”"’]/.test(text.charAt(end))
    const isShapeless = hasPlaceholder.test(lemma)
    hits.push({
      start,
      end,
      lemma,
      reading: best.reading,
      rule: 'ligature',
      kind: 'ocr/ligature',
      status:
        (isSure && !isMentioned) || (isShapeless && best.p >= certain) ? 'applied' : 'proposed',
      p: best.p,
      candidates: candidates.slice(0, 3),
      evidence: evidenceOf(candidates, vocabulary),
    })
  }
  return hits
}

/** Whether a form is a word of its own, in small letters or as a name. */
function isRealWord(form: string, language: Language): boolean {
  const small = language.lower(language.id(form.toLowerCase()))
  return Math.max(small, language.frequency(form)) > realWord
}

/** “fled .83 / ed .12; “fled” stands three times in the text”. */
function evidenceOf(candidates: readonly Candidate[], vocabulary: Vocabulary): string {
  const list = candidates
    .slice(0, 3)
    .map(({reading, p}) => `${reading} ${p.toFixed(2).replace(/^0/, '')}`)
    .join(' / ')
  const reading = candidates[0]?.reading ?? ''
  const count = vocabulary.countSmall(reading.toLowerCase())
  return count === 0 ? list : `${list}; “${reading}” stands ${times(count)} in the text`
}

/** Hits of words that a line end divides: the hyphen, and the ligatures that the halves lost. */
export function hitsOfDivided(
  text: string,
  divided: ReadonlyMap<Token, readonly DividedReading[]>,
): Hit[] {
  const hits: Hit[] = []
  for (const [token, readings] of divided) {
    const [best] = readings
    const after = token.continued
    if (!best || !after) continue
    const between = text.slice(token.end, after.start)
    // “two-⏎and three-page”: the hyphen stands for what follows later.
    const isSuspended =
      /^(?:and|or|to|und|et)$/.test(after.text) && /\s/.test(text.charAt(after.end))
    if (isSuspended && best.isKept) continue
    const isNear = /^[-\u2010\u00AC\u00AD][ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(between)
    // The probability that this is right about the hyphen, whatever the ligatures are.
    const p = readings
      .filter(({isKept}) => isKept === best.isKept)
      .reduce((sum, one) => sum + one.p, 0)
    const status = p >= (best.areWords ? sureOfHyphen : certain) ? 'applied' : 'proposed'
    const {evidence} = best
    const isPlain = between.startsWith('-')
    const rule = between.startsWith('\u00AD') ? 'soft-hyphen' : 'line-hyphen'
    const about = {rule, kind: 'line/hyphen', p, evidence} as const
    if (isNear && status === 'applied') {
      const start = token.end + (best.isKept && isPlain ? 1 : 0)
      const lemma = text.slice(start, after.start)
      const reading = best.isKept && !isPlain ? '-' : ''
      const candidates = [{reading, p}]
      hits.push({...about, status, start, end: after.start, lemma, reading, candidates})
    } else if (isNear) {
      const [reading, other] = best.isKept ? ['-', ''] : ['', '-']
      const candidates = [
        {reading, p},
        {reading: other, p: 1 - p},
      ]
      const {end: start} = token
      hits.push({...about, status, start, end: after.start, lemma: between, reading, candidates})
    }
    // Across a page it is less sure that the halves belong together.
    if (best.p < (isNear ? certain : 0.995)) continue
    for (const [half, reading] of [
      [token, best.before],
      // What is glued to the second half was not read with it.
      [after, best.after + (gluedTail.exec(after.text)?.[0] ?? '')],
    ] as const) {
      if (reading === half.text) continue
      const {start, end} = half
      const lemma = text.slice(start, end)
      hits.push({
        start,
        end,
        lemma,
        reading,
        rule: 'ligature',
        kind: 'ocr/ligature',
        status: 'applied',
        p: best.p,
        candidates: [{reading, p: best.p}],
        evidence: `${best.before}${best.isKept ? '-' : ''}${best.after}: ${evidence}`,
      })
    }
  }
  return hits
}

/** Hits of words that blanks around a ligature cut apart. */
export function hitsOfSplits(text: string, splits: readonly SplitWord[]): Hit[] {
  return splits.flatMap(({pieces, candidates}) => {
    const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0]
    const [best] = candidates
    if (!best || best.p < worthAsking) return []
    return {
      start,
      end,
      lemma: text.slice(start, end),
      reading: best.reading,
      rule: 'ligature',
      kind: 'ocr/ligature',
      status: best.p >= sureSplit ? 'applied' : 'proposed',
      p: best.p,
      candidates,
      evidence: `the letters that stand apart belong to “${best.reading}”`,
    }
  })
}

/** Hits of missing blanks; beside a mended word the lemma is on the other side of the gap. */
export function hitsOfGaps(text: string, gaps: readonly Gap[], others: readonly Hit[]): Hit[] {
  const starts = new Map(others.map((hit) => [hit.start, hit]))
  const ends = new Map(others.map((hit) => [hit.end, hit]))
  return gaps.flatMap(({at, p, evidence}) => {
    const [before, after] = [wordBefore(text, at), wordAfter(text, at)]
    const isFree = !ends.has(at)
    const isAfterFree = !starts.has(at)
    if (!isFree && !isAfterFree) return []
    // After a title the blank belongs to what follows, which is not in italics.
    const endsTitle = /^\p{Lu}/u.test(before) && isAfterFree
    const isBefore = isFree && !endsTitle
    const [start, end] = isBefore ? [at - before.length, at] : [at, at + after.length]
    const lemma = text.slice(start, end)
    const reading = isBefore ? `${lemma} ` : ` ${lemma}`
    return {
      start,
      end,
      lemma,
      reading,
      rule: 'glue',
      kind: 'ocr/spacing',
      status: p >= certain ? 'applied' : 'proposed',
      p,
      candidates: [
        {reading, p},
        {reading: lemma, p: 1 - p},
      ],
      evidence,
    }
  })
}

function wordBefore(text: string, at: number): string {
  const found = /(?:[\p{L}\p{M}]+|[^\s])$/u.exec(text.slice(Math.max(0, at - 40), at))
  return found?.[0] ?? ''
}

function wordAfter(text: string, at: number): string {
  return /^(?:[\p{L}\p{M}]+|\p{N}+|\S)/u.exec(text.slice(at, at + 40))?.[0] ?? ''
}
