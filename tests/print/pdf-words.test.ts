import {expect, test} from 'vitest'
import type {PdfNode, PdfPage} from '../../build/audit/pdf-model.ts'
import {pdfWords} from '../../build/audit/pdf-words.ts'

const words = (value: string, tag = 'P'): PdfNode => ({
  kind: 'content',
  content: {tag, words: value},
})
const element = (role: string, ...children: PdfNode[]): PdfNode => ({
  kind: 'element',
  role,
  children,
})
const note = (call: string | null, ...children: PdfNode[]): PdfNode => {
  const back: PdfNode[] =
    call === null ? [] : [{kind: 'link', link: {target: `fnref-${call}`, description: 'Back'}}]
  return element('Note', element('P', ...back, ...children))
}
const page = (...children: PdfNode[]): PdfPage => ({
  label: '1',
  height: 800,
  tree: element('Root', ...children),
  links: [],
  artifacts: [],
  untagged: 0,
})

test('a note that goes on after a page goes on with its words, whatever annotations stand between', () => {
  const {notes} = pdfWords(
    [
      page(
        element('P', words('Kites fly.')),
        note('a-1', words('1. Anna Reed,')),
        note('a-e-x', words('E1. A kite.', 'Generated')),
      ),
      page(note(null, words('The Kite.')), note(null, words('Of paper.', 'Generated'))),
    ],
    0,
  )
  expect(notes.map(({call, words: own}) => [call, own])).toEqual([
    ['fnref-a-1', ['1.', 'Anna', 'Reed,', 'The', 'Kite.']],
    ['fnref-a-e-x', []],
  ])
})
