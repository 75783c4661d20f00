import type {Element} from 'xast'
import {x} from 'xastscript'
import {sections} from '../../structure/mark.ts'
import {kinds} from '../../text/record.ts'
import {states} from '../../verdicts/verdict.ts'
import {teiBlock} from './tei-block.ts'
import {teiIds} from './tei-ids.ts'

/** What the classes of kinds have in common. */
const classWords: Readonly<Record<keyof typeof kinds, string>> = {
  transmission: 'Damage on the way from the print to this source.',
  undetermined: 'Author, typist or machine cannot be told apart without the printed copy.',
  author: 'The author’s own; not changed in silence.',
}

/** How far something can be judged. */
const stateWords: Readonly<Record<(typeof states)[number], string>> = {
  open: 'Not judged, or not by enough reviewers.',
  accepted: 'Accepted.',
  rejected: 'Rejected, and not applied.',
  contested: 'One reviewer accepts it, another rejects it.',
  stale: 'What was judged has changed since.',
  query: 'A reviewer asks.',
}

/** Say how texts are encoded: in prose, and by kinds and states. */
export function teiEncoding(): Element {
  return teiBlock('encodingDesc', {}, [editorial(), teiClasses()])
}

/** Declare kinds and states, which others point to. */
export function teiClasses(): Element {
  return teiBlock('classDecl', {}, [
    teiBlock('taxonomy', {'xml:id': 'kinds'}, kindCategories()),
    teiBlock(
      'taxonomy',
      {'xml:id': 'states'},
      states.map((state) => category(teiIds.state(state), stateWords[state])),
    ),
  ])
}

function editorial(): Element {
  const said = (name: string, attributes: Readonly<Record<string, string>>, words: string) =>
    x(name, attributes, [x('p', words)])
  return teiBlock('editorialDecl', {}, [
    said(
      'correction',
      {method: 'markup'},
      [
        'Each correction is a choice of what the source has (sic) and what the edition has',
        '(corr). Without corr the text block is the source, without sic the corrected text,',
        'character for character. The certainty and who or what made it stand at the choice, what',
        'it rests on at the correction, its reason in a note of type reason. Conjectures are',
        'supplied, in brackets.',
      ].join(' '),
    ),
    said(
      'normalization',
      {method: 'markup'},
      [
        'Nothing is normalised but by a recorded correction: old ligature characters, lost blanks',
        'and signs that a plain text needs are of the kinds ocr/encoding, ocr/spacing and',
        'markup/escape.',
      ].join(' '),
    ),
    said(
      'hyphenation',
      {eol: 'some'},
      [
        'A hyphen that divides a word at the end of a line is corrected to a line beginning that',
        'breaks no word; other hyphens at the ends of lines are the word’s own.',
      ].join(' '),
    ),
    said(
      'quotation',
      {marks: 'all'},
      'Quotation marks are kept in the text. Quoted blocks are spans of type quotation beside it.',
    ),
    x(
      'p',
      [
        'Line beginnings are those of the source, whose line ends are kept too; a carriage return',
        'is a character reference. Structure is said beside the text: spans from anchor to',
        'anchor, a join for what goes on elsewhere. What the edition leaves out is forme work or',
        'surplus, where it breaks off there is a gap. Queries, kept places, rejected corrections',
        'and verdicts of reviewers are notes.',
      ].join(' '),
    ),
  ])
}

function kindCategories(): Element[] {
  const classes = Object.entries(kinds) as [keyof typeof kinds, readonly string[]][]
  const marks = Object.values(sections)
  return [
    ...classes.map(([name, members]) =>
      category(
        teiIds.kind(name),
        classWords[name],
        members.map((kind) => category(teiIds.kind(kind), kind)),
      ),
    ),
    category(
      teiIds.kind('mark'),
      'Marks of structure.',
      marks.map((type) => category(teiIds.kind(`mark/${type}`), type)),
    ),
  ]
}

function category(id: string, words: string, members: readonly Element[] = []): Element {
  return teiBlock('category', {'xml:id': id}, [x('catDesc', words), ...members])
}
