import type {NoteStyle} from './note-style.ts'

/** Figures of a text that look like the references of notes. */
export interface Undeclared {
  /** What such a reference looks like in the source. */
  readonly example: string
  readonly offset: number
  readonly count: number
  readonly style: 'sup' | 'superscript'
}

const looks = {
  sup: /(?<=\S)<sup>(\d+)<\/sup>/g,
  superscript: /(?<=[\p{L}\p{P}])[⁰¹²³⁴-⁹]+/gu,
} as const

/**
 * Find raised figures that look like the references of a series which the editors did not declare.
 *
 * Shape: source and the declared styles → for each style that is not declared, its first figure;
 * only where figures follow each other, for a single one may be a power or an ordinal.
 */
export function findUndeclared(source: string, declared: readonly NoteStyle[]): Undeclared[] {
  return (['sup', 'superscript'] as const).flatMap((style): Undeclared[] => {
    if (declared.some(({references}) => references === style)) return []
    const found = [...source.matchAll(looks[style])]
    const numbers = found.map((match) => Number((match[1] ?? match[0]).normalize('NFKC')))
    const isSeries = numbers.some((number, index) => numbers[index + 1] === number + 1)
    const [first] = found
    if (!first || !isSeries) return []
    return [{example: first[0], offset: first.index, count: found.length, style}]
  })
}
