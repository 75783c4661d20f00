/** Initials of pinyin, the longer ones first. */
const initials = 'zh ch sh b p m f d t n l g k h j q x r z c s y w'.split(' ')

/** Finals of pinyin as they are written behind initials. */
const finals = new Set(
  'a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang ue ui un uo ü üe'.split(
    ' ',
  ),
)

/** Syllables that no initial begins. */
const bare = new Set('a ai an ang ao e ei en eng er o ou'.split(' '))

/** A syllable of pinyin: its initial, which may be empty, and its final. */
export type Syllable = readonly [initial: string, final: string]

/**
 * Part a word of pinyin into its syllables.
 *
 * Shape: small letters, without tones → syllables, as few as there can be; `null` when it is no pinyin. Within a word
 * an apostrophe parts them.
 */
export function syllables(word: string): Syllable[] | null {
  if (word === '') return []
  if (word.startsWith("'")) return syllables(word.slice(1))
  for (let length = Math.min(6, word.length); length > 0; length--) {
    const syllable = syllableOf(word.slice(0, length))
    const rest = syllable && syllables(word.slice(length))
    if (rest) return [syllable, ...rest]
  }
  return null
}

function syllableOf(letters: string): Syllable | null {
  const initial = initials.find((one) => letters.startsWith(one)) ?? ''
  const final = letters.slice(initial.length)
  if (initial === '') return bare.has(final) ? ['', final] : null
  return finals.has(final) && fits(initial, final) ? [initial, final] : null
}

/** Whether a final may stand behind an initial; enough to part words, not a table of the language. */
function fits(initial: string, final: string): boolean {
  const isPalatal = ['j', 'q', 'x'].includes(initial)
  if (isPalatal) return /^(?:i|u$|ue$|uan$|un$|ü)/.test(final)
  if (['zh', 'ch', 'sh', 'r', 'z', 'c', 's', 'g', 'k', 'h', 'f', 'w'].includes(initial)) {
    return !/^i./.test(final) && !final.startsWith('ü') && final !== 'ue'
  }
  return true
}
