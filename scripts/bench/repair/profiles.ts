import type {Composition} from './clean/compose.ts'
import {founts} from './damage/lose-ligatures.ts'
import type {LigatureForm, LigatureLoss} from './damage/lose-ligatures.ts'
import type {Misreading} from './damage/note-numbers.ts'
import type {OcrMarkdown} from './damage/write-ocr-markdown.ts'
import type {SignDamage} from './damage/write-signs.ts'
import type {HeadLayout, TextLayer} from './damage/write-text-layer.ts'
import type {Draw} from './draw.ts'
import {inventHeading} from './invent/sentences.ts'
import {loadDivide} from './set/divide-word.ts'
import type {PageMeasure} from './set/set-pages.ts'

/** Draw how a text is composed. */
export function drawComposition(draw: Draw): Composition {
  return {
    invented: 0.25 + draw() * 0.2,
    quotations: draw.happens(0.6) ? 0.2 : 0,
    headings: draw.happens(0.7),
    notes: draw.happens(0.12) ? 0 : 0.1 + draw() * 0.2,
    firstNote: draw.happens(0.5) ? 1 : draw.between(2, 40),
    isStraight: draw.happens(0.25),
  }
}

/** Draw how a book comes out of the text layer of its PDF. */
export function drawTextLayer(kind: string, draw: Draw): TextLayer {
  const head = draw.pick<HeadLayout>(['outer number', 'outer number', 'number', 'title', 'none'])
  const indent = draw.pick(['', '', '  ', '    '])
  const left = inventHeading(draw)
  const takesLists = draw.happens(0.5)
  return {
    damage: drawSignDamage(kind, draw),
    measure: {...drawMeasure(draw), numbersFirst: takesLists, indent: indent.length},
    head,
    titles: draw.happens(0.3)
      ? [left.toUpperCase(), left.toUpperCase()]
      : [left, inventHeading(draw)],
    ornament: draw.pick([' Ë ', ' ', '  ', ' • ', ' | ', ' \u0002 ', ' ■ ']),
    headRunsIn: draw.happens(0.3) ? draw.pick([0.3, 1]) : 0,
    firstPage: draw.between(3, 380),
    folio:
      head === 'title' || head === 'none' ? draw.pick(['#', '- # -', '[#]', '#', '– # –']) : '',
    pageStart: draw.happens(0.25) ? '\f' : '',
    indent,
    quotationIndent: draw.pick(['', '', '    ']),
    afterParagraph: draw.happens(0.2) ? '\n' : '',
    betweenParts: draw.happens(0.25) ? '\n' : '',
    noteStart: draw.pick(['# ', '# ', '#. ', '^# ', '^#']),
    hyphen: draw.happens(0.12) ? '\u00AD' : '-',
    misreading: drawMisreading(draw),
    takesLists,
  }
}

/** Draw how a book comes out of OCR that writes Markdown. */
export function drawOcrMarkdown(kind: string, draw: Draw): OcrMarkdown {
  const measure = drawMeasure(draw)
  const hasHeads = draw.happens(0.3)
  const title = inventHeading(draw)
  const folio = draw.pick(['', '', '- # -', '#'])
  return {
    damage: drawSignDamage(kind, draw),
    measure: draw.happens(0.3) ? {...measure, notes: 'end'} : measure,
    italics: draw.pick([0, 0.75, 0.9, 1]),
    bold: draw.pick(['', '**']),
    quotationStart: draw.pick(['', '', '> ']),
    noteRule: draw.pick(['---\n\n', '---\n\n', '']),
    folio,
    heads: hasHeads
      ? draw.pick([
          [`# ${title}`, `${title} #`],
          [title, title],
          [title.toUpperCase(), inventHeading(draw)],
        ])
      : ['', ''],
    firstPage: draw.between(1, 320),
    misreading: drawMisreading(draw),
    raisesOrdinals: draw.happens(0.5),
  }
}

/** Draw what happens to the characters of a text of a kind. */
function drawSignDamage(kind: string, draw: Draw): SignDamage {
  const fontGlue = draw.happens(0.25) ? 0 : draw.happens(0.5) ? 1 : 0.3 + draw() * 0.6
  const callGlue = draw.happens(0.3) ? 0 : draw.happens(0.6) ? 1 : 0.5
  const loss = (form: LigatureForm, rate = 1): LigatureLoss => drawLoss(form, rate, draw)
  const same = (one: LigatureLoss, least: number): SignDamage['ligatures'] => ({
    body: one,
    ...(draw.happens(0.5 + least / 2) ? {note: one} : {}),
    ...(draw.happens(least)
      ? {italic: one}
      : draw.happens(0.4)
        ? {italic: loss('presentation')}
        : {}),
  })
  const glue = {fontGlue, callGlue}
  const page = draw.happens(0.7) ? ('windows-1252' as const) : ('latin1' as const)
  switch (kind) {
    case 'dropped':
    case 'first':
    case 'placeholder':
    case 'split':
    case 'presentation':
      return {...glue, ligatures: same(loss(kind), 0.5)}
    case 'partial':
      return {...glue, ligatures: same(loss('dropped', 0.3 + draw() * 0.6), 0.6)}
    case 'mixed': {
      const forms: readonly LigatureForm[] = ['dropped', 'first', 'split', 'placeholder']
      const ligatures = {
        body: loss(draw.pick(forms)),
        note: loss(draw.pick(forms), 0.4 + draw() * 0.6),
        italic: loss('presentation'),
      }
      return {...glue, ligatures, mojibake: {page, rate: 0.15}}
    }
    case 'mojibake':
      return {...glue, ligatures: {}, mojibake: {page, rate: draw.happens(0.6) ? 1 : 0.5}}
    default:
      return {...glue, ligatures: {}}
  }
}

/** Draw how a fount loses its ligatures. */
function drawLoss(form: LigatureForm, rate: number, draw: Draw): LigatureLoss {
  const joined = draw.pick(founts)
  const old = form === 'presentation' && draw.happens(0.3) ? [...joined, 'st'] : joined
  return {form, rate, joined: old, isSplitBefore: draw.happens(0.75)}
}

/** Draw a page. */
function drawMeasure(draw: Draw): PageMeasure {
  const width = draw.between(58, 86)
  return {
    width,
    indent: 0,
    slack: 0.03 + draw() * 0.05,
    divide: loadDivide(draw.happens(0.8) ? 'american' : 'british'),
    lines: draw.between(28, 42),
    notes: 'foot',
    noteWidth: width + draw.between(6, 18),
    quotationIndent: draw.happens(0.7) ? draw.between(4, 10) : 0,
  }
}

function drawMisreading(draw: Draw): Misreading {
  return {
    note: draw.happens(0.6) ? 0.07 : 0,
    call: draw.happens(0.6) ? 0.07 : 0,
    asLetters: draw.happens(0.4),
  }
}
