import type {NoteStyle} from './note-style.ts'

/** The two ways in which figures are raised. */
const looks = {
  sup: /(?<=\S)<sup>(\d+)<\/sup>/g,
  superscript: /(?<=[\p{L}\p{P}])[⁰¹²³⁴-⁹]+/gu,
} as const

/** A way in which figures are raised; references of notes are written so. */
export type Raised = keyof typeof looks

/** A raised figure after a word or a point, as the reference of a note stands. */
export interface RaisedFigure {
  /** As the source has it. */
  readonly words: string
  readonly offset: number
  readonly number: number
}

/** Find the raised figures of a source that look like the references of notes, in its order. */
export function raisedFigures(source: string, style: Raised): RaisedFigure[] {
  return [...source.matchAll(looks[style])].map(({0: words, 1: digits, index}) => {
    return {words, offset: index, number: Number((digits ?? words).normalize('NFKC'))}
  })
}

/**
 * Find raised figures that look like the references of a series which the editors did not declare.
 *
 * Shape: source and the declared styles → for each style that is not declared, its figures; only
 * where figures follow each other, for a single one may be a power or an ordinal.
 */
export function undeclaredFigures(
  source: string,
  declared: readonly NoteStyle[],
): {style: Raised; figures: RaisedFigure[]}[] {
  return (['sup', 'superscript'] as const)
    .filter((style) => !declared.some(({references}) => references === style))
    .map((style) => ({style, figures: raisedFigures(source, style)}))
    .filter(({figures}) =>
      figures.some(({number}, index) => figures[index + 1]?.number === number + 1),
    )
}
