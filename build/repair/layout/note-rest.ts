import type {Page} from './notes-in-paragraphs.ts'
import {restFeatures} from './rest-features.ts'
import type {RestSituation} from './rest-features.ts'

/** No note goes on for more lines at the foot of the next page. */
const most = 40

/**
 * Weights of {@link restFeatures}: a conditional logistic regression on texts that were set in pages
 * by script, with the notes of each below its text.
 */
const weights = [
  0.19, 2.42, 1.35, 0.74, 0.56, 1.05, 0.88, -1.34, -0.61, 0.19, 1.91, -0.76, -2.29, 0.31, 0.95,
  -0.76, -0.02, -1.62, -1.53, 0.78, -1.33, -1.02, -1.87, 1.05, 3,
]
/** What they must come to, when the note before is left open and when it is not. */
const least = {open: -1.02, closed: 4.43} as const

/**
 * Find where the rest of a note begins that the page before left open.
 *
 * It stands below the text and above the notes of its page, and nothing but its look says so: the
 * sentence of the text breaks off above it, the sentence of the note goes on, its lines are longer
 * than those of the text, it speaks as notes do.
 *
 * Shape: lines of a page from one to another, what is known → the line; nothing when none is likely.
 */
export function noteRest(
  page: Page,
  from: number,
  to: number,
  situation: RestSituation,
): number | undefined {
  const filled: number[] = []
  for (let at = to - 1; at >= from && filled.length < most; at--) {
    if (page.hasWords(at)) filled.unshift(at)
  }
  let best: {score: number; at: number} | undefined
  for (const [order, at] of filled.entries()) {
    const features = restFeatures(page, filled, order, situation)
    const score = features.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0)
    if (!best || score > best.score) best = {score, at}
  }
  const enough = situation.isOpen ? least.open : least.closed
  return best && best.score > enough ? best.at : undefined
}
