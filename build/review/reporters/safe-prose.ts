import {codeSpan} from './code-span.ts'
import {visible} from './visible.ts'

/**
 * Write prose in Markdown, as prose and nothing else.
 *
 * Shape: any words → one line in which no markup begins; a word that a forge would make a link to a person,
 * an issue or an address is written as code.
 */
export function safeProse(prose: string): string {
  const words = visible(prose)
    .split(' ')
    .map((word) => (linked.test(word) ? codeSpan(word) : word.replaceAll(markup, escape)))
  return words.join(' ').replace(block, String.raw`$1\$2`)
}

/** `@who`, `#12`, `GH-12`, `https://…`, `www.…`. */
const linked = /[@#]|\bGH-\d|:\/\/|\bwww\./i

const markup = /[\\`*_[\]<>&~|$]/g

/** What begins a block at the start of a line: a list, a rule under a heading. */
const block = /^(\s*\d*)([-+=.)])/

function escape(character: string): string {
  if (character === '<') return '&lt;'
  if (character === '>') return '&gt;'
  return character === '&' ? '&amp;' : `\\${character}`
}
