import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {knownRepairs} from '../../build/store/known-repairs.ts'
import type {KnownRepairs} from '../../build/store/known-repairs.ts'
import {sha256} from '../../build/text/digest.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-known-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const text = 'The oﬃce of the kite\u00ADmaker was open.\n'
const find = (source = text, words: string[] = [], where = folder): Promise<KnownRepairs> =>
  knownRepairs(source, 'plain', {words: new Set(words)}, where)
const files = async (): Promise<string[]> => (await readdir(folder)).toSorted()

test('what was found before is found again, in the same words', async () => {
  const first = await find()
  expect(first.repairs.hits.map(({reading}) => reading)).toEqual(['ffi', ''])
  const [name = ''] = await files()
  expect(await find()).toEqual(first)
  // It is taken from the file: what the file says otherwise is said otherwise.
  const body = JSON.stringify({...first, version: 'another'})
  await writeFile(join(folder, name), `${sha256(body)}\n${body}`)
  expect((await find()).version).toBe('another')
})

test('another text, other guards: found anew', async () => {
  await find()
  await find(`${text}More.\n`)
  await find(text, ['kite'])
  expect(await files()).toHaveLength(3)
})

test('a file that is cut short or changed is not believed', async () => {
  const first = await find()
  const [name = ''] = await files()
  const content = await readFile(join(folder, name), 'utf8')
  for (const broken of [content.slice(0, -9), '', content.replace('"ffi"', '"fi"')]) {
    expect(broken).not.toBe(content)
    await writeFile(join(folder, name), broken)
    expect(await find()).toEqual(first)
  }
  expect(await readFile(join(folder, name), 'utf8')).toBe(content)
})

test('a folder that cannot be used is no error', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  expect(await find(text, [], join(file, 'below'))).toEqual(await find())
})

test('no more than 64 texts are kept', async () => {
  for (let index = 0; index < 70; index++) await writeFile(join(folder, `${index}.json`), '')
  await find()
  expect(await files()).toHaveLength(64)
})
