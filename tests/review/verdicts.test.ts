import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {loadEdition} from '../../build/store/load-edition.ts'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import {digestOfHit, digestOfRecord} from '../../build/verdicts/digest-of.ts'
import {withoutRejected} from '../../build/verdicts/without-rejected.ts'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
const edition = editionIn(home)

function reviewOf(who: string, text = 'ligature'): string {
  return join(home.manuscript, 'specimen/texts', text, 'reviews', `${who}.yaml`)
}

async function say(who: string, content: string, text?: string): Promise<void> {
  await mkdir(dirname(reviewOf(who, text)), {recursive: true})
  await writeFile(reviewOf(who, text), content)
}

async function digests(): Promise<ReadonlyMap<string, string>> {
  const {texts} = await loadEdition(home.manuscript, 'specimen', [], ['ligature'])
  return texts[0]?.review.digests ?? new Map()
}

async function corrected(): Promise<string> {
  const {stdout} = await edition('export', 'text', 'ligature', '--json')
  return (JSON.parse(stdout) as {corrected: string}).corrected
}

const flour = digestOfRecord({
  act: 'correct',
  lemma: 'our',
  reading: 'flour',
  kind: 'ocr/ligature',
  cert: 'high',
})
const officials = digestOfHit('ligature', 'ocials', 'officials')

describe('what reviewers reject is not applied', () => {
  test('a record by hand', async () => {
    expect(await corrected()).toContain('A sack of flour')
    await say('anna', `l51.our:\n  verdict: reject\n  of: ${flour}\n`)
    expect(await corrected()).toContain('A sack of our')
    await say('ben', `l51.our:\n  verdict: accept\n  of: ${flour}\n`)
    expect(await corrected(), 'it is contested').toContain('A sack of flour')
  })

  test('a hit; its table stays as it is', async () => {
    await say('anna', `ligature@49:14:\n  verdict: reject\n  of: ${officials}\n`)
    expect(await corrected()).toContain('this way the ocials of a ministry')
    const {code, stdout, stderr} = await edition('check', 'specimen', '--only', 'epub')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(
      'ligature: 1 of 136 records and marks seen by a second person; 1 rejected',
    )
  })

  test('a verdict on what a record said before does nothing', async () => {
    await say('anna', `l51.our:\n  verdict: reject\n  of: ${flour}\n`)
    const path = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
    await change(path, 'reading: "flour"', 'reading: "Flour"')
    expect(await corrected()).toContain('A sack of Flour')
    const {stderr} = await edition('diff', 'ligature')
    expect(stderr).toContain('verdict-stale')
  })

  test('a part of a record; the rest of it is still applied', () => {
    const base = {
      act: 'correct',
      kind: 'ocr/character',
      cert: 'high',
      by: 'ed',
      why: 'Seen.',
      at: {line: 1, column: 1},
      origin: {file: '', place: {line: 1, column: 1}},
    } as const
    const part = (number: number, start: number, lemma: string, reading: string) => ({
      ...base,
      id: `c1/${number}`,
      start,
      end: start + lemma.length,
      lemma,
      reading,
    })
    const parts = [
      part(1, 0, 'a', 'A'),
      part(2, 1, 'b', 'B'),
      part(3, 2, 'c', 'C'),
      part(4, 3, 'd', 'D'),
    ]
    const record = {...base, id: 'c1', start: 0, end: 4, lemma: 'abcd', reading: 'ABCD', parts}
    const left = (...out: string[]): string[] =>
      withoutRejected([record], (id) => out.includes(id)).map(
        (one) => `${one.start} ${one.act === 'correct' ? one.reading : ''}`,
      )
    expect(left()).toEqual(['0 ABCD'])
    expect(left('c1/2')).toEqual(['0 A', '2 CD'])
    expect(left('c1/1')).toEqual(['1 BCD'])
    expect(left('c1/2', 'c1/3')).toEqual(['0 A', '3 D'])
    expect(left('c1')).toEqual([])
  })

  test('escapes of a plain text stand where what was changed stands as it was', async () => {
    // Each hit of the text is rejected alone; none may make markup of what is none.
    const {texts} = await loadEdition(home.manuscript, 'specimen', [], ['ligature'])
    const hits = (texts[0]?.review.records ?? []).filter(({id}) => /^(?:glue|ligature)@/.test(id))
    expect(hits.length).toBeGreaterThan(20)
    const all = await digests()
    const lines = hits.map(({id}) => `${id}:\n  verdict: reject\n  of: ${all.get(id)}\n`)
    await say('anna', formatYaml('anna.yaml', lines.join(''), 'review').text ?? '')
    const {code, stderr} = await edition('check', 'specimen', '--only', 'markdown')
    expect(code, stderr).toBe(0)
  })
})

describe('a strict build', () => {
  test('refuses what nobody has judged', async () => {
    const {code, stderr} = await edition('check', 'specimen', '--only', 'markdown', '--strict')
    expect(code).toBe(1)
    expect(stderr).toMatch(/a verdict on each record and mark of `ligature`; there are 136 open, /)
    expect(stderr).toContain('verdict-unsettled')
  })

  test('passes when an editor alone has accepted all, and edition.yaml says that this will do', async () => {
    for (const text of ['ligature', 'footnote', 'names']) {
      const {texts} = await loadEdition(home.manuscript, 'specimen', [], [text])
      const lines = [...(texts[0]?.review.digests ?? [])].map(
        ([id, of]) => `${id}:\n  verdict: accept\n  of: ${of}\n`,
      )
      await say('ed', formatYaml('ed.yaml', lines.join(''), 'review').text ?? '', text)
    }
    const alone = await edition('check', 'specimen', '--only', 'markdown', '--strict')
    expect(alone.code, 'an editor is no second person').toBe(1)
    const path = join(home.manuscript, 'specimen/edition.yaml')
    const config = await readFile(path, 'utf8')
    const policy = 'review:\n  selfAcceptance: true\n  twoReviewers: []\n'
    await writeFile(path, config.replace(/^rights:/m, `${policy}rights:`))
    const {code, stderr} = await edition('check', 'specimen', '--only', 'markdown', '--strict')
    expect([code, stderr]).toEqual([0, ''])
  })

  test('names each dispute and each question at its line', async () => {
    await say('anna', `l51.our:\n  verdict: reject\n  of: ${flour}\n`)
    await say(
      'ben',
      `l51.our:\n  verdict: accept\n  of: ${flour}\nligature@49:14:\n  verdict: query\n  of: ${officials}\n`,
    )
    const {stderr} = await edition('check', 'specimen', '--only', 'markdown', '--strict')
    expect(stderr).toContain(
      'an end of the dispute on `l51.our`: anna says reject, ben says accept.',
    )
    expect(stderr).toContain(
      'ben.yaml:4:1  error  Expected an answer to the question on `ligature@49:14`',
    )
  })
})

describe('the file of a reviewer', () => {
  beforeEach(async () => {
    const content = `l51.our:\n  note: Not in the print.\n  of: ${flour}\n  verdict: query\n`
    await say('anna', `ligature@49:14:\n  verdict: accept\n  of: ${officials}\n${content}`)
  })
  test('is put into its one form by fmt', async () => {
    expect((await edition('fmt', 'specimen', '--check')).code).toBe(1)
    expect((await edition('fmt', 'specimen')).code).toBe(0)
    expect(await readFile(reviewOf('anna'), 'utf8')).toBe(
      `l51.our:\n  verdict: query\n  of: ${flour}\n  note: Not in the print.\nligature@49:14:\n  verdict: accept\n  of: ${officials}\n`,
    )
  })
})
