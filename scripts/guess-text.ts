import type {NoteStyle} from '../build/notes/note-style.ts'
import {raisedFigures} from '../build/notes/raised-figures.ts'

/** What can be guessed of a text from its source; the editors look at it. */
export interface GuessedText {
  readonly format: 'plain' | 'markdown'
  /** The first heading of Markdown. */
  readonly title: string | undefined
  /** How notes seem to be called and printed, one entry for each series. */
  readonly notes: readonly Pick<NoteStyle, 'references' | 'bodies'>[]
}

/** Guess how a text is written, from the name of its file and its words. */
export function guessText(file: string, source: string): GuessedText {
  // A byte order mark says nothing of the text.
  const value = source.replace(/^\uFEFF/, '')
  const isMarkdown = /\.(?:md|markdown)$/i.test(file) || /^#{1,6} \S|<sup>|\[\^\w+\]:/m.test(value)
  return {
    format: isMarkdown ? 'markdown' : 'plain',
    title: guessTitle(value),
    notes: [...guessNumbered(value), ...guessStarred(value)],
  }
}

function guessTitle(value: string): string | undefined {
  const heading = /^#{1,6} +(.+)$/m.exec(value)?.[1]
  const words = heading?.replaceAll(/<sup>.*?<\/sup>|[*_\\]/g, '').trim()
  return words === '' ? undefined : words
}

function guessNumbered(value: string): GuessedText['notes'] {
  if (/^\[\^[^\]\s]+\]:/m.test(value)) return [{references: 'footnote', bodies: 'footnote'}]
  if (raisedFigures(value, 'sup').length > 0) {
    const isRaised = /^<sup>\d+<\/sup>/m.test(value)
    const bodies = isRaised ? 'sup' : /^\d+\. /m.test(value) ? 'list' : 'number'
    return [{references: 'sup', bodies}]
  }
  if (raisedFigures(value, 'superscript').length === 0) return []
  return [{references: 'superscript', bodies: 'number'}]
}

function guessStarred(value: string): GuessedText['notes'] {
  const isStarred = /\S\\?\*(?:\s|$)/m.test(value) && /^\\?\*\S/m.test(value)
  return isStarred ? [{references: 'asterisk', bodies: 'asterisk'}] : []
}
