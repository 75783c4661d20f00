import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {Change, Changes} from '../../build/review/revisions/change.ts'
import {markdownReport, mostOfComment} from '../../build/review/revisions/markdown-report.ts'
import {report} from '../../build/review/revisions/report.ts'
import {shown} from '../../build/review/revisions/shown.ts'
import {terminalReport} from '../../build/review/revisions/terminal-report.ts'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import {editionIn} from '../fresh-specimen.ts'
import {gitHome} from './git-home.ts'
import {ligature, record, texts} from './revision-cases.ts'
import {runDiff} from './run-diff.ts'

const home = gitHome()
const edition = editionIn(home)
const nobody = {range: 'main..work', faults: []}

/** All nodes of a Markdown text. */
function nodesIn(text: string): Nodes[] {
  const walk = (node: Nodes): Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap((child) => walk(child)) : []),
  ]
  return walk(unified().use(remarkParse).parse(text))
}

/** The blocks of code of a Markdown text. */
function blocksIn(text: string): string[] {
  return nodesIn(text).flatMap((node) => (node.type === 'code' ? [`${node.value}\n`] : []))
}

function changeOf(fields: Partial<Change>): Change {
  return {
    edition: 'e',
    text: 't',
    sort: 'record',
    type: '',
    id: 'c1',
    change: 'added',
    section: 'reader',
    before: null,
    after: {lemma: 'a', reading: 'b', kind: 'ocr/character', cert: 'high', by: 'ed', why: 'Why.'},
    fields: [],
    at: {line: 1, column: 1},
    to: {line: 1, column: 2},
    page: '12',
    scan: null,
    hitsBefore: [],
    hitsAfter: [],
    judged: [{id: 'c1', of: '0123abcd'}],
    stale: [],
    file: 'e/texts/t/corrections.yaml',
    line: 1,
    ...fields,
  }
}

/** All the HTML there is: around the verdicts to paste. */
const frame = /^(?:<details><summary>Verdicts for <code>[^<>]*<\/code>: 1<\/summary>|<\/details>)$/

const told = (...changes: Change[]): Changes => ({changes, remarks: []})

