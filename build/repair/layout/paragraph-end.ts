import type {Look} from '../look.ts'
import {judgeEnds} from './judge-ends.ts'
import type {JudgedEnd} from './judge-ends.ts'
import type {LayoutLine, Sure} from './layout.ts'
import {lineEnd} from './line-edges.ts'
import {wordsOf} from './line-fill.ts'

/** A line end that ends a paragraph. */
export interface ParagraphEnd extends Sure {
  /** Of the first character of the line ending. */
  readonly at: number
  /**
   * `lost`: nothing but the line ending says so. `set`: a blank line follows. `cut`: the paragraph
   * is left here for notes or another page, and goes on after them.
   */
  readonly state: 'lost' | 'set' | 'cut'
}

/**
 * Find the ends of paragraphs in a text whose lines are lines of print.
 *
 * Shape: look → ends in the order of the text, those that are more likely than not; nothing in
 * Markdown, where a blank line says it, and nothing where lines are paragraphs.
 */
export function paragraphEnd({
  text,
  layout,
  format,
}: Pick<Look, 'text' | 'layout' | 'format'>): ParagraphEnd[] {
  if (format !== 'plain' || !layout.isWrapped) return []
  const {lines} = layout
  const judged = judgeEnds(text, layout)
  const spaced = spacedRoles(lines, judged)
  const last = lines.findLastIndex(({role}) => role !== 'blank')
  return lines.flatMap((line, at): ParagraphEnd[] => {
    if ((line.role !== 'text' && line.role !== 'note') || line.next === line.end) return []
    const after = lines[at + 1]
    const one = judged[at]
    const end = one ? sureOf(one) : lastOf(text, line)
    const isSet = after?.role === 'blank' || after?.role === 'rule' || at === last
    if (end.p >= 0.5) {
      // Where blank lines part the paragraphs, none is lost between two lines of one.
      if (!isSet && spaced.has(line.role) && one?.next === at + 1) return []
      return [{at: line.end, ...end, state: isSet ? 'set' : 'lost'}]
    }
    const isLeft = one !== undefined && one.next > at + 1
    if (!isLeft || after === undefined || after.role === 'head' || after.role === 'folio') return []
    const evidence = 'Something else stands here before the paragraph goes on.'
    return [{at: line.end, p: 0.99, evidence, state: 'cut'}]
  })
}

/** The roles whose paragraphs blank lines part. */
function spacedRoles(
  lines: readonly LayoutLine[],
  judged: readonly (JudgedEnd | undefined)[],
): Set<LayoutLine['role']> {
  const roles = new Set<LayoutLine['role']>()
  for (const role of ['text', 'note'] as const) {
    let [ends, set] = [0, 0]
    for (const [at, {role: own}] of lines.entries()) {
      const one = judged[at]
      if (own !== role || !one || one.p < 0.9) continue
      ends++
      if (lines[at + 1]?.role === 'blank') set++
    }
    if (ends > 2 && set > ends * 0.6) roles.add(role)
  }
  return roles
}

function sureOf({p, margin}: JudgedEnd): Sure {
  const free = Math.round(margin)
  const evidence =
    margin >= 0
      ? `The next word would have fitted, and ${free} more characters.`
      : 'A sentence ends here with a full line.'
  return {p, evidence}
}

/** The last line of a text or a note ends it, unless it ends in a word. */
function lastOf(text: string, line: LayoutLine): Sure {
  const isCut = lineEnd(text, wordsOf(line)).kind === 'hyphen'
  return isCut
    ? {p: 0.3, evidence: 'A word is cut here.'}
    : {p: 0.99, evidence: 'Nothing of it follows.'}
}
