import type {Format} from './look.ts'
import type {Rule} from './rule.ts'

const both: readonly Format[] = ['plain', 'markdown']

/** All repair rules, in the order in which they look at a text. */
export const rules: readonly Rule[] = [
  {
    id: 'mojibake',
    version: 1,
    title: 'characters read in another code',
    kinds: ['ocr/encoding'],
    why: 'The characters were read in another code than they were written in.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'presentation-form',
    version: 1,
    title: 'joined letters that are one character',
    kinds: ['ocr/encoding'],
    why: 'Joined letters stand as one character of an old code.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'soft-hyphen',
    version: 1,
    title: 'soft hyphens',
    kinds: ['line/hyphen'],
    why: 'A soft hyphen says where a word may be divided, and is no part of it.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'note-space',
    version: 1,
    title: 'blanks lost after references of notes',
    kinds: ['ocr/spacing'],
    why: 'The blank after the reference of a note was lost.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'running-head',
    version: 1,
    title: 'running heads and page numbers',
    kinds: ['page/head'],
    why: 'A running head, or the number of a page, stands in the text.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'page-join',
    version: 1,
    title: 'paragraphs, notes and words that a page cut',
    kinds: ['line/paragraph', 'line/hyphen', 'line/break'],
    why: 'The end of a page cut a paragraph, a note or a word in two.',
    formats: both,
    knowsWords: true,
  },
  {
    id: 'paragraph-end',
    version: 1,
    title: 'ends of paragraphs in lines of print',
    kinds: ['line/paragraph'],
    why: 'A paragraph ends here; lines of print do not show it.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'note-number',
    version: 1,
    title: 'misread numbers of notes',
    kinds: ['ocr/number'],
    why: 'The number of a note was misread; it is out of its turn.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'list-number',
    version: 1,
    title: 'numbers taken for those of a list',
    kinds: ['ocr/lacuna'],
    why: 'What begins the line was taken for the mark of a list.',
    formats: both,
    knowsWords: false,
  },
  {
    id: 'glue',
    version: 1,
    title: 'blanks lost between words',
    kinds: ['ocr/spacing'],
    why: 'The blank between two words was lost.',
    formats: both,
    knowsWords: true,
  },
  {
    id: 'line-hyphen',
    version: 1,
    title: 'words divided at the end of a line',
    kinds: ['line/hyphen', 'line/break'],
    why: 'A word is divided at the end of a line.',
    formats: both,
    knowsWords: true,
  },
  {
    id: 'ligature',
    version: 1,
    title: 'lost joined letters',
    kinds: ['ocr/ligature'],
    why: 'The text layer lost joined letters.',
    formats: both,
    knowsWords: true,
  },
  {
    id: 'escape',
    version: 2,
    title: 'characters of plain text that Markdown takes for markup',
    kinds: ['markup/escape'],
    why: 'The source is plain text: this character is no markup.',
    formats: ['plain'],
    knowsWords: false,
  },
]

/** Find a rule by its permanent name. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
