const subjects = ['The clerk', 'A surveyor', 'Nobody', 'The ferry', 'An old map', 'The office']
const verbs = ['kept', 'copied', 'lost', 'found', 'measured', 'sealed', 'read']
const objects = [
  'the affidavit',
  'two shelves of letters',
  'an officially stamped draft',
  'the first of the fluffy files',
  'every difference in the margin',
  'what was left of the 1943–44 census',
]
const ends = [
  'before winter',
  'by lamplight',
  'without a word',
  'on the far side',
  'in 1 of 12 rooms',
]

/**
 * Write prose of so many words; each sentence carries its number, so that none can go missing
 * unseen.
 */
export function prose(words: number, name = 'n'): string {
  const sentences: string[] = []
  for (let count = 0, index = 0; count < words; index++) {
    const pick = (list: readonly string[], step: number): string =>
      list[(index * step) % list.length] as string
    const sentence = `${pick(subjects, 1)} ${pick(verbs, 3)} ${pick(objects, 5)} ${pick(ends, 2)}, ${name}${index}.`
    sentences.push(sentence)
    count += sentence.split(' ').length
  }
  return sentences.join(' ').split(' ').slice(0, words).join(' ')
}

/** Paragraphs of prose. */
export function paragraphs(count: number, words: number, name = 'p'): string {
  return Array.from({length: count}, (_, index) => prose(words, `${name}${index}.`)).join('\n\n')
}
