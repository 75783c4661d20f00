import type {LoadedText} from '../../../build/store/load-text.ts'
import type {Source} from '../../../build/model/edited-text.ts'
import type {TextConfig} from '../../../build/model/config.ts'
import {formatPlace, toPlace} from '../../../build/text/place.ts'
import type {Fields} from '../../../build/store/edit-yaml.ts'
import {Refusal} from './refusal.ts'

/** A text on the desk. */
export interface DeskText {
  readonly id: string
  readonly folder: string
  readonly loaded: LoadedText
  readonly source: Source
  readonly config: TextConfig
  /** A file of the text as it is now; empty when there is none. */
  read(name: string): Promise<string>
}

/** What is to be written: files of the text by name, `''` for one that is to go. */
export interface Plan {
  readonly files: ReadonlyMap<string, string>
  /** What it comes to, for people. */
  readonly what: string
}

/** The place of an offset as files write it. */
export function placeOf({source}: DeskText, offset: number): string {
  return formatPlace(toPlace(source.lines, offset))
}

/** Refuse unless what was judged is what is there now. */
export function expectUnchanged(text: DeskText, id: string, of: string): void {
  const now = text.loaded.text?.review.digests.get(id)
  if (now === of) return
  const what = now === undefined ? 'is not there any more' : 'was changed meanwhile'
  throw new Refusal(409, `${id} ${what}; look at it again.`)
}

/** The fields of a new record by hand. */
export function recordFields(
  text: DeskText,
  start: number,
  fields: {
    readonly lemma: string
    readonly reading?: string | undefined
    readonly act?: string | undefined
    readonly kind: string
    readonly cert?: string | undefined
    readonly by: string
    readonly why: string
  },
): Fields {
  const {lemma, reading, act, kind, cert = 'high', by, why} = fields
  return {at: placeOf(text, start), act, lemma, reading, kind, cert, by, why}
}
