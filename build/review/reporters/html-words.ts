import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {forbidden, nameOf} from '../../text/characters.ts'

/**
 * Write words of a text in HTML so that they can be read back.
 *
 * Shape: words, whether their line ends are to be seen → nodes. A character that HTML or XML cannot hold
 * is an empty element with its code in `data-code`; a line that ends with CR alone has a `br`, for browsers
 * break none there.
 */
export function htmlWords(words: string, withLineEnds: boolean): ElementContent[] {
  return words.split(special).flatMap((run): ElementContent[] => {
    if (run === '') return []
    if (forbidden.test(run) && run.length === 1) {
      return [h('span', {className: 'control', dataCode: nameOf(run)})]
    }
    if (!/^[\r\n]/.test(run)) return [{type: 'text', value: run}]
    const end = withLineEnds
      ? h('span', {className: 'line-end'}, run)
      : ({type: 'text', value: run} as const)
    return run === '\r' ? [end, h('br')] : [end]
  })
}

/** What is no plain run of words: a line end, or a character that cannot be written. */
const special = new RegExp(String.raw`(\r\n|\r|\n|${forbidden.source})`)
