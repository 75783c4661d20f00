import type {Original, Sign} from '../../../specimen/read-original.ts'
import {setLines} from '../set/set-lines.ts'
import {raise} from './note-numbers.ts'

/** How an undamaged text is written. */
export type CleanForm = 'wrapped' | 'lines' | 'markdown'

/**
 * Write a text that nothing was done to: as plain text with lines broken at blanks, with a
 * paragraph a line, or as Markdown. Blank lines part paragraphs; notes stand at the end.
 */
export function writeClean({blocks, notes}: Original, form: CleanForm): string {
  const body = blocks.map(({kind, depth, signs}) => {
    const words = write(signs, form)
    if (form !== 'markdown') return words
    if (kind === 'heading') return `${'#'.repeat(depth)} ${words}`
    return kind === 'quotation' ? `> ${words}` : words
  })
  const foot = [...notes].map(([label, signs]) => {
    const words = write(signs, form)
    return form === 'markdown' ? `<sup>${label}</sup> ${words}` : `${label}. ${words}`
  })
  return `${[...body, ...foot].join('\n\n')}\n`
}

function write(signs: readonly Sign[], form: CleanForm): string {
  if (form !== 'wrapped') return writeLine(signs, form)
  const unbroken = signs.map((sign) => (/[-–—]/.test(sign.char) ? {...sign, char: '\0'} : sign))
  // Lines end at blanks only: what ends at a hyphen would be in need of repair.
  const lines = setLines(unbroken, {width: 72, indent: 0, slack: 1, divide: () => []})
  let at = 0
  return lines
    .map((line) => {
      const own = signs.slice(at, at + line.signs.length)
      at += line.signs.length + 1
      return writeLine(own, form)
    })
    .join('\n')
}

function writeLine(signs: readonly Sign[], form: CleanForm): string {
  let words = ''
  for (const [at, {char, call, isItalic}] of signs.entries()) {
    const isMarked = form === 'markdown' && isItalic
    if (isMarked && !signs[at - 1]?.isItalic) words += '*'
    if (call === undefined) words += char
    else words += form === 'markdown' ? `<sup>${call}</sup>` : raise(call)
    if (isMarked && !signs[at + 1]?.isItalic) words += '*'
  }
  return words
}
