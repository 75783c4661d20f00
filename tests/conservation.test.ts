import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {checkLedger, checkOrder, openLedger} from '../build/structure/conservation.ts'
import {remarkDialect} from '../build/structure/dialect.ts'
import {remarkInlineHtml} from '../build/structure/inline-html.ts'
import {remarkSourceMap} from '../build/structure/source-map.ts'
import {childrenOf, leavesOf} from '../build/structure/tree.ts'
import type {Leaf} from '../build/structure/tree.ts'
import {apply} from '../build/text/apply.ts'
import {indexLines} from '../build/text/place.ts'
import {markdown} from './properties/markdown.ts'

const source = 'The *first* copy \\[burnt\\].<sup>1</sup>\n\nThe second &amp; last copy.\n'

function open(value: string) {
  const {pieces} = apply(value, [])
  const file = new VFile({value})
  const tree = unified().use(remarkParse).use(remarkDialect).parse(file) as Root
  remarkSourceMap({pieces, lines: indexLines(value), marks: []})(tree, file)
  return {tree, ...openLedger(tree, value, pieces, [])}
}

const leafOf = (tree: Root, value: string): Leaf => {
  const found = leavesOf(tree).find(({leaf}) => leaf.value.includes(value))
  if (!found) throw new Error(`No leaf with ${value}`)
  return found.leaf
}

/** Plugins that break the law, and what the check says of them (rule 'conservation'). */
const faults: Record<string, [plugin: (tree: Root) => void, said: RegExp]> = {
  'edits a value': [
    (tree) => void (leafOf(tree, 'second').value = 'The third '),
    /changed without/,
  ],
  'edits an escaped character': [(tree) => void (leafOf(tree, '[').value = '('), /changed without/],
  'loses a paragraph': [(tree) => void tree.children.pop(), /was lost/],
  'doubles a paragraph': [
    (tree) => void tree.children.push(structuredClone(tree.children[1]!)),
    /twice/,
  ],
  'adds words': [
    (tree) =>
      void childrenOf(tree).push({type: 'paragraph', children: [{type: 'text', value: 'Amen.'}]}),
    /added unmarked/,
  ],
}

describe('a plugin that breaks the law is caught', () => {
  test.each(Object.keys(faults))('one that %s', (name) => {
    const {tree, ledger, breaches} = open(source)
    expect(breaches).toEqual([])
    expect(checkLedger(tree, ledger)).toEqual([])
    const [plugin, said] = faults[name]!
    plugin(tree)
    expect(checkLedger(tree, ledger)[0]?.reason).toMatch(said)
  })

  test('one that turns paragraphs round', () => {
    const {tree, ledger} = open(source)
    tree.children.reverse()
    expect(checkLedger(tree, ledger)).toEqual([])
    expect(checkOrder(tree)[0]?.reason).toMatch(/goes back/)
  })

  test('one that consumes what is no markup', () => {
    const {pieces} = apply(source, [])
    const {tree} = open(source)
    const paragraph = tree.children[0]
    if (paragraph?.type === 'paragraph') paragraph.children.splice(0, 1)
    expect(openLedger(tree, source, pieces, []).breaches[0]?.reason).toMatch(/consumed as markup/)
  })
})

test('whatever Markdown a source holds, every character is accounted for', () => {
  fc.assert(
    fc.property(markdown, (value) => {
      const {tree, ledger, breaches} = open(value)
      expect(breaches, value).toEqual([])
      remarkInlineHtml()(tree)
      expect(checkLedger(tree, ledger), value).toEqual([])
      expect(checkOrder(tree), value).toEqual([])
    }),
    {numRuns: 3000},
  )
})
