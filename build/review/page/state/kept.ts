import {verdictNames} from '../../../verdicts/verdict.ts'
import type {PageText} from '../../page-data.ts'
import {keyOf} from './entry.ts'
import type {NewVoices, Voice} from './voice.ts'

/** What a browser keeps of a review: of one text, by one reviewer. */
export interface Kept {
  readonly who: string | null
  /** By the ids of the items; `null` for a verdict that was taken back. */
  readonly voices: ReadonlyMap<string, Voice | null>
}

/** The name under which a browser keeps a review: of an edition, of this very source. */
export function shelfName(edition: string, {id, sha256}: Pick<PageText, 'id' | 'sha256'>): string {
  return `review/${edition}/${id}/${sha256}`
}

/** Write what is kept of a text. */
export function writeKept(who: string | null, text: string, voices: NewVoices): string {
  const prefix = keyOf(text, '')
  const mine = [...voices]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, voice]) => [key.slice(prefix.length), voice])
  return JSON.stringify({who, voices: mine})
}

/** Read what was kept; nothing when it is not what this page wrote. */
export function readKept(written: string | null): Kept {
  const nothing: Kept = {who: null, voices: new Map()}
  if (written === null) return nothing
  try {
    const content: unknown = JSON.parse(written)
    if (!isObject(content)) return nothing
    const who = typeof content['who'] === 'string' ? content['who'] : null
    const list: readonly unknown[] = Array.isArray(content['voices']) ? content['voices'] : []
    const voices = list.flatMap((pair): [string, Voice | null][] => {
      if (!Array.isArray(pair) || typeof pair[0] !== 'string') return []
      const voice: unknown = pair[1]
      return voice === null || isVoice(voice) ? [[pair[0], voice]] : []
    })
    return {who, voices: new Map(voices)}
  } catch {
    return nothing
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isVoice(value: unknown): value is Voice {
  if (!isObject(value)) return false
  const {verdict, of, note, settles} = value
  return (
    verdictNames.some((name) => name === verdict) &&
    typeof of === 'string' &&
    ['string', 'undefined'].includes(typeof note) &&
    ['string', 'undefined'].includes(typeof settles)
  )
}
