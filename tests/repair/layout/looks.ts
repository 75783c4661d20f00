import type {Format, Look} from '../../../build/repair/look.ts'
import {readLayout} from '../../../build/repair/layout/read-layout.ts'

/** A look at a text in which no hyphen is judged by a dictionary: all of them divide words. */
export function lookAt(
  text: string,
  format: Format = 'plain',
): Pick<Look, 'text' | 'format' | 'layout' | 'judgeHyphen'> {
  return {
    text,
    format,
    layout: readLayout(text, format),
    judgeHyphen: () => ({glue: 'none', p: 0.97}),
  }
}

/** The roles of the lines of a text, a letter each; `l` is a folio, `b` blank, `r` a rule. */
export function rolesOf(text: string, format: Format = 'plain'): string {
  const letters = {text: 't', note: 'n', head: 'h', folio: 'l', rule: 'r', blank: 'b'}
  return readLayout(text, format)
    .lines.map(({role}) => letters[role])
    .join('')
}
