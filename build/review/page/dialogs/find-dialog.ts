import type {Span} from '../../../text/correction.ts'
import type {PageText} from '../../page-data.ts'
import {windowAround} from '../state/around.ts'
import {findWords} from '../state/find-words.ts'
import {el} from '../view/element.ts'
import {words} from '../view/words.ts'
import {closeButton, openDialog} from './dialog.ts'

/** Words of a source that were found, and what is to be said of them. */
export interface FoundWords extends Span {
  readonly text: PageText
  readonly act: 'correct' | 'query' | 'annotate'
}

/** A text that can be searched. */
export interface Searchable {
  readonly text: PageText
  readonly source: string
}

/** How many places are shown. */
const most = 100

/** Find words of a text by the keyboard alone; `null` when the reviewer turned away. */
export async function askWords(
  texts: readonly Searchable[],
  first: string | undefined,
): Promise<FoundWords | null> {
  let found: FoundWords | null = null
  let spans: readonly Span[] = []
  const choice = el(
    'select',
    {id: 'find-text', change: () => search()},
    ...texts.map(({text}) => el('option', {value: text.id}, text.title)),
  )
  if (first !== undefined) choice.value = first
  const input = el('input', {
    id: 'find-words',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => search(),
  })
  const says = el('p', {role: 'status', class: 'hint'})
  const list = el('fieldset', {class: 'found'})
  const current = (): Searchable | undefined => texts.find(({text}) => text.id === choice.value)

  const search = (): void => {
    const now = current()
    if (!now) return
    spans = findWords(now.source, input.value, most)
    const isMore = spans.length === most ? ' or more' : ''
    says.textContent =
      input.value.trim() === ''
        ? 'Write some words as the source has them.'
        : `${spans.length}${isMore} ${spans.length === 1 ? 'place' : 'places'}`
    list.replaceChildren(
      el('legend', {class: 'unseen'}, 'Places'),
      ...spans.map((span, index) => placeOf(now, span, index)),
    )
  }
  const choose = (act: FoundWords['act']): void => {
    const at = Number(list.querySelector<HTMLInputElement>('input:checked')?.value ?? '0')
    const [span, now] = [spans[at], current()]
    if (!span || !now) {
      says.textContent = 'Find the words first.'
      input.focus()
      return
    }
    found = {...span, text: now.text, act}
    dialog.close()
  }
  search()
  const button = (label: string, act: FoundWords['act']): HTMLElement =>
    el('button', {type: 'button', click: () => choose(act)}, label)
  const dialog = openDialog(
    'Find words of the source',
    [
      el(
        'div',
        {class: 'pair'},
        el('div', {class: 'field'}, el('label', {for: 'find-text'}, 'Text'), choice),
        el('div', {class: 'field'}, el('label', {for: 'find-words'}, 'Words'), input),
      ),
      says,
      list,
      el(
        'p',
        {class: 'buttons'},
        button('Correct …', 'correct'),
        button('Query …', 'query'),
        button('Annotate …', 'annotate'),
        closeButton('Cancel'),
      ),
    ],
    'wide',
  )
  input.focus()
  await dialog.closed
  return found
}

function placeOf({text, source}: Searchable, span: Span, index: number): HTMLElement {
  const {start, end} = windowAround(source, span, 32)
  return el(
    'label',
    {},
    el('input', {type: 'radio', name: 'found', value: index, checked: index === 0}),
    el(
      'span',
      {class: 'words', lang: text.language},
      ...words(source.slice(start, span.start)),
      el('mark', {}, ...words(source.slice(span.start, span.end))),
      ...words(source.slice(span.end, end)),
    ),
  )
}
