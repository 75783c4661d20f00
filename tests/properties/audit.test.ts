import fc from 'fast-check'
import {fromXml} from 'xast-util-from-xml'
import {expect, test} from 'vitest'
import {auditFile} from '../../build/audit/audit-text.ts'
import {writeXhtml} from '../../build/epub/xhtml.ts'
import {isError} from '../../build/finding.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {makePlaces} from '../../build/html/places.ts'
import {textDocument} from '../../build/html/text-document.ts'
import {editText} from '../../build/pipeline.ts'
import {plainText} from '../../scripts/bench/plain-edition.ts'
import {markdown} from './markdown.ts'

test('whatever can be built has every word of its source, and every link its note', () => {
  let built = 0
  fc.assert(
    fc.property(markdown, (value) => {
      const edition = editText(plainText(value), {numbering: 'printed', notesBefore: 0})
      expect(edition.findings.filter(({ruleId}) => ruleId === 'conservation')).toEqual([])
      if (edition.findings.some(isError)) return
      built++
      const labels = labelsFor('en')
      const documents = new Map()
      const context = {
        findPlace: makePlaces([edition], labels),
        documents,
        pictures: new Map(),
        labels,
      }
      const {title, section, language} = textDocument(edition, context, new Map(), 'en')
      const page = writeXhtml({title, language, part: 'bodymatter', content: [section]})
      const findings = auditFile(fromXml(page), 'x.epub', edition.text)
      expect(findings.map(String), JSON.stringify(value) + page).toEqual([])
    }),
    {numRuns: 4000},
  )
  expect(built).toBeGreaterThan(500)
})
