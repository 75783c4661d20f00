/**
 * Write words as code, which nothing in them can end.
 *
 * Shape: words on one line → a code span of them and nothing else; of none, two quotes without anything
 * between. Source: CommonMark 0.31, 6.1.
 */
export function codeSpan(words: string): string {
  if (words === '') return '“”'
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  // One blank on each side is taken off by who reads it, unless there are only blanks.
  const isStripped = words.startsWith(' ') && words.endsWith(' ') && !/^ +$/.test(words)
  const pad = isStripped || words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}
