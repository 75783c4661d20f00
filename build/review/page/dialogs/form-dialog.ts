import type {Entry} from '../state/entry.ts'
import {windowAround} from '../state/around.ts'
import {isMarkType} from '../state/marks.ts'
import {sayItem, sayPlace} from '../state/say-item.ts'
import {standingNames} from '../state/say-standing.ts'
import {isDone} from '../state/voice.ts'
import type {Standing} from '../state/voice.ts'
import {el} from '../view/element.ts'
import type {Child} from '../view/element.ts'
import {addedWords, removedWords, words} from '../view/words.ts'
import {closeButton, openDialog} from './dialog.ts'

/** A place of a form, as it is listed. */
export interface FormPlace {
  readonly entry: Entry
  readonly standing: Standing
  /** The source of its text; `null` where the page has none. */
  readonly source: string | null
}

/** What a reviewer says of all places of a form. */
export interface FormAnswer {
  readonly verdict: 'accept' | 'reject'
  readonly entries: readonly Entry[]
  readonly note: string
}

/**
 * List all places of a form, and ask what is to be done with them.
 *
 * Shape: the form, its places → the answer for those that stay chosen, or `null`. `needsReason`: leaving
 * the source as it is wants a reason.
 */
export async function askForm(
  form: string,
  places: readonly FormPlace[],
  needsReason: boolean,
): Promise<FormAnswer | null> {
  let answer: FormAnswer | null = null
  const rows = places.map((place) => ({place, ...placeRow(place)}))
  const chosen = (): Entry[] => rows.flatMap(({place, box}) => (box.checked ? [place.entry] : []))
  const note = el('textarea', {id: 'form-words', rows: 2})
  const fault = el('p', {class: 'fault', role: 'alert'})
  const button = (verdict: FormAnswer['verdict'], main: boolean): HTMLButtonElement =>
    el('button', {
      type: 'button',
      class: main ? 'main' : '',
      click: () => {
        const entries = chosen()
        if (entries.length === 0) fault.textContent = 'Choose one place at least.'
        else if (needsReason && verdict === 'reject' && note.value.trim() === '') {
          fault.textContent = 'Say why the source is left as it is.'
          note.focus()
        } else {
          answer = {verdict, entries, note: note.value.trim()}
          dialog.close()
        }
      },
    })
  const [accept, reject] = [button('accept', true), button('reject', false)]
  const label = (): void => {
    const count = chosen().length
    const all = count === places.length ? `all ${count}` : `these ${count}`
    accept.textContent = `Accept ${all}`
    reject.textContent = `Reject ${all}`
  }
  label()
  const list = el('ol', {class: 'places', change: label}, ...rows.map(({row}) => row))
  const dialog = openDialog(
    places.length === 1 ? 'The only place of this form' : `${places.length} places of this form`,
    [
      el('p', {class: 'form-name'}, form),
      list,
      el(
        'label',
        {for: 'form-words'},
        needsReason ? 'Reason' : 'Note, if any; it goes with each verdict',
      ),
      note,
      fault,
      el('p', {class: 'buttons'}, accept, reject, closeButton('Cancel')),
    ],
    'wide',
  )
  accept.focus()
  await dialog.closed
  return answer
}

function placeRow({entry, standing, source}: FormPlace): {row: HTMLElement; box: HTMLInputElement} {
  const box = el('input', {type: 'checkbox', checked: !isDone(standing)})
  const row = el(
    'li',
    {},
    el(
      'label',
      {},
      box,
      el('span', {class: 'place'}, sayPlace(entry)),
      el('span', {class: 'words', lang: entry.text.language}, ...context(entry, source)),
      el('span', {class: 'stands'}, standingNames[standing]),
    ),
  )
  return {row, box}
}

function context(entry: Entry, source: string | null): Child[] {
  const {item} = entry
  if (source === null) return [sayItem(entry)]
  const {start, end} = windowAround(source, item, 28)
  const before = source.slice(item.start, item.end)
  const changed =
    item.act === 'correct' && item.reading !== undefined
      ? [
          ...removedWords(before, item.reading, item.start),
          ' → ',
          ...addedWords(before, item.reading),
        ]
      : isMarkType(item.act)
        ? [el('span', {class: 'mine'}, ` ${sayItem(entry)} `)]
        : [el('span', {class: 'mine'}, ...words(before))]
  return [
    ...words(source.slice(start, item.start)),
    ...changed,
    ...words(source.slice(item.end, end)),
  ]
}
