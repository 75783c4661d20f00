import type {Command, CommandName} from '../flow/commands.ts'
import type {Ground} from '../flow/ground.ts'
import {needsDeskWords} from '../flow/refusals.ts'
import type {Entry} from '../state/entry.ts'
import {sameForm} from '../state/forms.ts'
import {voicesOf} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import {sayStanding} from '../state/say-standing.ts'
import {surroundingsOf} from '../state/passages.ts'
import {judgementOf, standingOf} from '../state/voice.ts'
import type {Standing} from '../state/voice.ts'
import {actionBar} from './action-bar.ts'
import {candidatesView} from './candidates.ts'
import {cardBodyOf, passageSection, rowsView} from './card-body.ts'
import type {CardBody} from './card-body.ts'
import {cardHead} from './card-head.ts'
import {el, fill, setAttribute, setText, whenOther} from './element.ts'
import type {View} from './element.ts'
import type {NoteField} from './note-field.ts'
import {fitRows} from './rows.ts'
import {voicesView} from './voices.ts'

/** What a card is made with. */
export interface CardOptions {
  readonly commands: Readonly<Record<CommandName, Command>>
  readonly note: NoteField
  readonly messages: View
  /** Narrow the queue to a form. */
  onlyForm(form: string): void
}

/** The card of the open item: the one thing in the middle of the page. */
export function cardView(ground: Ground, options: CardOptions): View {
  const {get, set} = ground
  const {note, messages, commands} = options
  const [head, rows, candidates] = [el('header'), el('div'), el('div')]
  const [passage, voices] = [el('section'), el('section')]
  const standing = el('p', {class: 'standing'})
  const needs = el('p', {class: 'hint needs'}, needsDeskWords)
  const actions = actionBar(ground, commands)
  const none = el('p', {class: 'hint'}, 'No item is open.')
  const sheet = el('article', {'aria-labelledby': 'card-title'})
  sheet.append(head, rows, candidates, standing, passage, voices, note.element, needs)
  const element = el(
    'main',
    {class: 'card', id: 'card'},
    el('div', {class: 'sheet'}, none, sheet),
    el('div', {class: 'foot'}, actions.element, messages.element),
  )
  const fit = (): void => {
    for (const one of rows.querySelectorAll<HTMLElement>('.rows')) fitRows(one)
  }
  new ResizeObserver(fit).observe(rows)

  const showHead = whenOther(
    () => headModel(get()),
    (model) => {
      const entry = get().at
      if (!model || !entry) return
      const hadFocus = head.contains(document.activeElement)
      const onlyForm = (): void => options.onlyForm(entry.item.form)
      fill(head, cardHead(entry, model.forms, {onlyForm}))
      if (hadFocus) head.querySelector<HTMLElement>('h2')?.focus()
      element.querySelector('.sheet')?.scrollTo(0, 0)
    },
  )
  let body: CardBody | null = null
  const showBody = whenOther(
    () => {
      body = bodyOf(get())
      return body && bodyModel(body)
    },
    () => {
      if (!body) return
      fill(rows, [rowsView(body)])
      fill(passage, passageSection(body))
      fit()
    },
  )
  const showCandidates = whenOther(
    () => {
      const {at, chosen} = get()
      return at && {key: at.key, candidates: at.item.candidates, chosen: chosen.get(at.key) ?? 0}
    },
    (model) => {
      const {at} = get()
      if (!at || !model) return
      const hadFocus = candidates.contains(document.activeElement)
      const choose = (index: number): void => {
        set({chosen: new Map([...get().chosen, [at.key, index]])})
      }
      fill(candidates, candidatesView(at, model.chosen, choose))
      if (hadFocus) candidates.querySelector<HTMLElement>('input:checked')?.focus()
    },
  )
  const showVoices = whenOther(
    () => voicesModel(get()),
    (model) => {
      if (!model) return
      fill(voices, voicesView(model.judgement, model.who))
      setText(standing, model.says)
      setAttribute(standing, 'data-stand', model.standing)
    },
  )
  return {
    element,
    update() {
      const {at, data} = get()
      none.hidden = at !== null
      sheet.hidden = at === null
      needs.hidden = data.mode === 'desk'
      showHead()
      showBody()
      showCandidates()
      showVoices()
      note.update()
      actions.update()
      messages.update()
    },
  }
}

function headModel({at, entries}: Review): {item: Entry['item']; forms: number} | null {
  return at && {item: {...at.item, judgement: noJudgement}, forms: sameForm(entries, at).length}
}

const noJudgement: Entry['item']['judgement'] = {state: 'open', valid: [], stale: [], lacking: 0}

function bodyOf(review: Review): CardBody | null {
  return review.at && cardBodyOf(review, review.at)
}

/** What of a card's body can be other than before. */
function bodyModel({entry, source, reading, rows}: CardBody): object {
  const {item, text} = entry
  const held = source === null ? null : surroundingsOf(text.passages, item, source)
  return {
    key: entry.key,
    item: {...item, judgement: noJudgement},
    reading,
    rows,
    held,
    source: source?.length,
  }
}

function voicesModel(review: Review): {
  key: string
  judgement: Entry['item']['judgement']
  who: string | null
  says: string
  standing: Standing
} | null {
  const {at, who} = review
  if (!at) return null
  const given = voicesOf(review)
  return {
    key: at.key,
    judgement: judgementOf(at, given),
    who,
    says: sayStanding(review, at),
    standing: standingOf(at, given),
  }
}