describe('in Markdown', () => {
  test('changes stand under sections and texts, an item each, with pages, hits and verdicts to paste', async () => {
    await home.change(
      `${texts}/ligature/text.yaml`,
      'format: plain\n',
      'format: plain\nscan: https://example.org/{page}/s{sheet}\n',
    )
    home.commit()
    await home.change(ligature, 'reading: "file"', 'reading: "filet"')
    await home.change(
      `${texts}/ligature/structure.yaml`,
      '    at: 73:24\n    cert: high',
      '    at: 73:24\n    cert: low',
    )
    await home.change(`${texts}/footnote/corrections.yaml`, 'reading: "turns"', 'reading: "tunes"')
    for (const at of ['6:20', '7:20', '8:20', '9:20', '10:20', '41:20']) {
      await home.change(`${texts}/ligature/hits/ligature.tsv`, '49:14\t', `${at}\tx\ty\n49:14\t`)
    }
    await home.write(
      ligature,
      `${await home.read(ligature)}${record('l7.x', '7:57', 'fth', 'fourth')}`,
    )
    const {code, stdout} = await runDiff(home, 'HEAD..', {format: 'markdown'})
    expect(code).toBe(0)
    const page = '[p. 12](https://example.org/12/s1)'
    expect(stdout.split('<details>')[0]).toBe(
      [
        '## Changes of the edition, `HEAD..`',
        '',
        '### What the reader will see',
        '',
        '#### `specimen/ligature`',
        '',
        `- \`l7.x\` record added, 7:57, ${page}: \`fth\` → \`fourth\`, \`ocr/ligature\`, \`high\`, \`ed\`. As planted.`,
        '  - instead of the hit `ligature@7:57` `fth` → `fifth`',
        `- \`l8.le\` record changed, 8:72, ${page}: \`le\``,
        '  - `reading`: `file` → `filet`',
        '',
        '#### `specimen/footnote`',
        '',
        '- `f67.tums` record changed, 67:228, p. \\[44\\]: `tums`',
        '  - `reading`: `turns` → `tunes`',
        '',
        '### What is uncertain, asked, or judged in another way',
        '',
        '#### `specimen/ligature`',
        '',
        '- `p73` page judged in another way, 73:24, [p. 14](https://example.org/14/s3)',
        '  - `cert`: `high` → `low`',
        '',
        '### What the rules did',
        '',
        '#### `specimen/ligature`',
        '',
        `- \`ligature\`, \`x\` → \`y\`: 6 hits added at 6:20, ${page}; 7:20, ${page}; 8:20, ${page}; 9:20, ${page}; 10:20, ${page}; and 1 more`,
        '',
        '### Numbers',
        '',
        '- `specimen/ligature`: records: 1 added, 1 changed; marks: 1 re-judged; hits: 6 added',
        '- `specimen/footnote`: records: 1 changed',
        '',
        '',
      ].join('\n'),
    )
    expect([...stdout.matchAll(/<summary>(.*)<\/summary>/g)].map(([, words]) => words)).toEqual([
      'Verdicts for <code>specimen/texts/ligature/reviews/YOU.yaml</code>: 9',
      'Verdicts for <code>specimen/texts/footnote/reviews/YOU.yaml</code>: 1',
    ])
  })

  test('verdicts that are pasted are on what is there now, and in their one form', async () => {
    await home.change(ligature, 'Several losses meet here.', 'Several losses meet.')
    await home.write(
      ligature,
      `${await home.read(ligature)}${record('l41.x', '41:66', 'and', 'und')}`,
    )
    await home.change(
      `${texts}/ligature/structure.yaml`,
      '    to: 28:15\n    digest: 8a13f0ba\n    depth: 2',
      '    to: 28:15\n    digest: 8a13f0ba\n    depth: 3',
    )
    const {stdout} = await runDiff(home, 'HEAD..', {format: 'markdown'})
    const [block = ''] = blocksIn(stdout)
    const ids = Object.keys(parse(block, {schema: 'failsafe'}) as object)
    const parts = [1, 2, 3, 4].map((number) => `l25.flffiand/${number}`)
    expect(ids).toEqual(['h28', ...parts, 'l41.x'])
    const path = `${texts}/ligature/reviews/anna.yaml`
    await home.write(path, block)
    expect(formatYaml(path, block, 'review').text).toBe(block)
    const {stdout: found, stderr} = await edition('check', 'specimen')
    expect(`${found}${stderr}`).not.toMatch(/reviews|verdict/)
  })

  test('no words of the files are markup, HTML, a person or another line', () => {
    const odd = fc.oneof(
      fc.string({unit: 'grapheme', maxLength: 30}),
      fc
        .array(
          fc.constantFrom(
            '`',
            '``',
            '```\n',
            '\n',
            '\n\n# x',
            '|',
            '<b>',
            '</details>',
            '<!--',
            '@anna',
            '#12',
            '*',
            '_',
            '[x](y)',
            '](http://e.org)',
            '![',
            '&lt;',
            '\\',
            '$x$',
            '~~',
            '  ',
            '\n- ',
            '1. ',
            '\u202E',
            '\r',
            'https://e.org',
            '‹',
          ),
          {maxLength: 6},
        )
        .map((all) => all.join('')),
    )
    const fields = fc.dictionary(
      fc.oneof(odd, fc.constantFrom('lemma', 'reading', 'why', 'kind', 'claims')),
      odd,
      {maxKeys: 5},
    )
    const sorts = fc.constantFrom(
      'record',
      'mark',
      'annotation',
      'item',
      'text',
      'prose',
      'verdict',
      'rule',
      'citation',
    )
    const change = fc
      .record({
        sort: sorts,
        id: odd,
        type: odd,
        before: fc.option(fields),
        after: fc.option(fields),
        page: odd,
        edition: odd,
        scan: fc.option(odd),
      })
      .map(({before, after, ...rest}) => {
        const name = before && after ? 'changed' : before ? 'withdrawn' : 'added'
        return changeOf({
          ...rest,
          before,
          after,
          change: name,
          stale: ['ben'],
        } as Partial<Change>)
      })
    fc.assert(
      fc.property(fc.array(change, {maxLength: 3}), odd, (changes, says) => {
        const remarks = [{edition: 'e', text: null, says}]
        const faults = [{place: says, says}]
        const text = markdownReport(report({changes, remarks}), {range: says, faults})
        const usual = [
          'root',
          'heading',
          'list',
          'listItem',
          'paragraph',
          'inlineCode',
          'text',
          'html',
          'code',
        ]
        const isLinked = changes.some(({scan}) => scan !== null)
        const nodes = nodesIn(text)
        for (const node of nodes) {
          expect([...usual, ...(isLinked ? ['link'] : [])]).toContain(node.type)
          if (node.type === 'html') expect(node.value).toMatch(frame)
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d|https?:/)
        }
        const items = nodes.filter(({type}) => type === 'listItem')
        expect(items.length).toBeGreaterThanOrEqual(changes.length)
        for (const line of terminalReport(report({changes, remarks}), {range: 'a..b'}, plain)) {
          // oxlint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/)
        }
      }),
      {numRuns: 100},
    )
  })

  test('what is too long is cut between items, and says how many are left out', () => {
    const many = Array.from({length: 900}, (_, index) =>
      changeOf({id: `c${index}`, judged: [{id: `c${index}`, of: '0123abcd'}]}),
    )
    const {told: units, numbers} = report(told(...many))
    expect(units).toHaveLength(900)
    const text = markdownReport({told: units, numbers}, nobody)
    expect(text.length).toBeLessThanOrEqual(mostOfComment)
    expect(text.length).toBeGreaterThan(mostOfComment - 300)
    const items = text.split('\n').filter((line) => line.startsWith('- `c'))
    const [, left] =
      /\*\*(\d+) more changes are left out here; run `npm run diff -- main\.\.work` for all\.\*\*/.exec(
        text,
      ) ?? []
    expect(items.length + Number(left)).toBe(900)
    expect(items.every((line) => line.endsWith('Why.'))).toBe(true)
    const [block = ''] = blocksIn(text)
    expect(Object.keys(parse(block) as object)).toHaveLength(items.length)
    expect(text).toContain('- `e/t`: records: 900 added')
    // What just fits is whole.
    const some = report(told(...many.slice(0, 3)))
    const whole = markdownReport(some, nobody)
    expect(markdownReport(some, nobody, whole.length)).toBe(whole)
    expect(markdownReport(some, nobody, whole.length - 1)).toContain(
      '1 more change is left out here',
    )
  })

  test('of faults the first are told, and the others counted', () => {
    const fault = {place: 'main:manuscript/e/edition.yaml:1:1', says: 'Wrong.'}
    const faults = Array.from({length: 23}, () => fault)
    const text = markdownReport(report(told()), {range: 'main..work', faults})
    expect(text.split('\n').filter((line) => line.startsWith('- `main:'))).toHaveLength(20)
    expect(text).toContain('\n- and 3 more\n')
  })

  test('nothing is said when nothing changed', async () => {
    const {stdout} = await runDiff(home, 'HEAD..', {format: 'markdown'})
    expect(stdout).toBe(
      '## Changes of the edition, `HEAD..`\n\nNothing that the editors say has changed.\n',
    )
  })
})

