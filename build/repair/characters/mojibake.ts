import type {Hit} from '../hit.ts'
import {appliedHit} from './applied-hit.ts'
import {isMisread} from './is-misread.ts'
import {lostBytes} from './lost-bytes.ts'
import {misreadRuns} from './misread-runs.ts'
import type {MisreadRun} from './misread-runs.ts'
import {scriptOf, signs} from './scripts.ts'

/**
 * Find characters that are UTF-8 read as Windows-1252 or Latin-1, once or several times over.
 *
 * Shape: text → a hit for each run of them; no two touch. Whether a run is one is told by what stands
 * around it and by the rest of the text; real letters before quotation marks are left alone.
 */
export function mojibake(text: string): Hit[] {
  const runs = misreadRuns(text)
  if (runs.length === 0) return []
  const scripts = knownScripts(runs)
  const verdicts = runs.map((run) => isMisread(text, run, scripts))
  const sure = verdicts.filter((verdict) => verdict === 'yes').length
  const found = runs.filter(({lemma}, index) => {
    if (verdicts[index] === 'yes') return true
    return verdicts[index] === 'perhaps' && sure > 1 && !standsAlone(text, lemma.charAt(0))
  })
  if (found.length === 0) return []
  const all = [...found, ...lostBytes(text)].sort((a, b) => a.start - b.start)
  return all.map(({start, lemma, reading}) => {
    const what = reading === '' ? 'a blank that does not break' : reading
    const often = all.length > 1 ? `; the text has ${all.length} such places` : ''
    const evidence = `${lemma} is ${what} in UTF-8, read in another code${often}.`
    return appliedHit({rule: 'mojibake', kind: 'ocr/encoding', start, lemma, reading, evidence})
  })
}

/** The scripts of which there are whole words: three letters in a row, or two of a script of signs. */
function knownScripts(runs: readonly MisreadRun[]): Set<string> {
  const known = new Set<string>()
  for (const {reading} of runs) {
    let length = 0
    let before = ''
    for (const character of reading) {
      const script = scriptOf(character)
      length = script === '' ? 0 : script === before ? length + 1 : 1
      before = script
      if (length >= (signs.test(character) ? 2 : 3)) known.add(script)
    }
  }
  return known
}

/** Whether a letter stands somewhere in a text before another letter, where it cannot be misread. */
function standsAlone(text: string, letter: string): boolean {
  return new RegExp(`${letter}[A-Za-zÀ-ÖØ-öø-ÿ]`, 'u').test(text)
}
