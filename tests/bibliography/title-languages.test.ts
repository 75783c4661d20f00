import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {withTitleLanguages} from '../../build/html/title-languages.ts'

const text = (value: string): ElementContent => ({type: 'text', value})
const html = (children: ElementContent[]): string =>
  unified().use(rehypeStringify).stringify({type: 'root', children})

test.each<[what: string, nodes: ElementContent[], expected: string]>([
  [
    'the whole of an element',
    [text('B. Owen, '), h('em', 'Der Drachen'), text(', p. 3')],
    'B. Owen, <em lang="de">Der Drachen</em>, p. 3',
  ],
  [
    'a part of a run, over a line break',
    [text('“Der\nDrachen,” p. 3')],
    '“<span lang="de">Der\nDrachen</span>,” p. 3',
  ],
  ['no title of that name', [text('B. Owen, '), h('em', 'The Kite')], 'B. Owen, <em>The Kite</em>'],
  [
    'words that have a language already',
    [h('span', {lang: 'de-CH'}, 'Der Drachen')],
    '<span lang="de-CH">Der Drachen</span>',
  ],
])('a title is tagged with its language: %s', (_, nodes, expected) => {
  const titles = [{words: 'Der Drachen', language: 'de'}]
  expect(html(withTitleLanguages(nodes, titles))).toBe(expected)
})
