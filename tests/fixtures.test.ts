import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {afterAll, describe, expect, test} from 'vitest'
import {isError} from '../build/finding.ts'
import type {Finding} from '../build/finding.ts'
import {cleanedManuscript} from '../build/markdown/cleaned-manuscript.ts'
import {checkEditorsClaims} from '../build/check-editors-claims.ts'
import {drawPictures} from '../build/draw-pictures.ts'
import {checkNames} from '../build/check-names.ts'
import {citeTexts} from '../build/cite-texts.ts'
import {explainRejections} from '../build/explain-rejections.ts'
import {editTexts, makeOutputs} from '../build/outputs.ts'
import {quotationBudget} from '../build/store/quotation-budget.ts'
import {remarkDialect} from '../build/structure/dialect.ts'
import {textOf} from '../build/structure/tree.ts'
import {isUpdating, makeManuscript, openCase, refreshHits, writeFindings} from './open-case.ts'

const made: string[] = []
afterAll(async () => {
  for (const root of made) await rm(root, {recursive: true, force: true})
})

/** Everything found in a case, and the cleaned manuscript when the text could be edited. */
async function run(
  folder: URL,
  withBudget: boolean,
): Promise<{
  findings: Finding[]
  messages: string
  /** The cleaned manuscript, without its head. */
  output: string
  /** The words of the edition tree. */
  shown: string
}> {
  const root = await makeManuscript(folder)
  made.push(root)
  if (isUpdating && !folder.pathname.endsWith('/hits-stale/')) await refreshHits(folder, root)
  const edition = await openCase(root)
  const texts = editTexts(edition.texts, edition.config?.numbering ?? 'per-text')
  const cited = citeTexts(texts, edition.bibliography, true)
  const findings = [...edition.findings, ...texts.flatMap(explainRejections), ...cited.findings]
  findings.push(...checkEditorsClaims(texts, edition, edition.config?.texts ?? [], 'en'))
  findings.push(...checkNames(texts, edition.names, true))
  // In texts as short as these any lemma is a long quotation.
  if (withBudget) findings.push(...edition.texts.flatMap((one) => quotationBudget(one).findings))
  if (edition.config && !findings.some(isError)) {
    const {title, identifier, modified} = edition.config
    const matter = [...edition.matter.front, ...edition.matter.back]
    const {pictures, findings: drawn} = drawPictures(matter, edition.maps)
    findings.push(...drawn)
    const options = {title, identifier, modified, cited, said: edition, pictures}
    const made = await makeOutputs('case', edition.config, texts, options)
    findings.push(...made.findings)
    const {messages} = await EpubCheck.validate(made.outputs[0]?.content as Uint8Array)
    expect(messages).toEqual([])
  }
  const [only] = texts
  const output = only ? cleanedManuscript(only).replace(/^---\n.*?\n---\n\n/s, '') : ''
  const shown = only ? squeeze(textOf(only.tree)) : ''
  return {findings, messages: writeFindings(findings), output, shown}
}

/** The words that a reader of Markdown finds in a cleaned manuscript. */
function wordsOf(markdown: string): string {
  const tree = unified().use(remarkParse).use(remarkDialect).parse(markdown)
  return squeeze(textOf(tree).replaceAll(/\[…\]/g, ''))
}

function squeeze(words: string): string {
  return words.replaceAll(/[\s\uFEFF]+/g, '')
}

async function expectFile(file: URL, actual: string): Promise<void> {
  if (isUpdating) await writeFile(file, actual)
  expect(actual).toBe(await readFile(file, 'utf8').catch(() => ''))
}

describe('findings: each rule has a case that raises it alone', async () => {
  const base = new URL('fixtures/findings/', import.meta.url)
  for (const rule of await readdir(base)) {
    test(rule, async () => {
      const folder = new URL(`${rule}/`, base)
      const {findings, messages} = await run(folder, rule === 'quotation-budget')
      expect(new Set(findings.map(({ruleId}) => ruleId))).toEqual(new Set([rule]))
      await expectFile(new URL('messages.txt', folder), messages)
    })
  }
})

describe('transforms: the folder is the claim', async () => {
  const base = new URL('fixtures/transforms/', import.meta.url)
  for (const transform of await readdir(base)) {
    for (const claim of await readdir(new URL(`${transform}/`, base))) {
      test(`${transform}: ${claim.replaceAll('-', ' ')}`, async () => {
        const folder = new URL(`${transform}/${claim}/`, base)
        const {messages, output, shown} = await run(folder, false)
        expect(messages, 'a case of a transform is silent').toBe('')
        expect(wordsOf(output), 'another tool reads the same words').toBe(shown)
        await expectFile(new URL('output.md', folder), output)
      })
    }
  }
})