const plain = {
  removed: (words: string) => `[-${words}-]`,
  added: (words: string) => `{+${words}+}`,
  dim: (words: string) => words,
}

test('on a terminal each change has a line, and what differs one below it', async () => {
  await home.change(ligature, 'reading: "file"', 'reading: "filet"')
  await home.change(`${texts}/ligature/hits/note-space.tsv`, '24:49\tand\t and\n', '')
  const {stdout} = await runDiff(home, 'HEAD..')
  expect(stdout).toBe(
    [
      'What the reader will see',
      '  specimen/ligature',
      '    l8.le record changed, 8:72, p. 12: le',
      '      reading: [-file-] → {+filet+}',
      '',
      'What the rules did',
      '  specimen/ligature',
      '    note-space, [-and-] → {+ and+}: 1 hit withdrawn at 24:49, p. 12',
      '',
      'Numbers',
      '  specimen/ligature: records: 1 changed; hits: 1 withdrawn',
      '',
    ].join('\n'),
  )
})

test('what differs is shown with little of what is the same', () => {
  const words = Array.from({length: 40}, (_, index) => `word${index}`).join(' ')
  const changes = told(
    changeOf({
      change: 'changed',
      before: {lemma: 'a', reading: 'b', why: words},
      after: {lemma: 'a', reading: 'b', why: words.replace('word20', 'another')},
      fields: ['why'],
    }),
  )
  const text = markdownReport(report(changes), nobody)
  expect(text).toContain(
    '  - `why`: `…word17 word18 word19 word20 word21 word22 word23…` → `…word17 word18 word19 another word21 word22 word23…`',
  )
})

test('all that could not be seen is shown', () => {
  expect(shown('a\u00A0b\n\u00AD\t\u202E\uFE0F\u0007\u{E0041}')).toBe(
    'a‹U+00A0›b⏎‹U+00AD›⇥‹U+202E›‹U+FE0F›‹U+0007›‹U+E0041›',
  )
})
