import type {Fault} from './fault.ts'

const footnote = 'texts/footnote/corrections.yaml'
const ligature = 'texts/ligature/corrections.yaml'
const names = 'texts/names/corrections.yaml'

/** Faults of records. */
export const faultsOfRecords: readonly Fault[] = [
  {
    rule: 'record-place',
    slip: 'a figure too many in the number of the line',
    file: names,
    from: 'at: 73:130',
    to: 'at: 773:130',
    at: `${names}:108:3`,
  },
  {
    rule: 'record-lemma',
    slip: 'two figures of the column changed places',
    file: footnote,
    from: 'at: 67:228',
    to: 'at: 67:282',
    at: `${footnote}:57:1`,
  },
  {
    rule: 'record-noop',
    slip: 'the lemma was copied and not changed',
    file: footnote,
    from: 'reading: "turns"',
    to: 'reading: "tums"',
    at: `${footnote}:57:1`,
  },
  {
    rule: 'record-overlap',
    slip: 'a record for a lost blank takes in the word after it, which has a record',
    file: ligature,
    from: 'lemma: "The"\n  reading: " The"',
    to: 'lemma: "The rst"\n  reading: " The rst"',
    at: `${ligature}:161:1`,
  },
  {
    rule: 'record-touching',
    slip: 'a record for a lost blank takes in the blank after it, where a record begins',
    file: ligature,
    from: 'lemma: "The"\n  reading: " The"',
    to: 'lemma: "The "\n  reading: " The "',
    at: `${ligature}:161:1`,
  },
  {
    rule: 'record-reading',
    slip: 'a place that is seen and left lost its act',
    file: names,
    from: '  act: keep\n  lemma: "hsueh"',
    to: '  lemma: "hsueh"',
    at: `${names}:50:1`,
  },
  {
    rule: 'record-author',
    slip: 'a slip of the author was mended',
    file: names,
    from: '  act: query\n  lemma: "the the"',
    to: '  lemma: "the the"\n  reading: "the"',
    at: `${names}:38:3`,
  },
  {
    rule: 'record-undetermined',
    slip: 'a doubtful name was changed without certainty',
    file: footnote,
    from: 'kind: undetermined/name\n  cert: high',
    to: 'kind: undetermined/name\n  cert: medium\n  evidence: external',
    at: `${footnote}:22:3`,
  },
  {
    rule: 'record-evidence',
    slip: 'a change that is not certain and does not say what it rests on',
    file: ligature,
    from: '  evidence: external\n',
    to: '',
    at: `${ligature}:174:3`,
  },
  {
    rule: 'record-brackets',
    slip: 'a conjecture that looks like the words of the source',
    file: ligature,
    from: 'reading: "[01]. "',
    to: 'reading: "01. "',
    at: `${ligature}:181:3`,
  },
  {
    rule: 'record-parts',
    slip: 'a part was changed and the whole was not',
    file: ligature,
    from: 'reading: "five"',
    to: 'reading: "Five"',
    at: `${ligature}:243:3`,
  },
  {
    rule: 'record-markup',
    slip: 'italics of Markdown in the reading of a plain text',
    file: ligature,
    from: 'reading: "finished"',
    to: 'reading: "_finished_"',
    at: `${ligature}:230:3`,
  },
]
