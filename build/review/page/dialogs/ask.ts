import {el} from '../view/element.ts'
import type {Child} from '../view/element.ts'
import {closeButton, openDialog} from './dialog.ts'

/** Something a reviewer is asked. */
export interface Field {
  readonly name: string
  readonly label: string
  /** A line, some lines, one of some words, one of some choices side by side. */
  readonly kind: 'line' | 'lines' | 'list' | 'choice'
  readonly value?: string
  readonly choices?: readonly (readonly [value: string, label: string])[]
  readonly hint?: string
  /** The language of what is written, where it is that of a text. */
  readonly language?: string
  /** What is wrong with an answer; `null` when it will do. */
  check(value: string): string | null
}

/** A question to a reviewer. */
export interface Question {
  readonly title: string
  readonly says?: readonly Child[]
  readonly fields: readonly Field[]
  /** What the button says that sends the answers. */
  readonly confirm: string
}

/** Answers by the names of the fields; `null` when the reviewer turned away. */
export type Answers = Readonly<Record<string, string>> | null

/** An answer that must not be left out. */
export function required(what: string): Field['check'] {
  return (value) => (value.trim() === '' ? `Give ${what}.` : null)
}

/** An answer that may be anything. */
export function anything(): null {
  return null
}

/** Ask a reviewer something in a dialog. Control and Enter send the answers from wherever they are written. */
export async function ask({title, says = [], fields, confirm}: Question): Promise<Answers> {
  let answers: Answers = null
  const made = fields.map(makeField)
  const send = (): void => {
    const faults = made.filter((field) => !field.isFine())
    const [first] = faults
    if (first) {
      first.focus()
      return
    }
    answers = Object.fromEntries(made.map(({name, read}) => [name, read()]))
    dialog.close()
  }
  const form = el(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault()
        send()
      },
      keydown: (event) => {
        if (!(event instanceof KeyboardEvent)) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      },
    },
    ...made.map(({element}) => element),
    el(
      'p',
      {class: 'buttons'},
      el('button', {type: 'submit', class: 'main'}, confirm),
      closeButton('Cancel'),
    ),
  )
  const dialog = openDialog(title, [...says, form])
  made[0]?.focus()
  await dialog.closed
  return answers
}

/** A field on the page. */
interface MadeField {
  readonly name: string
  readonly element: HTMLElement
  read(): string
  /** Whether its answer will do; says what is wrong when it will not. */
  isFine(): boolean
  focus(): void
}

function makeField(field: Field): MadeField {
  const {name, label, hint, check} = field
  const id = `ask-${name}`
  const fault = el('p', {class: 'fault', id: `${id}-fault`, role: 'alert'})
  const says = hint === undefined ? null : el('p', {class: 'hint', id: `${id}-hint`}, hint)
  const described = [hint === undefined ? '' : `${id}-hint`, `${id}-fault`]
    .filter(Boolean)
    .join(' ')
  const {control, element, read} = field.kind === 'choice' ? choices(field, id) : entry(field, id)
  control.setAttribute('aria-describedby', described)
  const isGroup = field.kind === 'choice'
  return {
    name,
    element: el(
      'div',
      {class: 'field'},
      !isGroup && el('label', {for: id}, label),
      element,
      says,
      fault,
    ),
    read,
    isFine() {
      const wrong = check(read())
      fault.textContent = wrong ?? ''
      if (!isGroup) control.setAttribute('aria-invalid', String(wrong !== null))
      return wrong === null
    },
    focus: () => control.focus(),
  }
}

interface Control {
  readonly control: HTMLElement
  readonly element: HTMLElement
  read(): string
}

function entry({kind, value = '', choices: list = [], language}: Field, id: string): Control {
  if (kind === 'list') {
    const options = list.map(([one, label]) => el('option', {value: one}, label))
    const control = el('select', {id}, ...options)
    control.value = value
    return {control, element: control, read: () => control.value}
  }
  const control =
    kind === 'line'
      ? el('input', {id, type: 'text', lang: language, autocomplete: 'off', spellcheck: 'false'})
      : el('textarea', {id, rows: 3, lang: language})
  control.value = value
  return {control, element: control, read: () => control.value}
}

function choices({label, value = '', choices: list = []}: Field, id: string): Control {
  const inputs = list.map(([one]) =>
    el('input', {type: 'radio', name: id, value: one, checked: one === value}),
  )
  const element = el(
    'fieldset',
    {},
    el('legend', {}, label),
    ...inputs.map((input, index) => el('label', {}, input, ` ${list[index]?.[1] ?? ''}`)),
  )
  const checked = (): HTMLInputElement | undefined => inputs.find((input) => input.checked)
  return {
    control: checked() ?? inputs[0] ?? element,
    element,
    read: () => checked()?.value ?? '',
  }
}
