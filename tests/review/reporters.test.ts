import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {criticmarkupReport} from '../../build/review/reporters/criticmarkup.ts'
import {htmlReport} from '../../build/review/reporters/html.ts'
import {jsonReport} from '../../build/review/reporters/json.ts'
import type {JsonReport} from '../../build/review/reporters/json.ts'
import {markdownReport} from '../../build/review/reporters/markdown.ts'
import {teiReport} from '../../build/review/reporters/tei.ts'
import {terminalReport} from '../../build/review/reporters/terminal.ts'
import {visible} from '../../build/review/reporters/visible.ts'
import type {ReviewText} from '../../build/review/review-text.ts'
import {oddTexts} from './odd-texts.ts'
import {readCriticmarkup} from './read-criticmarkup.ts'
import {readHtml} from './read-html.ts'
import {readTei} from './read-tei.ts'
import {invented, reviewOf} from './review-of.ts'
import type {Tile} from './review-of.ts'

/** Source and corrected text, read back out of each format that holds a whole text. */
const readers: Readonly<Record<string, (review: ReviewText) => string[]>> = {
  criticmarkup(review) {
    const {rejected, accepted} = readCriticmarkup(criticmarkupReport(review))
    return [rejected, accepted]
  },
  html(review) {
    const {source, corrected} = readHtml(htmlReport(review))
    return [source, corrected]
  },
  tei(review) {
    const {source, corrected} = readTei(teiReport(review))
    return [source, corrected]
  },
  json(review) {
    const {stretches = []} = JSON.parse(jsonReport(review, true)) as JsonReport
    return [
      stretches.map(({before}) => before).join(''),
      stretches.map(({after}) => after).join(''),
    ]
  },
}

const both = ({source, corrected}: ReviewText): string[] => [source.value, corrected]

/** Sources with all that formats and programs stumble over. */
const odd: Readonly<Record<string, readonly Tile[]>> = {
  'nothing at all': [],
  'one deletion of everything': [{lemma: 'all', reading: ''}],
  'CR LF in and beside records': [
    {lemma: 'one\r\n'},
    {lemma: 'two\r\nthr', reading: 'two thr'},
    {lemma: 'ee\r\n'},
  ],
  'CR alone': [{lemma: 'one\rtwo'}, {lemma: '\r', reading: '\r\r'}, {lemma: 'three\r'}],
  'a byte order mark, kept': [{lemma: '\uFEFF'}, {lemma: 'worb', reading: 'word'}],
  'a byte order mark, deleted': [{lemma: '\uFEFF', reading: ''}, {lemma: 'word'}],
  'surrogate pairs at the edges': [{lemma: '𝒜'}, {lemma: '𝒜𝒜', reading: '𝒜'}, {lemma: '𝒜'}],
  'combining characters': [{lemma: 'e'}, {lemma: '\u0301', reading: ''}, {lemma: '\u0302e\u0301'}],
  'records that touch': [
    {lemma: 'ﬂ', reading: 'fl'},
    {lemma: ',', reading: ', '},
    {lemma: 'ﬃ', reading: 'ffi'},
  ],
  'deletions that touch': [{lemma: '--', reading: ''}, {lemma: '}', reading: ''}, {lemma: '{'}],
  'records at both ends': [{lemma: 'a', reading: 'b'}, {lemma: 'c'}, {lemma: 'd', reading: 'e'}],
  'another direction': [{lemma: 'שלום '}, {lemma: 'עולמ', reading: 'עולם'}, {lemma: '\u202Eabc'}],
  'controls that XML cannot hold': [
    {lemma: 'a\f'},
    {lemma: '\f\u0000', reading: ' '},
    {lemma: '\u0001\uFFFE\u0085\u007F'},
  ],
  'markup of others': [
    {lemma: '<script>alert(1)</script> &lt; &#13; ]]> "'},
    {lemma: '</del><img src=x onerror=alert(1)>', reading: '&amp;lt;<!--'},
    {lemma: "--> ' </ab>"},
  ],
  'signs of CriticMarkup': [
    {lemma: '{++{--{~~{>>{=={'},
    {lemma: '--}{--a~>b', reading: '++}{++c~~}', why: '<<} {>> {++'},
    {lemma: '++}--}~~}<<}==}'},
  ],
  'signs that arise where runs meet': [
    {lemma: '{'},
    {lemma: '-', reading: '+'},
    {lemma: '-}{'},
    {lemma: '~', reading: '>'},
    {lemma: '~}'},
  ],
}

