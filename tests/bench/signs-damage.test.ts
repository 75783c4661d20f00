import {expect, test} from 'vitest'
import {loseLigature} from '../../scripts/bench/repair/damage/lose-ligatures.ts'
import type {LigatureForm} from '../../scripts/bench/repair/damage/lose-ligatures.ts'
import {misreadAsLetter, misreadDigit} from '../../scripts/bench/repair/damage/misread-number.ts'
import {misreadBytes} from '../../scripts/bench/repair/damage/mojibake.ts'
import {signsOf} from '../../scripts/bench/repair/clean/signs.ts'
import {drawFrom} from '../../scripts/bench/repair/draw.ts'
import {loadDivide} from '../../scripts/bench/repair/set/divide-word.ts'
import {setLines} from '../../scripts/bench/repair/set/set-lines.ts'

function lose(word: string, form: LigatureForm, joined = ['ffi', 'ffl', 'ff', 'fi', 'fl']): string {
  const loss = {form, rate: 1, joined, isSplitBefore: true}
  let left = ''
  for (let at = 0; at < word.length; at++) {
    const lost = loseLigature(word, at, loss, drawFrom('any'))
    left += lost ? lost.left : word.charAt(at)
    if (lost) at += lost.letters.length - 1
  }
  return left
}

test.each([
  ['officials', 'dropped', 'ocials'],
  ['finance', 'first', 'fnance'],
  ['office', 'placeholder', 'o\uFFFDce'],
  ['different', 'split', 'di ff erent'],
  ['find', 'split', 'fi nd'],
  ['off', 'split', 'o ff'],
  ['conflict', 'split', 'con fl ict'],
  ['baffled', 'presentation', 'ba\uFB04ed'],
] as const)('%s, %s, is %s', (word, form, expected) => {
  expect(lose(word, form)).toBe(expected)
})

test('a fount without ligatures of three letters loses what it has', () => {
  expect(lose('officials', 'dropped', ['fi', 'fl'])).toBe('ofcials')
  expect(lose('officials', 'dropped', ['ff', 'fi', 'fl'])).toBe('oicials')
})

test('bytes are misread as an older code reads them', () => {
  expect(misreadBytes('ü', 'windows-1252')).toBe('Ã¼')
  expect(misreadBytes('“', 'windows-1252')).toBe('â€œ')
  expect(misreadBytes('”', 'windows-1252')).toBe('â€\u009D')
  expect(misreadBytes('’', 'latin1')).toBe('â\u0080\u0099')
})

test('a digit is misread as another one, or as a letter where one looks like it', () => {
  for (let seed = 0; seed < 50; seed++) {
    const misread = misreadDigit('34', drawFrom(`${seed}`))
    expect(misread).toMatch(/^[1-9]\d$/)
    expect([...misread].filter((digit, at) => digit !== '34'.charAt(at))).toHaveLength(1)
  }
  expect(misreadAsLetter('12')).toBe('l2')
  expect(misreadAsLetter('30')).toBe('3O')
  expect(misreadAsLetter('34')).toBeUndefined()
})

test('words are divided as American and British compositors divide them', () => {
  const show = (word: string, points: readonly number[]): string =>
    [0, ...points].map((at, index) => word.slice(at, points[index])).join('-')
  const [american, british] = [loadDivide('american'), loadDivide('british')]
  expect(show('maintain', american('maintain'))).toBe('main-tain')
  expect(show('knowledge', american('knowledge'))).toBe('knowl-edge')
  expect(show('knowledge', british('knowledge'))).toBe('know-ledge')
  expect(american('USSR')).toEqual([])
  expect(american('through')).toEqual([])
})

test('lines end between words, in words, at hyphens and at dashes, and hold together what belongs', () => {
  const words =
    'The Anglo-Russian commission maintained (p. 12) that the well-known two- and three-page letters of 1937–38 were filed at https://example.org/a-very-long-address-that-nothing-may-divide-anywhere and nowhere else.'
  const ends = new Set<string>()
  for (let width = 14; width < 60; width++) {
    const measure = {width, indent: 2, slack: 0.02, divide: loadDivide('american')}
    let whole = ''
    for (const {signs, end} of setLines(signsOf(words), measure)) {
      const line = signs.map(({char}) => char).join('')
      ends.add(end)
      whole += line + (end === 'blank' ? ' ' : '')
      expect(line).not.toMatch(/\(p\.$/)
      if (line.includes('https')) expect(line).toContain('anywhere')
    }
    expect(whole).toBe(words)
  }
  expect([...ends].toSorted()).toEqual(['blank', 'block', 'dash', 'divided', 'hyphen'])
})
