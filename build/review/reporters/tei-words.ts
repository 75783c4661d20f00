import type {Element, Text} from 'xast'
import {x} from 'xastscript'
import {forbidden, nameOf} from '../../text/characters.ts'
import {teiIds} from './tei-ids.ts'

/** Write words in TEI: a character that XML cannot hold is a `g` that points to its declaration. */
export function teiWords(words: string): (Element | Text)[] {
  return words.split(special).flatMap((run): (Element | Text)[] => {
    if (run === '') return []
    if (run.length > 1 || !forbidden.test(run)) return [{type: 'text', value: run}]
    return [x('g', {ref: `#${teiIds.character(nameOf(run))}`})]
  })
}

const special = new RegExp(`(${forbidden.source})`)