describe.each(Object.entries(readers))('the whole text in %s', (format, read) => {
  test.each(['ligature', 'footnote', 'names'])('reads back: %s', async (id) => {
    const review = await reviewOf(id)
    expect(read(review)).toEqual(both(review))
  })

  test.each(Object.entries(odd))('reads back: %s', (_, tiles) => {
    const review = invented({tiles})
    expect(read(review)).toEqual(both(review))
  })

  test('reads back, whatever stands in it', () => {
    const law = (review: ReviewText): void => {
      expect(read(review)).toEqual(both(review))
    }
    fc.assert(fc.property(oddTexts, law), {numRuns: 300})
  })

  test('does not read back when a record is not reported', async () => {
    const review = await reviewOf('ligature')
    const [lost] = review.stretches.filter(({by}) => by?.id === 'l51.our')
    const stretches = review.stretches.map((one) =>
      one === lost ? {...one, after: one.before, by: null} : one,
    )
    const [source, corrected] = read({...review, stretches})
    expect([source, corrected === review.corrected], format).toEqual([review.source.value, false])
  })
})

/** A small text with everything that can be said of one. */
const small = (): ReviewText =>
  invented({
    tiles: [
      {lemma: 'Head\n'},
      {lemma: 'compo'},
      {lemma: '-\n', reading: '', kind: 'line/hyphen', id: 'h'},
      {lemma: 'sitors keep '},
      {
        lemma: '1500–',
        reading: '1500–[01]',
        kind: 'ocr/lacuna',
        cert: 'medium',
        evidence: 'conjecture',
        id: 'c',
      },
      {lemma: ' and '},
      {lemma: 'our', reading: 'flour', id: 'ligature@3:23', by: 'ligature'},
      {lemma: ', '},
      {lemma: 'thier', act: 'query', id: 'q', why: 'His own?'},
      {lemma: ' case '},
      {lemma: 'ash', reading: 'flash', id: 'out', why: 'It was lightning.'},
      {lemma: '.\n'},
      {lemma: 'goes on'},
    ],
    marks: [
      {id: 'd', from: 0, to: 1, is: {type: 'drop', kind: 'head'}},
      {id: 'j', from: 11, to: 12, is: {type: 'join', glue: 'space'}},
      {id: 'p', from: 12, to: 12, is: {type: 'page', label: '7'}},
      {id: 'e', from: 3, to: 5, is: {type: 'emphasis'}},
      {id: 'o', from: 4, to: 7, is: {type: 'quotation'}},
      {id: 'gone', from: 1, to: 4, is: {type: 'heading', depth: 2}},
    ],
    verdicts: {c: 'accept', out: 'reject', gone: 'reject'},
  })

describe('TEI', () => {
  const place = ({type, id, start, end}: {type: string; id: string; start: number; end: number}) =>
    `${type} ${id} ${start} ${end}`
  const holds = (review: ReviewText): void => {
    const {marks, broken, choices, lines} = readTei(teiReport(review))
    expect(broken).toEqual([])
    expect(marks.map(place).toSorted()).toEqual(review.marks.map(place).toSorted())
    const changed = review.stretches.flatMap(({by}) => (by === null ? [] : [by]))
    expect(choices).toEqual(
      changed.map(({id, lemma, reading, cert}) => ({id, lemma, reading, cert})),
    )
    const {starts, length} = review.source.lines
    const begun = starts.filter((start, index) => index === 0 || start < length)
    expect([...lines]).toEqual(begun.map((start, index) => [String(index + 1), start]))
  }

  test.each(['ligature', 'footnote', 'names'])('marks, records, lines: %s', async (id) => {
    holds(await reviewOf(id))
  })

  test('marks, records, lines, wherever they are', () => {
    fc.assert(fc.property(oddTexts, holds), {numRuns: 300})
  })

  test('says everything of a small text', () => {
    const review = small()
    holds(review)
    const xml = teiReport(review)
    const {notes} = readTei(xml)
    expect(notes.map(place)).toEqual(['rejected gone 5 24', 'query q 39 44', 'rejected out 50 53'])
    expect(xml).toContain('<fw xml:id="drop.d"')
    expect(xml).toContain('<sic>-\n</sic><corr><lb break="no"/></corr>')
    expect(xml).toContain(
      '<corr evidence="conjecture">1500–<supplied reason="lost" evidence="conjecture" cert="medium">[01]</supplied></corr>',
    )
    expect(xml).toContain('<pb xml:id="page.p" n="7" ed="print"')
    expect(xml).toContain('target="#begin-join.j #end-join.j" result="p"')
    expect(xml).toMatch(/<note type="rejected" [^>]*><corr>flash<\/corr> It was lightning\.</)
    expect(xml).toMatch(/<note type="verdict-accept" .*target="#record\.c" resp="#person\.mk"/)
  })

  test('has no mark that is not reported', () => {
    const review = small()
    const items = review.items.filter(({id}) => id !== 'e')
    const {marks} = readTei(teiReport({...review, items}))
    expect(marks.map(({id}) => id).toSorted()).toEqual(['d', 'j', 'o', 'p'])
  })
})

