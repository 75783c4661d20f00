import type {Memory} from './measure-memory.ts'
import type {Tally} from './score/tally.ts'

/** How long it took. */
export interface Pace {
  /** Seconds until the table of the language was there, and for all texts after that. */
  readonly loading: number
  readonly repairing: number
}

/** Write figures as a table in Markdown, and a list of those that are no kind's. */
export function writeTable(tally: Tally, pace: Pace | undefined): string {
  const {kinds, words, proposals} = tally
  const rows = Object.entries(kinds)
    .filter(([, {places, wrong}]) => places + wrong > 0)
    .map(([kind, {places, precision, recall, f1, withProposals, wrong}]) => {
      const figures = [precision, recall, f1, withProposals].map(three)
      return `| ${[kind, places, ...figures, wrong].join(' | ')} |`
    })
  const lines = [
    '| Damage | Places | P | R | F1 | R with proposals | Wrong |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `- Wrong for 10,000 words: edits ${two(tally.wrongEdits)}, joins ${two(tally.wrongJoins)}, ` +
      `paragraph ends ${two(tally.wrongParagraphs)}; in undamaged texts ${two(tally.wrongInControls)}`,
    `- Proposals for 10,000 words: ${two(proposals.rate)}; the first candidate is right in ` +
      `${three(proposals.firstRight)}, one of them mends damage in ${three(proposals.useful)}`,
  ]
  if (pace) {
    const speed = Math.round(words / pace.repairing / 100) * 100
    lines.push(
      `- ${words.toLocaleString('en')} words, ${speed.toLocaleString('en')} a second ` +
        `after ${two(pace.loading)} s of loading`,
    )
  }
  return lines.join('\n')
}

/** Say how much memory a long text needs. */
export function writeMemory({words, bytes, peak, seconds}: Memory): string {
  const mega = (count: number): string => `${Math.round(count / 1e6).toLocaleString('en')} MB`
  return (
    `${words.toLocaleString('en')} words in one text of ${mega(bytes)}: ` +
    `at most ${mega(peak)} in memory, ${two(seconds)} s`
  )
}

function two(figure: number): string {
  return figure.toFixed(2)
}

function three(figure: number): string {
  return figure.toFixed(3)
}
