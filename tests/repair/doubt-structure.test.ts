import {expect, test} from 'vitest'
import {repairText} from '../../build/repair/repair-text.ts'
import {loadLanguage} from '../../build/store/load-language.ts'

const language = await loadLanguage()

/** What is taken out as a running head, and what is joined, without asking. */
function applied(text: string, format: 'plain' | 'markdown' = 'plain'): string[] {
  const {hits, joins} = repairText(text, {format, language})
  return [
    ...hits.filter(({rule, status}) => rule === 'running-head' && status === 'applied'),
    ...joins.filter(({status}) => status === 'applied'),
  ].map(({start, end}) => text.slice(start, end))
}

test.each([
  [
    'questions',
    'Question 1\nWhat is the wind?\nAnswer\nIt is moving air.\nQuestion 2\nWhat is rain?\nAnswer\nIt is water.\nQuestion 3\nWhat is snow?\nAnswer\nIt is ice.\n',
  ],
  [
    'steps',
    'Step 1\nTurn the handle to the left.\nStep 2\nOpen the door of the stove.\nStep 3\nTake out the ashes.\n',
  ],
  [
    'verses',
    '1 And the boat went out upon the water,\n2 and the wind was behind it, and the sail\n3 was full; and they that were in it sang,\n4 and the shore went from them like a dream.\n',
  ],
])('numbers before %s are no pages', (_, text) => {
  expect(applied(text)).toEqual([])
})

test.each([
  ['a note', '1 Owen, Tribes of the Harbour, p. 3; see also the report of the committee.'],
  [
    'a note in brackets',
    '[1] Owen, Tribes of the Harbour, p. 3; see also the report of the committee.',
  ],
  ['a caption', 'Figure 3. The harbour in winter, seen from the steps of the school.'],
  ['a row', '| Year | Boats | Men who came back in the autumn of the year |'],
])('a sentence that breaks off is not joined to %s', (_, block) => {
  const text = `When the last of the boats had come in and the fires were lit, the pilot went down to the\n\n${block}\n`
  expect(applied(text, 'markdown')).toEqual([])
})

test('a paragraph without a full stop is not joined to the next one, which begins with a capital', () => {
  const text =
    'The museum shows the tools of the fishermen and the nets that their wives made in the long winters\n\nVisitors may buy tickets at the door, and children pay half of what it says there.\n'
  expect(applied(text, 'markdown')).toEqual([])
})

test.each([
  ['inline', 'Use `foo.getPath(text,x)` and `co-\nde` where the officePath is.'],
  ['fenced', 'So:\n\n```c\nint main(int argc,char c)\nint theNew;b,c\n```\n\nThat is all.'],
  ['a target', 'See [the map](https://example.org/SourceMap,b(c)d) and ![it](./a,b.PNGfile).'],
])('code in Markdown is left as it is: %s', (_, text) => {
  const {hits} = repairText(text, {format: 'markdown', language})
  expect(hits.filter(({status}) => status === 'applied').map(({lemma}) => lemma)).toEqual([])
})

test.each([
  'id,name,town\n1,Smith,London\n2,Jones,Bristol\n',
  'name:John\nsize:12px;color:red\n',
  'TL;DR the kite flew.\n',
  'The PNGfile class reads a PNG file and returns the PNG file. The PNGfile is read.\n',
  'They sat listenin, watchin and coolin; he was sprayin the boat, and she was listenin too.\n',
])('data and speech are left as they are', (text) => {
  const {hits} = repairText(text, {format: 'plain', language})
  expect(hits.filter(({status}) => status === 'applied').map(({lemma}) => lemma)).toEqual([])
})
