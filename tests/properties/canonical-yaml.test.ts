import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import {addEntry} from '../../build/store/edit-yaml.ts'

/** Words that YAML likes to take for something else, and characters nobody can see. */
const value = fc.oneof(
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}),
  fc.constantFrom(
    'yes',
    'null',
    '3:17',
    '1e3',
    '- a',
    '# b',
    'a: b',
    "'",
    '"',
    ' lead',
    'trail ',
    'a\nb',
    'a\u00A0b',
    'so\u00ADft',
    '\uFEFF',
    'x\u200Dy',
    '𝒜',
    '\uE000',
    '\t',
    '&a',
    '*a',
    '!x',
    '%',
    '@',
    '{}',
    '[x]',
    '|',
    '>',
  ),
)
const records = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/),
  fc.record({
    why: value,
    reading: value,
    at: fc
      .tuple(fc.integer({min: 1, max: 99}), fc.integer({min: 1, max: 99}))
      .map((at) => at.join(':')),
    lemma: value,
  }),
  {maxKeys: 6},
)

const content = (text: string): unknown => parse(text, {schema: 'failsafe'})

describe('canonical YAML', () => {
  test('keeps what the file says, and formatting twice is formatting once', () => {
    fc.assert(
      fc.property(records, (entries) => {
        const input = JSON.stringify(entries)
        const once = formatYaml('x.yaml', input, 'corrections').text
        expect(once).not.toBeNull()
        expect(content(once ?? '')).toEqual(content(input))
        expect(formatYaml('x.yaml', once ?? '', 'corrections').text).toBe(once)
      }),
      {numRuns: 1000},
    )
  })

  test('shows no invisible character', () => {
    fc.assert(
      fc.property(records, (entries) => {
        const text = formatYaml('x.yaml', JSON.stringify(entries), 'corrections').text ?? ''
        expect(text).not.toMatch(/[\u00A0\u00AD\u200B-\u200F\uFEFF\uE000]/)
      }),
    )
  })

  test('puts records into the order of the text, a key a line, and keeps comments in their record', () => {
    const input = [
      '# Seen twice.',
      'b: {why: So., at: 10:1, lemma: x, reading: y}',
      'a:',
      '  # A hard one.',
      "  lemma: 'x'",
      '  at: 9:30',
      '',
    ].join('\n')
    expect(formatYaml('x.yaml', input, 'corrections').text).toBe(
      [
        'a:',
        '  # A hard one.',
        '  at: 9:30',
        '  lemma: "x"',
        '# Seen twice.',
        'b:',
        '  at: 10:1',
        '  lemma: "x"',
        '  reading: "y"',
        '  why: So.',
        '',
      ].join('\n'),
    )
  })

  test('an entry is added where it belongs, and never over another', () => {
    const one = addEntry('x.yaml', '', 'corrections', ['b'], {at: '2:1', lemma: 'x', reading: ''})
    const two = addEntry('x.yaml', one, 'corrections', ['a'], {at: '1:1', lemma: '\u00AD'})
    expect(two).toBe(
      'a:\n  at: 1:1\n  lemma: "\\u00AD"\nb:\n  at: 2:1\n  lemma: "x"\n  reading: ""\n',
    )
    expect(() => addEntry('x.yaml', two, 'corrections', ['a'], {at: '1:1'})).toThrow(
      'already there',
    )
  })
})
