import type {Paper} from '../model/config.ts'

/** Sheets that people print on, in millimetres. */
const papers: Readonly<Record<Paper, {readonly width: number; readonly height: number}>> = {
  a4: {width: 210, height: 297},
  letter: {width: 215.9, height: 279.4},
}

/** Width of the text, in millimetres: some 68 characters of its face. */
const measure = 120

/** Room on either side of the text for the numbers of pages and paragraphs. */
const gutter = 30

/** Of the white beside the text, this part lies at the spine. */
const innerShare = 0.42

/** A CSS pixel, in millimetres. */
const pixel = 25.4 / 96

/** The height of a sheet, in CSS pixels. */
export function heightOf(paper: Paper): number {
  return papers[paper].height / pixel
}

/**
 * Say the sheet, the margins and the measure in CSS.
 *
 * Head and foot have no margin: they are part of the flow. The numbers beside the text stand in a
 * gutter that is part of the page on both sides, for whatever reaches beyond the page would shrink
 * the whole document. On a left page the spine is at the right.
 */
export function paperRules(paper: Paper): string {
  const {width, height} = papers[paper]
  const inner = (width - measure) * innerShare - gutter
  const outer = (width - measure) * (1 - innerShare) - gutter
  return `:root { --measure: ${measure}mm; --gutter: ${gutter}mm; --page-height: ${height}mm; }
@page { size: ${width}mm ${height}mm; margin: 0; }
@page :right { margin-left: ${inner.toFixed(2)}mm; margin-right: ${outer.toFixed(2)}mm; }
@page :left { margin-left: ${outer.toFixed(2)}mm; margin-right: ${inner.toFixed(2)}mm; }
`
}
