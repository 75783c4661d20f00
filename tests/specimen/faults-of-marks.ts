import type {Fault} from './fault.ts'

const footnote = 'texts/footnote/structure.yaml'
const ligature = 'texts/ligature/structure.yaml'
const names = 'texts/names/structure.yaml'

/** Faults of marks. A digest that stands for other words is the one that the verb `mark` would write. */
export const faultsOfMarks: readonly Fault[] = [
  {
    rule: 'mark-place',
    slip: 'a figure too many in the number of the line',
    file: footnote,
    from: 'p65:\n    at: 65:1',
    to: 'p65:\n    at: 665:1',
    at: `${footnote}:20:3`,
  },
  {
    rule: 'mark-digest',
    slip: 'the title of a work ends a letter too late',
    file: footnote,
    from: 'to: 29:75',
    to: 'to: 29:76',
    at: `${footnote}:67:3`,
  },
  {
    rule: 'mark-cuts-record',
    slip: 'italics end inside the last part of a record',
    file: ligature,
    from: 'to: 25:25\n    digest: 7637de81',
    to: 'to: 25:27\n    digest: df0b60d9',
    at: `${ligature}:110:3`,
  },
  {
    rule: 'drop-nothing',
    slip: 'the line above an ornament is dropped, and not the ornament',
    file: names,
    from: 'at: 7:1\n    to: 7:4\n    digest: 596f4162',
    to: 'at: 6:1\n    to: 6:1\n    digest: e3b0c442',
    at: `${names}:275:3`,
  },
  {
    rule: 'join-end',
    slip: 'the last figure of the column was forgotten',
    file: ligature,
    from: 'at: 29:80',
    to: 'at: 29:8',
    at: `${ligature}:13:3`,
  },
  {
    rule: 'join-start',
    slip: 'the sentence goes on at the first word, not at the second',
    file: ligature,
    from: 'to: 39:1\n',
    to: 'to: 39:4\n',
    at: `${ligature}:13:3`,
  },
  {
    rule: 'heading-block',
    slip: 'a heading without its last words',
    file: names,
    from: 'to: 60:27\n    digest: ebe3fd84',
    to: 'to: 60:20\n    digest: 97510765',
    at: `${names}:50:3`,
  },
  {
    rule: 'block-cut',
    slip: 'a quotation ends where its first sentence does',
    file: footnote,
    from: 'to: 49:69\n    digest: c6f36a74',
    to: 'to: 35:206\n    digest: 40ab9423',
    at: `${footnote}:59:3`,
  },
  {
    rule: 'phrase-crosses',
    slip: 'words in German are marked with the first asterisk of their italics',
    file: footnote,
    from: 'at: 73:31\n    to: 73:100\n    digest: f7b1ef04',
    to: 'at: 73:30\n    to: 73:100\n    digest: 80227e29',
    at: `${footnote}:113:3`,
  },
  {
    rule: 'page-place',
    slip: 'a page begins in the empty line above its first one',
    file: footnote,
    from: 'p49:\n    at: 49:1',
    to: 'p49:\n    at: 48:1',
    at: `${footnote}:15:3`,
  },
  {
    rule: 'page-numbers',
    slip: 'a sheet of a typescript was marked as a page',
    file: names,
    from: 'headings:\n',
    to: 'pages:\n  p32:\n    at: 32:1\n    cert: high\n    by: ed\n    why: A sheet begins.\nheadings:\n',
    at: `${names}:10:3`,
  },
  {
    rule: 'cut-place',
    slip: 'the last words before a gap are marked with the line end after them',
    file: ligature,
    from: 'to: 83:26\n    digest: 3973e022',
    to: 'to: 84:1\n    digest: 61d1954b',
    at: `${ligature}:252:3`,
  },
  {
    rule: 'note-place',
    slip: 'a note bound by hand without its last words',
    file: names,
    from: 'to: 68:170\n    digest: 3b7af743',
    to: 'to: 68:138\n    digest: ebf9c60e',
    at: `${names}:247:3`,
  },
]
