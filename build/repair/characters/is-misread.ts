import type {MisreadRun} from './misread-runs.ts'
import {scriptOf} from './scripts.ts'

/**
 * Say whether a run that can be read again was misread.
 *
 * Shape: text, run, and the scripts of which whole words were misread → `yes` when real words cannot
 * have these characters there, `perhaps` when the rest of the text has to tell, else `no`.
 */
export function isMisread(
  text: string,
  run: MisreadRun,
  scripts: ReadonlySet<string>,
): 'yes' | 'perhaps' | 'no' {
  const {reading, count, depth} = run
  const others = [...reading].filter((one) => !familiar.test(one))
  const isKnown = (one: string): boolean =>
    scripts.has(scriptOf(one)) || (scriptOf(one) !== '' && standsBeside(text, run, scriptOf(one)))
  if (!others.every(isKnown)) return 'no'
  if (others.length > 0 || depth > 1) return 'yes'
  const before = text.slice(Math.max(0, run.start - 2), run.start)
  const after = text.slice(run.end, run.end + 2)
  // What is quoted may be what is spoken of.
  if (/["'“‘«`]$/u.test(before) && /^["'”’»`]/u.test(after)) return 'perhaps'
  // Nobody writes two of them in a row.
  return count > 1 || isOdd(run, before, after) ? 'yes' : 'perhaps'
}

/** What texts in Latin letters are likely to hold: letters, accents, marks, signs, pictures. */
const familiar =
  /^[\u00A0-\u024F\u02B0-\u036F\u1E00-\u1EFF\u2000-\u206F\u2070-\u218F\u2190-\u22FF\u2500-\u27BF\uFB00-\uFB06\uFEFF\uFFFD\u{1F300}-\u{1FAFF}]$/u

/** Whether the nearest letter on either side is of a script. */
function standsBeside(text: string, {start, end}: MisreadRun, script: string): boolean {
  const before = /\p{L}(?=[\s\p{P}]{0,3}$)/u.exec(text.slice(Math.max(0, start - 5), start))
  const after = /^[\s\p{P}]{0,3}(\p{L})/u.exec(text.slice(end, end + 5))
  return scriptOf(before?.[0] ?? '') === script || scriptOf(after?.[1] ?? '') === script
}

/** Whether real words cannot have these characters there. */
function isOdd({lemma, reading}: MisreadRun, before: string, after: string): boolean {
  const lead = lemma.charAt(0)
  const isCapital = lead < 'ß'
  const isBeforeLetter = /^\p{L}/u.test(after)
  if (isCapital && /\p{Ll}$/u.test(before)) return true
  // Among capitals the sign behind may be real, as in IRMÃ².
  if (/\p{Lu}{2}$/u.test(before) && !/^\p{Ll}/u.test(after)) {
    if (/\p{Ll}/u.test(reading)) return false
    return isBeforeLetter || !mayFollow.test(lemma.slice(1))
  }
  const further = lemma.slice(1)
  if (!mayFollow.test(further)) return true
  if (/[ÂÃ]/.test(lead) && /[®©°ªº¹²³·\u00AD]/.test(further)) return true
  if (reading === '×') return /\d ?$/.test(before) && /^ ?\d/.test(after)
  if (/[ÂÃÄÅ]/.test(lead)) return isBeforeLetter
  const isInside = isBeforeLetter && !/[–—…šžœŸ]$/.test(lemma)
  return isInside || (!isCapital && !/\p{L}$/u.test(before))
}

/** What may follow a real letter: quotation marks, dashes, raised figures, other letters and the like. */
const mayFollow = /^[‘’“”‚„«»‹›–—…•™®©°ªº¹²³·\u00AD†‡šžœŸ\u00A0]+$/
