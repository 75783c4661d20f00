import {expect, test} from 'vitest'
import {loadEdition} from '../../build/store/load-edition.ts'
import {makeEdition} from '../../scripts/make-edition.ts'
import {openWorkspace} from '../../scripts/workspace.ts'
import {machine} from '../print/lay-out.ts'

const {manuscript, sources} = openWorkspace({}, process.env)
const edition = await loadEdition(manuscript, 'course-reader', sources)
const lacks = edition.missing.map(({file}) => file).join(', ')

test('the whole course reader, index and all, is made and read back without a finding', async ({
  skip,
}) => {
  skip(lacks !== '', `the sources of the course reader are not there (${lacks}); see the README`)
  const {findings, outputs} = await makeEdition(edition, {pdf: {machine, timeout: 120_000}})
  expect(findings.map(String)).toEqual([])
  expect(outputs.map(({name}) => name)).toContain('course-reader.pdf')
})
