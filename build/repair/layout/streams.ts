import type {LayoutLine} from './layout.ts'

/**
 * Follow the text, and each note, from line to line.
 *
 * Shape: lines → for each of them the place of the next line of the same text or note, past heads,
 * rules, blank lines and the notes between; nothing for the last one.
 */
export function streams(lines: readonly LayoutLine[]): (number | undefined)[] {
  const following: (number | undefined)[] = Array.from({length: lines.length})
  let text: number | undefined
  let note: number | undefined
  for (const [at, line] of lines.entries()) {
    if (line.role === 'text') {
      if (text !== undefined) following[text] = at
      text = at
    } else if (line.role === 'note') {
      const isSame = note !== undefined && lines[note]?.note === line.note
      if (isSame && note !== undefined && line.noteStart === undefined) following[note] = at
      note = at
    }
  }
  return following
}
