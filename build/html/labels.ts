import type {BasisName} from '../annotations/annotation.ts'
import type {NameKind, Scheme} from '../names/name.ts'
import type {IndexSection} from '../names/index-section.ts'
import type {ItemSection} from '../bibliography/item.ts'
import type {Kind} from '../text/record.ts'
import type {DropKind, MarkType} from '../structure/mark.ts'

/** One and many of something, for counts. */
type Noun = readonly [one: string, many: string]

/** The words that the edition itself puts into its outputs, in one language. */
export interface Labels {
  readonly cover: string
  readonly titlePage: string
  readonly contents: string
  readonly landmarks: string
  readonly pages: string
  readonly page: string
  readonly notes: string
  readonly note: string
  readonly noteShort: string
  readonly annotations: string
  /** How many claims of the annotations rest on what. */
  readonly bases: Readonly<Record<BasisName, Noun>>
  readonly annotationsNote: string
  readonly unchecked: string
  readonly checkedBy: string
  readonly backTo: string
  readonly goTo: string
  readonly identifier: string
  readonly lastChanged: string
  readonly about: string
  readonly rights: string
  readonly privateStudy: string
  readonly sources: string
  readonly corrections: string
  readonly textFrom: string
  readonly notCollated: string
  readonly collated: string
  readonly principles: readonly string[]
  readonly cutBefore: string
  readonly cutAfter: string
  readonly editedBy: string
  readonly kinds: Readonly<Record<Kind, Noun>>
  readonly marks: Readonly<Record<Exclude<MarkType, 'drop'>, Noun>>
  readonly drops: Readonly<Record<DropKind, Noun>>
  readonly query: Noun
  readonly keep: Noun
  /** How many of all records and marks a second person has judged, for {seen} and {all}. */
  readonly judged: string
  readonly rejected: Noun
  readonly bibliography: string
  readonly bibliographyNote: string
  readonly bibliographySections: Readonly<Record<ItemSection, string>>
  readonly citedIn: string
  readonly documentsRead: string
  readonly documentsReadNote: string
  readonly readOn: string
  readonly notSeen: string
  readonly nameKinds: Readonly<Record<NameKind, string>>
  readonly schemes: Readonly<Record<Scheme, string>>
  readonly glossary: string
  readonly glossaryNote: string
  readonly nameList: string
  readonly nameListNote: string
  readonly index: string
  readonly indexNote: string
  readonly indexNumbers: string
  readonly indexSections: Readonly<Record<IndexSection, string>>
  readonly onTheMap: string
  readonly see: string
  readonly seeAlso: string
  readonly accessibility: string
}

