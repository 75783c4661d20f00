import {cutOriginal} from './cut-original.ts'
import type {Damaged} from './damaged.ts'
import {misread} from './misread.ts'
import type {Misreading} from './misread.ts'
import {damageAsOcrMarkdown} from './ocr-markdown.ts'
import {readOriginal} from './read-original.ts'
import {damageTextLayer} from './text-layer.ts'
import {damageAsTypescript} from './typescript.ts'

/** A text of the specimen: how its source is made of the undamaged one. */
export interface SpecimenText {
  readonly id: string
  /** The name of its source. */
  readonly file: string
  damage(original: string): Damaged
}

/** The first and last words that were captured of the book; its pages go on before and after. */
export const captured = {from: 'of these chapters: to look', to: 'divides it with a hy'}

const ocrMisreadings: readonly Misreading[] = [
  {was: 'In 1729 Alexander', is: 'In l729 Alexander', kind: 'ocr/number'},
  {was: 'turns the page and goes', is: 'tums the page and goes', kind: 'ocr/character'},
  {was: 'distance from the text, but', is: 'distance from the text. but', kind: 'ocr/punctuation'},
  {was: 'generations of readers', is: 'generations ofreaders', kind: 'ocr/spacing'},
  {
    was: 'Gottlieb Wilhelm Rabener went',
    is: 'Gottleib Wilhelm Rabener went',
    kind: 'ocr/character',
  },
  {was: 'Zur Kritik neuerer', is: 'Zur Kritik* *neuerer', kind: 'markup/emphasis'},
  {was: 'since 2017.<sup>15</sup>', is: 'since 2017.[^15]'},
  {was: '<sup>15</sup> *The Chicago', is: '[^15]: *The Chicago'},
  {was: 'the 17th of', is: 'the 17<sup>th</sup> of'},
  {was: 'the 8th of', is: 'the 8<sup>th</sup> of'},
]

const typescriptMisreadings: readonly Misreading[] = [
  {was: 'joined to it.<sup>3</sup>', is: 'joined to it.<sup>8</sup>', kind: 'ocr/number'},
  {was: 'correct it.<sup>10</sup>', is: 'correct it.<sup>16</sup>', kind: 'ocr/number'},
  {was: 'dictionary of 1892', is: 'dictionary of 1S92', kind: 'ocr/number'},
  {was: 'historian Ssu-ma', is: 'historian Ssu-rna', kind: 'ocr/character'},
  {was: 'Trübner', is: 'TrÃ¼bner', kind: 'ocr/encoding'},
  {was: 'to be damaged afterwards', is: 'to be damaged  \nafterwards', kind: 'line/break'},
]

/** The texts of the specimen, damaged in the three ways of the texts this project began with. */
export const specimenTexts: readonly SpecimenText[] = [
  {
    id: 'ligature',
    file: 'ligature.txt',
    damage: (original) =>
      damageTextLayer(cutOriginal(readOriginal(original), captured.from, captured.to), {
        measure: {width: 80, lines: 36, notes: 12},
        head: 'The Lost Ligature',
        firstPage: 12,
        glue: 0.4,
        seed: 7,
        isCut: true,
      }),
  },
  {
    id: 'footnote',
    file: 'footnote.md',
    damage: (original) =>
      misread(
        damageAsOcrMarkdown(readOriginal(original), {
          measure: {width: 84, lines: 28, notes: 13},
          cover: ['Title: A Short History of the Footnote', 'Pages: 41-44', '[How to cite](#)'],
          italics: 0.75,
          seed: 3,
        }),
        ocrMisreadings,
      ),
  },
  {
    id: 'names',
    file: 'names.md',
    damage: (original) =>
      misread(
        damageAsTypescript(readOriginal(original), {
          measure: {width: 68, lines: 33},
          stamp: 'COPY 2',
          cover: ['A SEMINAR THAT NEVER MET', 'Occasional Paper 3'],
          starred: ['star'],
          called: {label: 'end', heading: 'Note from page 1'},
        }),
        typescriptMisreadings,
      ),
  },
]
