import type {Ground} from '../flow/ground.ts'
import {voiceIn} from '../state/review.ts'
import {el, setText} from './element.ts'
import type {View} from './element.ts'

/** The field for the note of a reviewer. */
export interface NoteField extends View {
  focus(): void
}

/** The note on the open item: it goes with the next verdict, or is written to the one that was given. */
export function noteField({get, set}: Ground, save: () => void): NoteField {
  const keep = (): void => {
    const {at, drafts} = get()
    if (at) set({drafts: new Map([...drafts, [at.key, field.value]])})
  }
  const field = el('textarea', {
    id: 'own-words',
    rows: 2,
    input: keep,
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent)) return
      if (event.key === 'Escape') field.blur()
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        if (!button.hidden) save()
        field.blur()
      }
    },
  })
  const button = el('button', {type: 'button', click: () => save()}, 'Write this note')
  const hint = el('p', {class: 'hint', id: 'own-words-hint'})
  field.setAttribute('aria-describedby', hint.id)
  const element = el(
    'div',
    {class: 'own field'},
    el('label', {for: field.id}, 'Your note'),
    field,
    el('p', {class: 'under'}, hint, button),
  )
  return {
    element,
    focus: () => field.focus(),
    update() {
      const review = get()
      const {at, drafts} = review
      const voice = at ? voiceIn(review, at) : null
      const value = at ? (drafts.get(at.key) ?? voice?.note ?? '') : ''
      if (field.value !== value) field.value = value
      field.disabled = at === null || (at.item.sort === 'proposal' && review.data.mode !== 'desk')
      button.hidden = voice === null || value.trim() === (voice.note ?? '')
      setText(hint, voice ? 'It is written with your verdict.' : 'It goes with your verdict.')
    },
  }
}
