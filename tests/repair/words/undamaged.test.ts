import {readFile} from 'node:fs/promises'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {repairText} from '../../../build/repair/repair-text.ts'
import {loadLanguage} from '../../../build/store/load-language.ts'

const language = await loadLanguage()

describe('text that is right', () => {
  test.each(['footnote', 'names'])('of the specimen is left as it is: %s', async (name) => {
    const source = await readFile(
      new URL(`../../fixtures/specimen/${name}.md`, import.meta.url),
      'utf8',
    )
    const {hits, joins} = repairText(source, {format: 'markdown', language})
    expect(hits.filter(({status}) => status === 'applied')).toEqual([])
    expect(joins.filter(({status}) => status === 'applied')).toEqual([])
  })
})

/** Words, pieces of words, stops and characters that mean something to a rule. */
const piece = fc.oneof(
  fc.constantFrom(
    'the',
    'ocials',
    'office',
    'of-\nce',
    'di ff erent',
    'fi',
    'o�ce',
    'oﬃce',
    'so\u00AD\nft',
    'theNew',

    'end.³The',
    '12',
    '3 Owen',
    '198 Ë Head',
    '<sup>4</sup>Next',
    'â€œ',
    '\n\n',
    '\n',
    '- 2 -',
    '\f',
    'é',

    'self-\nmade',
    'Tse-\ntung',
    '1937–\n- It',
    '`co de`',
    'a,b',
    '(x)y',
    '風',
    'שלום',
    '\u0301',
    '\ud83d\ude00',
  ),
  fc.string({unit: 'grapheme', maxLength: 8}),
)

describe('whatever a text is', () => {
  test('hits stand in it, in order, and do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(piece, {maxLength: 60}),
        fc.constantFrom(' ', '', '\n'),
        fc.constantFrom('plain', 'markdown'),
        (pieces, glue, format) => {
          const source = pieces.join(glue)
          const {hits, joins, paragraphs} = repairText(source, {format, language})
          let end = 0
          for (const hit of hits) {
            expect(hit.start).toBeGreaterThanOrEqual(end)
            expect(hit.end).toBeGreaterThan(hit.start)
            expect(source.slice(hit.start, hit.end)).toBe(hit.lemma)
            expect(hit.p > 0 && hit.p <= 1).toBe(true)
            if (hit.status === 'applied') expect(hit.reading).not.toBe(hit.lemma)
            end = hit.end
          }
          for (const join of joins) expect(join.start).toBeLessThanOrEqual(join.end)
          for (const at of paragraphs) expect(/[\r\n]/.test(source.charAt(at))).toBe(true)
        },
      ),
      {numRuns: 600},
    )
  })

  test('the same text gives the same hits', () => {
    const source =
      'The ocials of the oce had aairs of inuence.\nTheir con-\nict was theNew York kind.³It\n'
    const once = repairText(source, {format: 'plain', language})
    expect(repairText(source, {format: 'plain', language})).toEqual(once)
  })
})
