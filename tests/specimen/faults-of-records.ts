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
    from: 'at: 64:439',
    to: 'at: 664:439',
    at: `${names}:83:3`,
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
    slip: 'a record for a lost blank takes in the word after the next, which has a record',
    file: ligature,
    from: 'lemma: "if"\n  reading: "if "',
    to: 'lemma: "ifﬁ or"\n  reading: "if fi or"',
    at: `${ligature}:188:1`,
  },
  {
    rule: 'record-touching',
    slip: 'a record for a lost blank goes on to the next blank, where a record begins',
    file: ligature,
    from: 'lemma: "if"\n  reading: "if "',
    to: 'lemma: "ifﬁ "\n  reading: "if fi "',
    at: `${ligature}:188:1`,
  },
  {
    rule: 'record-reading',
    slip: 'a place that is seen and left lost its act',
    file: names,
    from: '  act: keep\n  lemma: "hsueh"',
    to: '  lemma: "hsueh"',
    at: `${names}:42:1`,
  },
  {
    rule: 'record-author',
    slip: 'a slip of the author was mended',
    file: names,
    from: '  act: query\n  lemma: "the the"',
    to: '  lemma: "the the"\n  reading: "the"',
    at: `${names}:30:3`,
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
    at: `${ligature}:38:3`,
  },
  {
    rule: 'record-brackets',
    slip: 'a conjecture that looks like the words of the source',
    file: ligature,
    from: 'reading: "[01]. "',
    to: 'reading: "01. "',
    at: `${ligature}:45:3`,
  },
  {
    rule: 'record-parts',
    slip: 'a part was changed and the whole was not',
    file: ligature,
    from: 'reading: "fl"',
    to: 'reading: "Fl"',
    at: `${ligature}:67:3`,
  },
  {
    rule: 'record-markup',
    slip: 'italics of Markdown in the reading of a plain text',
    file: ligature,
    from: 'reading: "flair"',
    to: 'reading: "_flair_"',
    at: `${ligature}:151:3`,
  },
]
