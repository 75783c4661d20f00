import {readFile, rm} from 'node:fs/promises'
import {afterEach, beforeAll, describe, expect, test} from 'vitest'
import {auditText} from '../../build/audit/audit-text.ts'
import {tamper} from '../epub/tamper.ts'
import {faultsOfOutputs, plantedElsewhere, plantedInCitations} from './faults-of-outputs.ts'
import {copySpecimen, find, manuscript, placeOf, plant} from './open-specimen.ts'
import type {Found} from './open-specimen.ts'
import {plantedFaults} from './planted-faults.ts'

/** The specimen as it stands, and what is found in it: nothing. */
let whole: Found
beforeAll(async () => {
  whole = await find(manuscript, 'epub')
})

let root = ''
afterEach(() => rm(root, {recursive: true, force: true}))

test('nothing is found in the specimen as it stands', async () => {
  expect(whole.findings.map(String)).toEqual([])
  expect(whole.texts.map(({id}) => id)).toEqual(['ligature', 'footnote', 'names'])
  expect((await find(manuscript, 'format')).findings.map(String)).toEqual([])
})

describe('a fault planted in the specimen is found where it stands', () => {
  test.each(plantedFaults)('$rule: $slip', async (fault) => {
    root = await copySpecimen()
    await plant(root, fault)
    const {findings} = await find(root, fault.stage, fault.texts)
    const own = findings.filter(({ruleId}) => ruleId === fault.rule)
    expect(own.map((one) => placeOf(root, one))).toEqual([fault.at])
    const rules = new Set(findings.map(({ruleId}) => ruleId))
    expect(rules).toEqual(new Set([fault.rule, ...(fault.also ?? [])]))
  })
})

describe('a fault planted in the finished EPUB is found', () => {
  test.each(faultsOfOutputs)('$rule: $slip', ({rule, text: id, from, to, at}) => {
    const name = `OEBPS/text-${id}.xhtml`
    const bytes = tamper(whole.epub, ({replace, remove}) => {
      if (from === null) remove(name)
      else replace(name, from, to)
    })
    const text = whole.texts.find((one) => one.id === id)
    const findings = text ? auditText(bytes, 'specimen.epub', text) : []
    const found = findings.map((one) => `${one.ruleId} ${placeOf(manuscript, one)}`)
    expect(found).toEqual([`${rule} ${at}`])
  })
})

test('the rules that are planted here or elsewhere are those of RULES.md', async () => {
  const rules = await readFile(new URL('../../build/RULES.md', import.meta.url), 'utf8')
  const headings = [...rules.matchAll(/^### (.+)$/gm)].map(([, rule = '']) => rule)
  const here = [...plantedFaults, ...faultsOfOutputs].map(({rule}) => rule)
  const elsewhere = {...plantedElsewhere, ...plantedInCitations}
  expect([...here, ...Object.keys(elsewhere)].toSorted()).toEqual(headings.toSorted())
  for (const [rule, file] of Object.entries(elsewhere)) {
    const code = await readFile(new URL(`../${file}`, import.meta.url), 'utf8')
    expect(code, `${file} plants ${rule}`).toContain(`'${rule}'`)
  }
})
