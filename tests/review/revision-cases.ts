import type {GitHome} from './git-home.ts'

export const texts = 'specimen/texts'
export const ligature = `${texts}/ligature/corrections.yaml`

/** A record of the essay on ligatures, as it is written. */
export function record(
  id: string,
  at: string,
  lemma: string,
  reading: string | null,
  rest = '',
): string {
  const act = reading === null ? '  act: query\n' : `  reading: "${reading}"\n`
  const judged = rest || '  kind: ocr/ligature\n  cert: high\n'
  return `${id}:\n  at: ${at}\n  lemma: "${lemma}"\n${act}${judged}  by: ed\n  why: As planted.\n`
}

/** A change of files, and the items that tell of it. */
export interface Case {
  readonly edit: () => Promise<void>
  readonly told: readonly object[]
}

/** One change of each sort of entry, and what is told of it. */
export function casesIn(home: GitHome): Readonly<Record<string, Case>> {
  const addRecord = (text: string) => async (): Promise<void> => {
    await home.write(ligature, `${await home.read(ligature)}${text}`)
  }

  /** Take an entry out of a file. */
  async function takeOut(path: string, id: string): Promise<void> {
    const text = await home.read(path)
    const without = text.replace(new RegExp(`^${id}:\n(?: .*\n)+`, 'm'), '')
    if (without === text) throw new Error(`${path} does not have: ${id}`)
    await home.write(path, without)
  }

  return {
    'a record is added': {
      edit: addRecord(record('l9.x', '9:1', 'a', 'b')),
      told: [
        {sort: 'record', id: 'l9.x', change: 'added', section: 'reader', page: '12', before: null},
      ],
    },
    'a record that is not certain is added': {
      edit: addRecord(
        record(
          'l9.x',
          '9:1',
          'a',
          'b',
          '  kind: ocr/character\n  cert: low\n  evidence: internal\n',
        ),
      ),
      told: [{id: 'l9.x', change: 'added', section: 'uncertain'}],
    },
    'a question is added': {
      edit: addRecord(record('l9.x', '9:1', 'a', null)),
      told: [{id: 'l9.x', change: 'added', section: 'uncertain'}],
    },
    'a reading is changed': {
      edit: () => home.change(ligature, 'reading: "file"', 'reading: "filet"'),
      told: [
        {
          id: 'l8.le',
          change: 'changed',
          section: 'reader',
          fields: ['reading'],
          at: {line: 8, column: 72},
        },
      ],
    },
    'a reason is changed': {
      edit: () => home.change(ligature, 'The heading ends here.', 'The heading ends.'),
      told: [{id: 'l4.paragraph', change: 'changed', section: 'reader', fields: ['why']}],
    },
    'certainty and reason are changed': {
      edit: () =>
        home.change(
          ligature,
          '  kind: ocr/ligature\n  cert: high\n  by: ed\n  why: "The roman fount',
          '  kind: ocr/ligature\n  cert: medium\n  evidence: internal\n  by: ed\n  why: "A roman fount',
        ),
      told: [
        {
          id: 'l8.le',
          change: 're-judged',
          section: 'uncertain',
          fields: ['cert', 'why', 'evidence'],
        },
      ],
    },
    'a part is judged in another way': {
      edit: () => home.change(ligature, '      kind: ocr/encoding', '      kind: ocr/character'),
      told: [{id: 'l25.flffiand', change: 're-judged', section: 'uncertain', fields: ['parts']}],
    },
    'a correction becomes a question': {
      edit: () => home.change(ligature, '  reading: "file"\n', '  act: query\n'),
      told: [{id: 'l8.le', change: 'changed', section: 'uncertain'}],
    },
    'a record is withdrawn': {
      edit: () => takeOut(ligature, 'l5.word'),
      told: [{id: 'l5.word', change: 'withdrawn', section: 'reader', after: null, judged: []}],
    },
    'a hit becomes a record that does the same': {
      edit: addRecord(record('l6.x', '6:14', 'condence', 'confidence')),
      told: [
        {
          id: 'l6.x',
          sort: 'record',
          change: 'promoted',
          section: 'rules',
          before: {lemma: 'condence', reading: 'confidence'},
          hitsBefore: [{id: 'ligature@6:14'}],
        },
      ],
    },
    'a hit becomes a record that does the same, and the rule is told to leave it': {
      edit: async () => {
        await addRecord(record('l6.x', '6:14', 'condence', 'confidence'))()
        await home.change(`${texts}/ligature/hits/ligature.tsv`, '6:14\tcondence\tconfidence\n', '')
      },
      told: [{id: 'l6.x', change: 'promoted', section: 'rules'}],
    },
    'a hit becomes a record that is not certain': {
      edit: addRecord(
        record(
          'l6.x',
          '6:14',
          'condence',
          'confidence',
          '  kind: ocr/ligature\n  cert: low\n  evidence: internal\n',
        ),
      ),
      told: [{id: 'l6.x', change: 'promoted', section: 'uncertain'}],
    },
    'two hits that touch become one record': {
      edit: addRecord(record('l25.x', '25:22', 'ﬂ,ﬃand ﬄ', 'fl, ffiandffl')),
      // A record stands there already, with which they do not work.
      told: [{id: 'l25.x', change: 'added', hitsBefore: []}],
    },
    'a record takes the place of a hit, and reads something else': {
      edit: addRecord(record('l7.x', '7:57', 'fth', 'fourth')),
      told: [{id: 'l7.x', change: 'added', section: 'reader', hitsBefore: [{id: 'ligature@7:57'}]}],
    },
    'a hit is left as it is in the source': {
      edit: addRecord(
        record('l7.x', '7:57', 'fth', null, '  kind: ocr/ligature\n  cert: high\n').replace(
          'query',
          'keep',
        ),
      ),
      told: [
        {id: 'l7.x', change: 'added', section: 'uncertain', hitsBefore: [{id: 'ligature@7:57'}]},
      ],
    },
    'a question takes no place of a hit': {
      edit: addRecord(record('l7.x', '7:57', 'fth', null)),
      told: [{id: 'l7.x', change: 'added', hitsBefore: []}],
    },
    'a blank by hand takes the place of one by a rule that it touches': {
      edit: addRecord(record('l41.x', '41:60', 'x', 'x ', '  kind: ocr/spacing\n  cert: high\n')),
      told: [{id: 'l41.x', change: 'added', hitsBefore: [{id: 'note-space@41:59'}]}],
    },
    'words with hits are dropped': {
      edit: () =>
        home.change(
          `${texts}/ligature/structure.yaml`,
          'cuts:\n',
          'drops:\n  d49:\n    at: 49:1\n    to: 50:1\n    digest: 00000000\n    kind: other\n    cert: high\n    by: ed\n    why: As planted.\ncuts:\n',
        ),
      told: [
        {
          id: 'd49',
          sort: 'mark',
          type: 'drop',
          change: 'added',
          hitsBefore: [{id: 'ligature@49:14'}, {id: 'ligature@49:54'}],
        },
      ],
    },
    'a join by hand takes the place of one by a rule': {
      edit: () =>
        home.change(
          `${texts}/ligature/structure.yaml`,
          'joins:\n',
          'joins:\n  j68:\n    at: 68:77\n    to: 73:24\n    glue: space\n    cert: high\n    by: ed\n    why: As planted.\n',
        ),
      told: [
        {
          id: 'j68',
          sort: 'mark',
          type: 'join',
          change: 'promoted',
          hitsBefore: [{id: 'page-join@68:77'}],
        },
      ],
    },
    'a record gives way to the hit that it stood for': {
      edit: () => takeOut(ligature, 'l25.flffiand'),
      told: [
        {
          id: 'l25.flffiand',
          change: 'withdrawn',
          section: 'reader',
          // One that reaches further is still in the place of another record.
          hitsAfter: [{id: 'presentation-form@25:22'}, {id: 'glue@25:23'}],
        },
      ],
    },
    'rows are added to a table, taken out and changed': {
      edit: async () => {
        const table = `${texts}/ligature/hits/ligature.tsv`
        await home.change(table, '8:1\trst\tfirst\n', '')
        await home.change(table, '49:54\tconict\tconflict', '49:54\tconict\tconﬂict')
        await home.change(table, '78:29\t', '77:1\tle\tfile\n78:29\t')
      },
      told: [
        {
          id: 'ligature@8:1',
          sort: 'hit',
          type: 'ligature',
          change: 'withdrawn',
          section: 'rules',
          judged: [],
        },
        {id: 'ligature@49:54', change: 'changed', section: 'rules', fields: ['reading']},
        {id: 'ligature@77:1', change: 'added', section: 'rules', page: '14'},
      ],
    },
    'escapes and proposals are not judged': {
      edit: async () => {
        await home.change(`${texts}/ligature/hits/escape.tsv`, '21:1\t', '20:1\t-\t\\\\-\n21:1\t')
        await home.change(`${texts}/ligature/hits/proposals.tsv`, 'flash 0.93', 'flash 0.92')
      },
      told: [
        {id: 'escape@20:1', change: 'added', section: 'rules', judged: []},
        {id: 'ligature@52:10', sort: 'proposal', change: 'changed', section: 'rules', judged: []},
      ],
    },
    'the editors say something else to a rule': {
      edit: () => home.change(`${texts}/ligature/rules.yaml`, 'shape:', 'form:'),
      told: [
        {id: 'form', sort: 'rule', type: 'words', change: 'added', section: 'rules'},
        {id: 'shape', sort: 'rule', type: 'words', change: 'withdrawn', section: 'rules'},
      ],
    },
    'a mark is changed, and one judged in another way': {
      edit: async () => {
        const path = `${texts}/ligature/structure.yaml`
        await home.change(
          path,
          '    to: 28:15\n    digest: 8a13f0ba\n    depth: 2',
          '    to: 28:15\n    digest: 8a13f0ba\n    depth: 3',
        )
        await home.change(path, '    at: 39:1\n    cert: high', '    at: 39:1\n    cert: medium')
      },
      told: [
        {id: 'h28', type: 'heading', change: 'changed', section: 'reader', fields: ['depth']},
        {id: 'p39', type: 'page', change: 're-judged', section: 'uncertain', fields: ['cert']},
      ],
    },
    'a note says something else': {
      edit: () => home.change(`${texts}/footnote/annotations.yaml`, '8 April', '9 April'),
      told: [
        {
          text: 'footnote',
          id: 'f.e.strahan',
          sort: 'annotation',
          section: 'reader',
          page: '[42]',
          fields: ['claims'],
        },
      ],
    },
    'a citation, and a note that cites nothing': {
      edit: async () => {
        const path = `${texts}/ligature/citations.yaml`
        await home.change(path, 'chap. 5', 'chap. 6')
        await home.change(path, 'Says which places', 'Tells which places')
      },
      told: [
        {id: 'l.6.a', sort: 'citation', type: 'citations', fields: ['locator'], section: 'reader'},
        {id: '8', sort: 'citation', type: 'silent', fields: ['why'], section: 'reader'},
      ],
    },
    'a name is bound to a place': {
      edit: () =>
        home.write(
          `${texts}/names/names.yaml`,
          '9:10:\n  lemma: "Giles"\n  is: undecided\n10:1:\n  lemma: "A"\n  is: none\n',
        ),
      told: [
        {id: '10:1', sort: 'decision', change: 'added', section: 'reader', page: null},
        {
          id: '9:10',
          sort: 'decision',
          change: 'added',
          section: 'uncertain',
          at: {line: 9, column: 10},
        },
      ],
    },
    'keys of text.yaml and edition.yaml': {
      edit: async () => {
        await home.change(`${texts}/names/text.yaml`, 'shortTitle: The Names', 'shortTitle: Names')
        await home.change(
          'specimen/edition.yaml',
          'paper: a4',
          'paper: letter\nreview:\n  selfAcceptance: true',
        )
      },
      told: [
        {text: 'names', id: 'shortTitle', sort: 'text', section: 'reader'},
        {text: null, id: 'paper', sort: 'edition', section: 'reader'},
        {text: null, id: 'review', sort: 'edition', section: 'verdicts', change: 'added'},
      ],
    },
    'prose of the editors': {
      edit: async () => {
        await home.change('specimen/back/questions.md', '\n\n', '\n\nAnother question.\n\n')
        await home.change(`${texts}/names/headnote.md`, 'A talk', 'The talk')
      },
      told: [
        {text: 'names', id: 'headnote', sort: 'prose', section: 'reader'},
        {
          text: null,
          id: 'back/questions',
          sort: 'prose',
          section: 'reader',
          fields: ['paragraphs'],
        },
      ],
    },
    'items, names, events, maps and documents': {
      edit: async () => {
        await home.change('specimen/bibliography.json', 'Reinier Leers', 'R. Leers')
        await home.change(
          'specimen/names.yaml',
          '      - form: Mao Zedong\n',
          '      - form: Mao\n      - form: Mao Zedong\n',
        )
        await home.change('specimen/back/chronology.yaml', 'date: 1568', 'date: 1569')
        await home.change('specimen/maps/presses.yaml', 'lon: -3.2', 'lon: -3.3')
        await home.write(
          'specimen/documents.yaml',
          'dnb:\n  title: A Dictionary\n  holder: A Library\n  read: today\n',
        )
      },
      told: [
        {id: 'bayle1697', sort: 'item', change: 'changed', fields: ['publisher']},
        {id: 'mao-zedong', sort: 'name', fields: ['forms']},
        {id: 'jugge', sort: 'event', type: 'back/chronology', fields: ['date']},
        {id: 'edinburgh', sort: 'map', type: 'maps/presses', fields: ['lon']},
        {id: 'dnb', sort: 'document', change: 'added'},
      ],
    },
    'nothing but the order of keys': {
      edit: () =>
        home.change(
          ligature,
          '  kind: line/paragraph\n  cert: high\n',
          '  cert: high\n  kind: line/paragraph\n',
        ),
      told: [],
    },
  }
}