describe('HTML', () => {
  const holds = (review: ReviewText): void => {
    const {ids, links, names, changed, entries} = readHtml(htmlReport(review))
    expect(new Set(ids).size).toBe(ids.length)
    const there = new Set(ids)
    expect(links.filter((link) => !there.has(link))).toEqual([])
    expect([...names].filter((name) => ['script', 'img', 'link', 'iframe'].includes(name))).toEqual(
      [],
    )
    expect(changed).toEqual(review.stretches.flatMap(({by}) => by?.id ?? []))
    const judged = review.items.filter(({sort}) => sort !== 'proposal')
    const said = [...entries.values()]
    expect(said).toHaveLength(judged.length)
    for (const [index, {id, why}] of judged.entries()) {
      expect(said[index]).toContain(id)
      expect(said[index]).toContain(visible(why))
    }
  }

  test.each(['ligature', 'footnote', 'names'])('has an entry for everything: %s', async (id) => {
    holds(await reviewOf(id))
  })

  test('has an entry for everything, and every link leads somewhere', () => {
    fc.assert(fc.property(oddTexts, holds), {numRuns: 300})
  })
})

describe('CriticMarkup', () => {
  test('says everything of a small text', () => {
    const {comments} = readCriticmarkup(criticmarkupReport(small()))
    expect(comments.slice(1).map((one) => one.split(' · ').slice(0, 2).join(' · '))).toEqual([
      'd · drop (head) begins',
      'd · drop ends',
      'gone · not applied: heading (2) begins',
      'h · line/hyphen',
      'e · emphasis begins',
      'gone · heading ends',
      'o · quotation begins',
      'c · ocr/lacuna',
      'e · emphasis ends',
      'ligature@3:23 · ocr/character',
      'o · quotation ends',
      'q · query ocr/character begins',
      'q · query ends',
      'out · not applied: ocr/character begins',
      'out · lemma ends',
      'j · join (space): the text goes on at 4:1',
      'j · join (space): the text comes from 3:42',
      'p · page (7)',
    ])
    expect(comments).toContain(
      'c · ocr/lacuna · medium, conjecture · So it is. · accepted: mk accept',
    )
  })
})

describe('JSON', () => {
  test('holds the items as they are, no folders, and no words but on demand', async () => {
    const review = small()
    const json = jsonReport(review, false)
    const {text, title, sha256, items, ...rest} = JSON.parse(json) as JsonReport
    expect({text, title, sha256}).toEqual({
      text: 'odd',
      title: 'An Odd Text',
      sha256: review.source.sha256,
    })
    expect(rest).toEqual({})
    expect(items.map(({id}) => id)).toEqual(review.items.map(({id}) => id))
    expect(json).not.toContain('somebody')
    expect(json).not.toContain('sitors')
    expect(items.find(({id}) => id === 'c')?.judgement.valid[0]?.who).toBe('mk')
  })
})