const english: Labels = {
  cover: 'Cover',
  titlePage: 'Title page',
  contents: 'Contents',
  landmarks: 'Landmarks',
  pages: 'Pages of the printed sources',
  page: 'page',
  notes: 'Notes',
  note: 'Note',
  noteShort: 'n.',
  annotations: 'Annotations',
  bases: {
    text: ['claim rests on a place in the texts', 'claims rest on places in the texts'],
    computed: ['claim was calculated', 'claims were calculated'],
    data: ['claim rests on a data set', 'claims rest on data sets'],
    document: [
      'claim rests on a document that was read',
      'claims rest on documents that were read',
    ],
    unseen: ['claim rests on nothing that was seen', 'claims rest on nothing that was seen'],
  },
  annotationsNote:
    'Notes whose number begins with E are the editors’. Each claim in them, in chronologies and in the glossary says what it rests on; a program holds its numbers, dates and names against that.',
  unchecked: 'No person has checked them.',
  checkedBy: 'Checked by',
  backTo: 'Back to the text',
  goTo: 'Go to this place',
  identifier: 'Identifier',
  lastChanged: 'Last changed',
  about: 'About this edition',
  rights: 'Rights',
  privateStudy: 'For private study; not to be passed on.',
  sources: 'The sources and their state',
  corrections: 'What was corrected',
  textFrom: 'Text from',
  notCollated: 'It was not collated with a printed copy.',
  collated: 'It was collated with a printed copy.',
  principles: [
    'The texts of this edition come from damaged copies. Each difference between a copy and what you read here is a record of the editors, or a mark of structure; nothing was changed without one.',
    'Damage done on the way from the print to the copy is mended. What the author wrote is not changed, even where it looks like a slip: such places are recorded as questions. Words that are supplied by conjecture stand in brackets. An ellipsis in brackets shows where a copy breaks off.',
    'Page numbers are those of the print. Where they had to be inferred they stand in brackets. Notes keep their printed numbers; where the edition counts anew, the printed number stands in brackets after it.',
  ],
  cutBefore: 'The copy begins here in mid-sentence.',
  cutAfter: 'The copy breaks off here.',
  editedBy: 'Edited by',
  kinds: {
    'ocr/ligature': ['lost ligature restored', 'lost ligatures restored'],
    'ocr/character': ['misread character corrected', 'misread characters corrected'],
    'ocr/number': ['misread number corrected', 'misread numbers corrected'],
    'ocr/spacing': ['lost or added blank set right', 'lost or added blanks set right'],
    'ocr/punctuation': ['misread point set right', 'misread points set right'],
    'ocr/lacuna': ['gap filled', 'gaps filled'],
    'ocr/encoding': ['wrongly encoded character restored', 'wrongly encoded characters restored'],
    'line/hyphen': ['hyphen of a line break removed', 'hyphens of line breaks removed'],
    'line/paragraph': ['paragraph end restored', 'paragraph ends restored'],
    'line/break': ['line break set right', 'line breaks set right'],
    'page/head': ['running head removed', 'running heads removed'],
    'markup/escape': ['character read as itself', 'characters read as themselves'],
    'markup/list': ['list set right', 'lists set right'],
    'markup/emphasis': ['emphasis set right', 'emphases set right'],
    'undetermined/wording': ['wording corrected', 'wordings corrected'],
    'undetermined/spelling': ['spelling corrected', 'spellings corrected'],
    'undetermined/name': ['name corrected', 'names corrected'],
    'undetermined/number': ['number corrected', 'numbers corrected'],
    'undetermined/punctuation': ['punctuation corrected', 'punctuations corrected'],
    'author/slip': ['slip', 'slips'],
    'author/factual': ['error of fact', 'errors of fact'],
  },
  marks: {
    opening: ['opening set off', 'openings set off'],
    page: ['page break placed', 'page breaks placed'],
    join: ['passage joined across a break', 'passages joined across breaks'],
    heading: ['heading ranked', 'headings ranked'],
    quotation: ['quotation set off', 'quotations set off'],
    emphasis: ['phrase set in italics', 'phrases set in italics'],
    language: ['phrase marked as in another language', 'phrases marked as in other languages'],
    note: ['unnumbered note bound', 'unnumbered notes bound'],
    cut: ['break in the copy shown', 'breaks in the copy shown'],
  },
  drops: {
    head: ['running head left out', 'running heads left out'],
    folio: ['page number left out', 'page numbers left out'],
    cover: ['cover sheet left out', 'cover sheets left out'],
    rule: ['rule left out', 'rules left out'],
    heading: ['heading of notes left out', 'headings of notes left out'],
    other: ['other matter left out', 'other matters left out'],
  },
  query: ['doubtful place left as it stands', 'doubtful places left as they stand'],
  keep: ['place seen and kept', 'places seen and kept'],
  judged: 'judged by a second person: {seen} of {all} records and marks',
  rejected: ['rejected by a reviewer and not applied', 'rejected by reviewers and not applied'],
  bibliography: 'Works cited',
  bibliographyNote:
    'Everything that the notes of the texts cite, once. Names and titles stand as the notes print them, but for slips in titles, which are mended here alone. A title in its own script, and what stands in brackets, are the editors’, and carry a question mark where they are not certain.',
  bibliographySections: {
    archive: 'Archives',
    document: 'Published documents',
    newspaper: 'Newspapers',
    work: 'Books and articles',
    named: 'Named without a reference',
  },
  citedIn: 'Notes:',
  documentsRead: 'Documents read',
  documentsReadNote:
    'What the editors have read for their annotations, beside the texts themselves. What is said to rest on a document was found there, at the place named. Some could be read only in copies on other sites, which are named; go to the document itself before you cite it.',
  readOn: 'read',
  notSeen: 'not seen',
  nameKinds: {
    person: 'Persons',
    place: 'Places',
    organisation: 'Organisations',
    treaty: 'Treaties',
    term: 'Terms',
  },
  schemes: {
    pinyin: 'pinyin',
    'wade-giles': 'Wade–Giles',
    postal: 'postal',
    own: 'as its bearer writes it',
    mongolian: 'Mongolian',
    russian: 'Russian',
    japanese: 'Japanese',
    korean: 'Korean',
    english: 'English',
    other: 'other spelling',
  },
  glossary: 'Glossary',
  glossaryNote:
    'Persons, places and terms, as far as the texts or documents that were read say who or what they are. Behind each sentence stands what it rests on.',
  nameList: 'Names and their forms',
  nameListNote:
    'Each name that stands in more than one form, with the system that the form follows and the texts that have it. The texts keep their own forms. A form in brackets is in the running text of none of them, though a title or a longer name may contain it.',
  index: 'Index',
  indexNote:
    'The names stand under the form that the edition uses, with all other forms after it; each form leads there. Works that the notes cite are listed under Works cited.',
  indexNumbers: 'Numbers are those of paragraphs, or of notes.',
  indexSections: {person: 'Persons', place: 'Places', subject: 'Subjects'},
  onTheMap: 'On the map:',
  see: 'see',
  seeAlso: 'See also',
  accessibility:
    'Text with linked notes, nested contents, and a list of the pages of the printed sources where these are known. Paragraphs can be cited by number. Images have a text in their place, and maps a list of what they show.',
}

const languages: Readonly<Record<string, Labels>> = {en: english}

/** The labels for a language; English where there is no table for it yet. */
export function labelsFor(language: string): Labels {
  return languages[language.split('-')[0] ?? ''] ?? english
}

/** Whether there is a table of labels for a language. */
export function hasLabels(language: string): boolean {
  return (language.split('-')[0] ?? '') in languages
}
