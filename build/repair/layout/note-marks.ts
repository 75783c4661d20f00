import type {RawLine} from './split-lines.ts'

/** What a note begins with. */
export interface NoteMark {
  /** The number or sign as it is printed, raised figures as plain ones. */
  readonly printed: string
  readonly style: 'sup' | 'raised' | 'caret' | 'plain' | 'point' | 'bracket' | 'sign'
  /** Where the words of the note begin. */
  readonly words: number
}

/** Figures, and letters that are read for them. */
const figures = '[\\dlIOoSsBZzg]{1,4}'
const shapes: readonly (readonly [NoteMark['style'], RegExp])[] = [
  ['sup', new RegExp(`^<sup>\\s*(${figures}|[*†‡§])\\s*</sup>\\s*`)],
  ['caret', /^\[\^([^\]\s]{1,12})\]:?\s*/],
  ['raised', /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*/],
  ['bracket', /^\[(\d{1,4})\]\s+/],
  ['sign', /^((?:\\?[*†‡§]){1,3})(?!(?<=(?<!\\)\*)[^*]*\*)\s*(?=[\p{L}"“‘'(])/u],
  ['point', /^(\d{1,4}|[lIOS\d]{2,3})[.)]\s+(?=\S)/],
  [
    'plain',
    /^(\d{1,3}|(?=\S{0,2}\d)[lIOoSBZ\d]{2,3})\s+(?=[\p{Lu}"“‘'(*_[«„]|cf\.|ibid|op\.|see |de |von |van |d[’'])/u,
  ],
]

/** Find out whether a line begins as notes do. */
export function noteMark(text: string, {start, end}: RawLine): NoteMark | undefined {
  const head = text.slice(start, Math.min(end, start + 160))
  const blanks = /^[\s\f]*/.exec(head)?.[0].length ?? 0
  if (blanks > 8) return undefined
  const rest = head.slice(blanks)
  for (const [style, shape] of shapes) {
    const match = shape.exec(rest)
    if (!match) continue
    const printed = (match[1] ?? '').normalize('NFKC').replaceAll('\\', '')
    return {printed, style, words: start + blanks + match[0].length}
  }
  return undefined
}

/** The value of a printed number; letters that are read for figures count as those. */
export function valueOf(printed: string): number {
  const figures = Array.from(printed, (sign) => readFor[sign] ?? sign).join('')
  return /^\d+$/.test(figures) ? Number(figures) : NaN
}

/** Letters that OCR reads for figures. */
const readFor: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  '|': '1',
  O: '0',
  o: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  g: '9',
}
