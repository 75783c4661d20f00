import {describe, expect, test} from 'vitest'
import type {Name} from '../../build/names/name.ts'
import {syllables} from '../../build/names/pinyin-syllables.ts'
import {proposePairs} from '../../build/names/propose-pairs.ts'
import {romanizationKeys} from '../../build/names/romanization-keys.ts'

const share = (one: string, other: string): boolean =>
  romanizationKeys(one).some((key) => romanizationKeys(other).includes(key))

describe('forms of one name share a key', () => {
  test.each([
    ['Mao Zedong', 'Mao Tse-tung'],
    ['Zhou Enlai', 'Chou En-lai'],
    ['Liu Shaoqi', "Liu Shao-ch'i"],
    ['Gao Gang', 'Kao Kang'],
    ['Song Ziwen', 'Sung Tzu-wen'],
    ['Wang Shijie', 'Wang Shih-chieh'],
    ['Cixi', "Tz'u-hsi"],
    ['Sima Qian', "Ssu-ma Ch'ien"],
    ['Xue Yue', 'Hsüeh Yüeh'],
    ['Deng Xiaoping', 'Teng Hsiao-ping'],
    ['Peng Dehuai', "P'eng Te-huai"],
    ['Zhu De', 'Chu Te'],
    ['Guo Moruo', 'Kuo Mo-jo'],
    ['Xi’an', 'Hsi-an'],
    ['Chongqing', "Ch'ung-ch'ing"],
    ['Xinjiang', 'Sinkiang'],
    ['Zhang Qian', "Chang Ch'ien"],
    ['Luo Ruiqing', "Lo Jui-ch'ing"],
    ['Ren Bishi', 'Jen Pi-shih'],
    ['Lü Buwei', 'Lü Pu-wei'],
    ['Guilin', 'Kueilin'],
    ['Yan’an', 'Yenan'],
  ])('%s, %s', (one, other) => {
    expect(share(one, other)).toBe(true)
  })
})

test('forms of different names do not', () => {
  for (const [one, other] of [
    ['Mao Zedong', 'Mao Zemin'],
    ['Jiang Jieshi', 'Jiang Jingguo'],
    ['Sinkiang', 'Sikang'],
    ['Stalin', 'Soong'],
  ]) {
    expect(share(one ?? '', other ?? ''), `${one}, ${other}`).toBe(false)
  }
})

test.each<[word: string, parts: string[] | null]>([
  ['zedong', ['ze', 'dong']],
  ["xi'an", ['xi', 'an']],
  ['xian', ['xian']],
  ['chongqing', ['chong', 'qing']],
  ['stalin', null],
  ['tse', null],
])('%s has the syllables %j', (word, parts) => {
  expect(syllables(word)?.map((one) => one.join('')) ?? null).toEqual(parts)
})

test('pairs are proposed across names, and to words that are in none', () => {
  const name = (id: string, ...forms: string[]): [string, Name] => [
    id,
    {
      id,
      kind: 'person',
      name: id,
      sort: id,
      forms: forms.map((form) => ({form})),
      also: [],
      claims: [],
      see: [],
      origin: {file: '', place: {line: 1, column: 1}},
    },
  ]
  const names = new Map([
    name('mao', 'Mao Zedong', 'Mao'),
    name('mao-b', 'Mao Tse-tung'),
    name('zhou', 'Zhou Enlai'),
  ])
  expect(proposePairs({path: '', names, words: new Set()}, ['Chou En-lai', 'Mao Anying'])).toEqual([
    {known: 'Mao Zedong', name: 'mao', other: 'Mao Tse-tung', otherName: 'mao-b'},
    {known: 'Zhou Enlai', name: 'zhou', other: 'Chou En-lai', otherName: undefined},
  ])
})