/** What a list in Markdown is, to a reader of CommonMark: the nodes of an entry, and its words. */
function readMarkdown(markdown: string): {types: Set<string>; entries: string[]; prose: string[]} {
  const tree = unified().use(remarkParse).parse(markdown)
  const types = new Set<string>()
  const prose: string[] = []
  const wordsOf = (node: Nodes): string => {
    types.add(node.type)
    if (node.type === 'text') prose.push(node.value)
    if (node.type === 'break') return '\n'
    if ('value' in node) return node.value
    return 'children' in node ? node.children.map(wordsOf).join('') : ''
  }
  const entries = tree.children.flatMap((node) => {
    if (node.type === 'list') return node.children.map(wordsOf)
    wordsOf(node)
    return []
  })
  return {types, entries, prose}
}

describe('Markdown', () => {
  /** Nothing else may come of it: no HTML, no links, no emphasis that an author slipped in. */
  const allowed = new Set([
    'heading',
    'paragraph',
    'listItem',
    'strong',
    'text',
    'inlineCode',
    'break',
  ])

  test('is a list of everything, and nothing but a list, whatever stands in it', () => {
    fc.assert(
      fc.property(oddTexts, (review) => {
        const {types, entries, prose} = readMarkdown(markdownReport(review, true))
        expect([...types].filter((type) => !allowed.has(type))).toEqual([])
        expect(prose.filter((words) => /@|:\/\/|#\d/.test(words))).toEqual([])
        expect(entries).toHaveLength(review.items.length)
        for (const [index, {id, lemma, reading, why}] of review.items.entries()) {
          expect(entries[index]).toContain(id)
          expect(entries[index]).toContain(visible(lemma))
          expect(entries[index]).toContain(visible(reading ?? ''))
          expect(entries[index]).toContain(visible(why).trim())
        }
      }),
      {numRuns: 200},
    )
  })

  test('quotes of the source no more than lemmas, unless it is asked to', () => {
    const markdown = markdownReport(small(), false)
    expect(readMarkdown(markdown).entries).toContain(
      '3:23 ligature@3:23 ocr/character: our → flour; high; by ligature; open; digest ' +
        `${small().items.find(({by}) => by === 'ligature')?.of}\nSo it is.`,
    )
    expect(markdown).toContain('; not applied; rejected: mk reject; ')
    for (const word of ['compo', 'sitors', 'case', 'goes']) expect(markdown).not.toContain(word)
    expect(markdownReport(small(), true)).toContain('[our], thier case ash.⏎goes on`')
  })
})

describe('the terminal', () => {
  const paint = {
    removed: (words: string) => (words === '' ? '' : `[-${words}-]`),
    added: (words: string) => (words === '' ? '' : `{+${words}+}`),
    dim: (words: string) => words,
  }

  test('shows marks, questions and verdicts between the changes, in the order of the source', () => {
    const {lines, changes} = terminalReport(small(), paint, false)
    expect(changes).toBe(3)
    expect(lines).toMatchInlineSnapshot(`
      [
        "1:1–2:1  d  drop (head)  It is so.",
        "2:1–3:13  gone  heading (2)  not applied  It is so.  [rejected: mk reject]",
        "",
        "2:6  h  line/hyphen  So it is.",
        "    Head⏎[-compo-⏎sitors-]{+compositors+} keep 1500– and our, thier",
        "",
        "3:1–3:18  e  emphasis  It is so.",
        "",
        "3:13  c  ocr/lacuna (medium, conjecture)  So it is.  [accepted: mk accept]",
        "    Head⏎compo-⏎sitors keep [-1500–-]{+1500–[01]+} and our, thier case ash.",
        "",
        "3:13–3:26  o  quotation  It is so.",
        "",
        "3:23  ligature@3:23  ocr/character  So it is.",
        "    compo-⏎sitors keep 1500– and [-our,-]{+flour,+} thier case ash.⏎goes on",
        "",
        "3:28  q  query ocr/character  His own?",
        "    sitors keep 1500– and our, [?thier?] case ash.⏎goes on",
        "",
        "3:39  out  ocr/character  not applied  It was lightning.  [rejected: mk reject]",
        "    1500– and our, thier case [=ash=].⏎goes on  (not “flash”)",
        "",
        "3:42 → 4:1  j  join (space)  It is so.",
        "4:1  p  page (7)  It is so.",
        "",
      ]
    `)
  })
})
