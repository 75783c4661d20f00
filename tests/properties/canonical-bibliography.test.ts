import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {formatBibliography} from '../../build/store/canonical-bibliography.ts'

const words = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 20}),
  fc.constantFrom(
    'a\u00A0b',
    'so\u00ADft',
    '\uFEFF',
    '𝒜',
    '\u{E0001}',
    '"',
    '\\',
    '\n',
    'a, b',
    '[[1, 2]]',
  ),
)
const item = fc.record(
  {
    title: words,
    custom: fc.record({flags: fc.array(words), section: words}, {requiredKeys: []}),
    author: fc.array(fc.record({given: words, family: words}, {requiredKeys: []})),
    issued: fc.record({'date-parts': fc.array(fc.array(fc.integer()), {maxLength: 2})}),
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/),
    unknown: words,
  },
  {requiredKeys: ['id']},
)
const items = fc.uniqueArray(item, {selector: ({id}) => id, maxLength: 6})

const formatted = (text: string): string => formatBibliography('bibliography.json', text).text ?? ''

describe('canonical bibliography', () => {
  test('keeps what the file says, in the order of the ids, and formatting twice is formatting once', () => {
    fc.assert(
      fc.property(items, (list) => {
        const once = formatted(JSON.stringify(list))
        const sorted = list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(sorted)))
        expect(formatted(once)).toBe(once)
      }),
    )
  })

  test('is the same whatever the order of items and fields was', () => {
    fc.assert(
      fc.property(items, (list) => {
        const turned = list.toReversed().map((one) =>
          Object.fromEntries(
            Object.entries(one)
              .filter(([key]) => key !== 'unknown')
              .toReversed(),
          ),
        )
        const known = list.map((one) =>
          Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'unknown')),
        )
        expect(formatted(JSON.stringify(turned))).toBe(formatted(JSON.stringify(known)))
      }),
    )
  })

  test('shows what cannot be seen', () => {
    expect(formatted('[{"title": "a\u00A0b", "id": "one"}]')).toBe(
      '[\n  {\n    "id": "one",\n    "title": "a\\u00A0b"\n  }\n]\n',
    )
  })

  test('does not lose what stands under a key that is there twice', () => {
    const {text, findings} = formatBibliography(
      'b.json',
      '[{"id": "a", "title": "x", "title": "y"}]',
    )
    expect([text, findings.map(({ruleId}) => ruleId)]).toEqual([null, ['yaml-duplicate-key']])
  })

  test.each(['', '{', '{}', '[1]', '[[]]'])('leaves `%s` alone, and says so', (text) => {
    const {text: after, findings} = formatBibliography('bibliography.json', text)
    expect([after, findings.map(({ruleId}) => ruleId)]).toEqual([null, ['bibliography-syntax']])
  })
})
