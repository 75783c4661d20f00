import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {appliedCorrections} from '../../build/repair/applied-corrections.ts'
import {escapePlain} from '../../build/repair/escape-plain.ts'
import {remarkDialect} from '../../build/structure/dialect.ts'
import {isParent, textOf} from '../../build/structure/tree.ts'
import {align} from '../../build/text/align.ts'
import {apply} from '../../build/text/apply.ts'

const parser = unified().use(remarkParse).use(remarkDialect)

/** Markdown out of the pieces that make offsets drift. */
const markdown = fc.string({
  unit: fc.constantFrom(
    'a',
    'b ',
    '\\*',
    '\\[',
    '&amp;',
    '&#x2014;',
    '&nope;',
    '\n',
    '\n> ',
    '  \n',
    '\n   ',
    '*',
    '**',
    '`',
    '- ',
    '1. ',
    'é',
    '𝒜',
    '\t',
    '\n\n',
  ),
  maxLength: 40,
})

test('every parsed text aligns with the slice it was parsed from', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      for (const node of textsOf(parser.parse(source) as Root)) {
        const start = node.position?.start.offset ?? 0
        const raw = source.slice(start, node.position?.end.offset)
        const runs = align(raw, node.value)
        expect(runs, JSON.stringify([source, raw, node.value])).not.toBeNull()
        let value = 0
        let at = 0
        for (const run of runs ?? []) {
          expect(run.value[0]).toBe(value)
          expect(run.raw[0]).toBeGreaterThanOrEqual(at)
          if (run.verbatim) expect(raw.slice(...run.raw)).toBe(node.value.slice(...run.value))
          value = run.value[1]
          at = run.raw[1]
        }
        expect(value).toBe(node.value.length)
      }
    }),
    {numRuns: 5000},
  )
})

test('a value that cannot come from the raw text does not align', () => {
  expect(align('abc', 'abd')).toBeNull()
  expect(align('ab', 'abc')).toBeNull()
})

/** Plain prose with everything that Markdown would take for markup. */
const prose = fc
  .array(
    fc.constantFrom(
      'word',
      '*',
      '_',
      '**',
      '`',
      '#',
      '>',
      '-',
      '+',
      '=',
      '1.',
      '12)',
      '[of',
      'x]',
      '](',
      '<b>',
      '&amp;',
      '\\',
      '~',
      '3',
      '[^1]',
      'http://a.b',
      '\n',
      '\n    ',
      '![',
      '|',
    ),
    {maxLength: 14},
  )
  .map((words) => words.join(' ').replaceAll(' \n ', '\n').trim())
  .filter((text) => text !== '' && !/\n\s*\n/.test(text))

test('an escaped plain source is nothing but its own words', () => {
  fc.assert(
    fc.property(prose, (source) => {
      const {value} = apply(source, appliedCorrections(escapePlain(source)))
      const tree = parser.parse(value) as Root
      expect(
        tree.children.map(({type}) => type),
        JSON.stringify(value),
      ).toEqual(['paragraph'])
      const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
      expect(words(textOf(tree))).toBe(words(source))
    }),
    {numRuns: 5000},
  )
})

function textsOf(node: Nodes): Extract<Nodes, {type: 'text'}>[] {
  if (node.type === 'text') return [node]
  return isParent(node) ? node.children.flatMap((child) => textsOf(child)) : []
}
