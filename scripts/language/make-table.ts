import {join} from 'node:path'
import {brotliCompressSync, constants} from 'node:zlib'
import {encodeTable} from '../../build/repair/language/encode-table.ts'
import {stops, toClass} from '../../build/repair/language/table-format.ts'
import {languageTable} from '../../build/store/load-language.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'
import {project} from '../workspace.ts'
import {confusable} from './choose-pairs.ts'
import {countWords} from './count-words.ts'
import {estimateFrequencies} from './frequencies.ts'
import {leaveOutRests} from './leave-out.ts'
import {readWordLists} from './word-lists.ts'
import {fileURLToPath} from 'node:url'

// Makes the table of the words of English out of the packages that scripts/language/package.json
// names; README.md beside it says how, and under which licences they stand.
const packages = process.argv[2] ?? join(project, 'scripts', 'language', 'node_modules')
const counts = await countWords(packages)
const lists = await readWordLists(packages)
const frequencies = estimateFrequencies(counts, lists)
const left = await leaveOutRests(frequencies, packages)
const words = [...stops, ...[...frequencies.keys()].toSorted()]
const ids = new Map(words.map((word, index) => [word, index]))
const {joined, plain} = confusable(frequencies)

const perMillion = 1e6 / counts.total
const pairs: (readonly [key: number, amount: number])[] = []
for (const [pair, count] of counts.pairs) {
  const [before = '', after = ''] = pair.split(' ')
  const [first, second] = [ids.get(before), ids.get(after)]
  if (first === undefined || second === undefined) continue
  const matters = joined.has(before) || joined.has(after)
  const isPlain = plain.has(before) || plain.has(after)
  if (matters || (isPlain && count >= 1)) {
    pairs.push([first * words.length + second, count * perMillion])
  }
}
pairs.sort(([a], [b]) => a - b)
const known = new Map([...lists.compounds].map((word) => [word, 0.01]))
for (const [word, count] of counts.compounds) known.set(word, Math.max(0.01, count * perMillion))
const compounds = [...known.keys()].filter((word) => /^[\p{Ll}'-]+$/u.test(word)).toSorted()

const stopUses = (word: string): number => {
  let uses = 0
  for (const [pair, count] of counts.pairs) if (pair.endsWith(` ${word}`)) uses += count
  return uses * perMillion
}
const bytes = encodeTable({
  version: 'en-1',
  words,
  lower: Uint8Array.from(words, (word, index) =>
    toClass(index < stops.length ? stopUses(word) : (frequencies.get(word)?.lower ?? 0)),
  ),
  capital: Uint8Array.from(words, (word) => toClass(frequencies.get(word)?.capital ?? 0)),
  pairs: Float64Array.from(pairs, ([key]) => key),
  pairClasses: Uint8Array.from(pairs, ([, amount]) => toClass(amount)),
  paired: Float64Array.from(
    [...joined, ...plain].flatMap((word) => ids.get(word) ?? []).toSorted((a, b) => a - b),
  ),
  compounds,
  compoundClasses: Uint8Array.from(compounds, (word) => toClass(known.get(word) ?? 0)),
})
const packed = brotliCompressSync(bytes, {
  params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22},
})
const path = fileURLToPath(languageTable)
await writeWhole(path, packed)
console.log(
  `${show(path)}\t${packed.length} bytes\t${words.length} words, ${pairs.length} pairs, ${compounds.length} compounds; ${left} rests of words left out`,
)
