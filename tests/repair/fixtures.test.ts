import {readdir, readFile, writeFile} from 'node:fs/promises'
import {describe, expect, test} from 'vitest'
import {certain} from '../../build/repair/hit.ts'
import type {Hit, JoinHit} from '../../build/repair/hit.ts'
import {joinTouching} from '../../build/repair/join-touching.ts'
import type {Format} from '../../build/repair/look.ts'
import {repairText} from '../../build/repair/repair-text.ts'
import {repairsOfEdition} from '../../build/repair/repairs-of-edition.ts'
import {rules} from '../../build/repair/rules.ts'
import {exceptions} from '../../build/store/exceptions.ts'
import {guardsOf} from '../../build/store/guards-of.ts'
import {loadLanguage} from '../../build/store/load-language.ts'
import {rulesSchema} from '../../build/store/schemas.ts'
import {checkSchema, readYaml} from '../../build/store/yaml-file.ts'
import {formatPlace, indexLines, toPlace} from '../../build/text/place.ts'
import type {Lines} from '../../build/text/place.ts'
import {isUpdating} from '../open-case.ts'

const base = new URL('../fixtures/repair/', import.meta.url)

/** What a rule finds in the source of a case, a line each. */
async function run(folder: URL, rule: string): Promise<string> {
  const names = await readdir(folder)
  const name = names.find((one) => one.startsWith('source.')) ?? ''
  const source = await readFile(new URL(name, folder), 'utf8')
  const format: Format = name.endsWith('.md') ? 'markdown' : 'plain'
  const own = names.includes('rules.yaml')
    ? await readFile(new URL('rules.yaml', folder), 'utf8')
    : ''
  const lines = indexLines(source)
  const {file} = readYaml('rules.yaml', own)
  const content = file && checkSchema(file, rulesSchema).content
  if (!file || !content) throw new Error(`${folder.pathname}rules.yaml is not right`)
  const guards = guardsOf({titles: [], words: Object.keys(content.words)})
  const found = repairText(source, {format, language: await loadLanguage(), guards})
  const left = exceptions(file, content, found, source, lines)
  expect(left.findings().map(({reason}) => reason)).toEqual([])
  const {hits, joins, ends} = left.repairs
  const escapes = joinTouching(repairsOfEdition(source, format, left.repairs).escapes)
  const rows = [
    ...[...hits, ...escapes, ...joins]
      .filter((one) => one.rule === rule)
      .map((one) => ({at: one.start, row: describeHit(one, lines)})),
    ...ends
      .filter(({state}) => rule === 'paragraph-end' && state !== 'set')
      .map(({at, p, state}) => ({at, row: `${status(p)} ${place(at, lines)} ${state}`})),
  ]
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({row}) => `${row}\n`)
    .join('')
}

function describeHit(one: Hit | JoinHit, lines: Lines): string {
  const {start, end} = one
  const head = `${one.status} ${place(start, lines)}`
  if ('glue' in one) return `${head} → ${place(end, lines)} ${one.glue}`
  const readings =
    one.status === 'applied' ? [one.reading] : one.candidates.map(({reading}) => reading)
  const words = readings.map((reading) => JSON.stringify(reading)).join(' | ')
  return `${head} ${JSON.stringify(one.lemma)} → ${words}`
}

function place(offset: number, lines: Lines): string {
  return formatPlace(toPlace(lines, offset))
}

function status(p: number): string {
  return p < certain ? 'proposed' : 'applied'
}

describe('repair: the folder is the claim', async () => {
  for (const rule of await readdir(base)) {
    for (const claim of await readdir(new URL(`${rule}/`, base))) {
      test(`${rule}: ${claim.replaceAll('-', ' ')}`, async () => {
        const folder = new URL(`${rule}/${claim}/`, base)
        const actual = await run(folder, rule)
        const file = new URL('expected.txt', folder)
        if (isUpdating) await writeFile(file, actual)
        expect(actual).toBe(await readFile(file, 'utf8').catch(() => ''))
        expect(actual === '', 'only a case that says so is silent').toBe(
          claim.startsWith('stays-silent-'),
        )
      })
    }
  }
})

test('each rule has a heading, a case that raises it and one in which it stays silent', async () => {
  const ids = rules.map(({id}) => id).toSorted()
  const page = await readFile(new URL('../../build/repair/RULES.md', import.meta.url), 'utf8')
  const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, id]) => id)
  expect(headings.toSorted()).toEqual(ids)
  expect((await readdir(base)).toSorted()).toEqual(ids)
  for (const id of ids) {
    const claims = await readdir(new URL(`${id}/`, base))
    const silent = claims.filter((claim) => claim.startsWith('stays-silent-'))
    expect([silent.length > 0, claims.length > silent.length], id).toEqual([true, true])
  }
})

test('each id that the rules give to what they find is that of a rule', async () => {
  const folder = new URL('../../build/repair/', import.meta.url)
  const given = new Set<string>()
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name === 'rules.ts') continue
    const code = await readFile(`${entry.parentPath}/${entry.name}`, 'utf8')
    for (const [, id] of code.matchAll(/\brule: '([a-z-]+)'/g)) given.add(id ?? '')
  }
  expect([...given].toSorted()).toEqual(rules.map(({id}) => id).toSorted())
})
