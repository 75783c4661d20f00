import type {PageData} from '../../page-data.ts'
import {keyOf} from '../state/entry.ts'
import {readKept, shelfName, writeKept} from '../state/kept.ts'
import type {Review} from '../state/review.ts'
import {reviewerName} from '../../../verdicts/verdict.ts'
import type {Voice} from '../state/voice.ts'

/** Where a browser keeps what must outlive the page. */
export interface Shelf {
  read(name: string): string | null
  /** Whether it could be kept. */
  write(name: string, words: string): boolean
}

/** The storage of the browser; where it is refused, nothing is kept. */
export function openShelf(): Shelf {
  return {
    read(name) {
      try {
        return localStorage.getItem(name)
      } catch {
        return null
      }
    },
    write(name, words) {
      try {
        localStorage.setItem(name, words)
        return true
      } catch {
        return false
      }
    },
  }
}

/** Keep what was said since the page was made. Returns whether it could be kept. */
export function keepVoices(shelf: Shelf, {data, who, voices}: Review): boolean {
  return data.texts
    .map((text) => shelf.write(shelfName(data.edition.id, text), writeKept(who, text.id, voices)))
    .every(Boolean)
}

const nameOfName = 'review/who'

/** Keep under which name a reviewer writes, for the next time. */
export function keepName(shelf: Shelf, who: string): void {
  shelf.write(nameOfName, who)
}

/** Read under which name a reviewer wrote the last time; `null` when they never did. */
export function readName(shelf: Shelf): string | null {
  const who = shelf.read(nameOfName) ?? ''
  return reviewerName.test(who) ? who : null
}

/** Read what was said when the page was open before: by whom, and what by key. */
export function readVoices(
  shelf: Shelf,
  data: PageData,
): {who: string | null; voices: Map<string, Voice | null>} {
  const kept = data.texts.map((text) => {
    return {text, ...readKept(shelf.read(shelfName(data.edition.id, text)))}
  })
  const who = data.who ?? kept.find((one) => one.who !== null)?.who ?? readName(shelf)
  const voices = new Map<string, Voice | null>()
  for (const one of kept) {
    if (one.who !== who) continue
    for (const [id, voice] of one.voices) voices.set(keyOf(one.text.id, id), voice)
  }
  return {who, voices}
}
