import type {Ground} from '../flow/ground.ts'
import {isSameFilters, noFilters} from '../state/filters.ts'
import type {FilterName, Filters} from '../state/filters.ts'
import {formsOf} from '../state/forms.ts'
import type {Review} from '../state/review.ts'
import {standingNames} from '../state/say-standing.ts'
import {el, fill, whenOther} from './element.ts'
import type {Child, View} from './element.ts'

/** The bar that narrows the queue. */
export interface FilterBar extends View {
  focus(): void
}

/** Called with the filters a reviewer chose; `isWriting` while they still write. */
export type Narrow = (filters: Filters, isWriting: boolean) => void

type Choices = readonly (readonly [value: string, label: string])[]

/** How many forms can be chosen from. */
const mostForms = 200

const lists = ['text', 'class', 'kind', 'form', 'state', 'by'] as const
const labels = {
  text: 'Text',
  class: 'Class',
  kind: 'Kind',
  form: 'Form',
  state: 'State',
  by: 'Made by',
} as const

/** Make the bar that narrows the queue to a text, class, kind, form, state, maker or words. */
export function filterBar({get}: Ground, narrow: Narrow): FilterBar {
  const change = (name: FilterName, value: string, isWriting = false): void =>
    narrow({...get().filters, [name]: value}, isWriting)
  const selects = lists.map((name) => {
    const element = el('select', {id: `filter-${name}`, change: () => change(name, element.value)})
    return [name, element] as const
  })
  const words = el('input', {
    id: 'filter-words',
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => change('words', words.value, true),
    change: () => change('words', words.value),
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || !['Escape', 'Enter'].includes(event.key)) return
      // A search field would be emptied by Escape; the reviewer only wants to go on.
      event.preventDefault()
      words.blur()
    },
  })
  const clear = el('button', {type: 'button', click: () => narrow(noFilters, false)}, 'Show all')
  const sample = el('p', {class: 'sample'})
  const element = el(
    'search',
    {class: 'filters', 'aria-label': 'Narrow the queue'},
    el(
      'div',
      {class: 'bar'},
      ...selects.map(([name, select]) =>
        el('div', {class: 'field'}, el('label', {for: select.id}, labels[name]), select),
      ),
      el('div', {class: 'field words'}, el('label', {for: words.id}, 'Words'), words),
      clear,
    ),
    sample,
  )
  let known: Pick<Review, 'entries' | 'filters'> | null = null
  const updateChoices = whenOther(
    () => choicesOf(get()),
    (choices) => {
      for (const [name, select] of selects) {
        const any = name === 'state' || name === 'class' || name === 'form' ? 'any' : 'all'
        const options = [['', any] as const, ...choices[name]]
        fill(
          select,
          options.map(([value, label]) => el('option', {value}, label)),
        )
      }
    },
  )
  const updateSample = whenOther(
    () => ({sample: get().data.sample, filter: get().filters.sample}),
    (now) =>
      fill(
        sample,
        sampleLine(now.sample, now.filter, (value) => change('sample', value)),
      ),
  )
  return {
    element,
    focus() {
      words.focus()
      words.select()
    },
    update() {
      const {entries, filters} = get()
      if (known?.entries !== entries || known.filters !== filters) updateChoices()
      known = {entries, filters}
      updateSample()
      for (const [name, select] of selects)
        if (select.value !== filters[name]) select.value = filters[name]
      if (document.activeElement !== words || filters.words === '') words.value = filters.words
      clear.hidden = isSameFilters(filters, {...noFilters, sample: filters.sample})
    },
  }
}

/** What can be chosen; what an address names and no item has is named too, so that it can be seen. */
function choicesOf({
  data,
  entries,
  filters,
}: Review): Readonly<Record<(typeof lists)[number], Choices>> {
  const own = (values: Iterable<string>): Choices =>
    [...new Set(values)].sort().map((one) => [one, one])
  const states = [
    'open',
    'query',
    'contested',
    'stale',
    'accepted',
    'rejected',
    'proposed',
  ] as const
  const withChosen = (name: FilterName, choices: Choices): Choices =>
    filters[name] === '' || choices.some(([value]) => value === filters[name])
      ? choices
      : [...choices, [filters[name], filters[name]]]
  const forms = formsOf(entries).slice(0, mostForms)
  return {
    text: withChosen(
      'text',
      data.texts.map(({id, title}) => [id, title]),
    ),
    class: withChosen('class', own(entries.map(({item}) => item.class))),
    kind: withChosen('kind', own(entries.map(({item}) => item.kind))),
    form: withChosen(
      'form',
      forms.map(([form, count]) => [form, `${form} (${count})`]),
    ),
    state: withChosen('state', [
      ['left', 'left to judge'],
      ['done', 'done'],
      ...states.map((name) => [name, standingNames[name]] as const),
    ]),
    by: withChosen('by', own(entries.map(({item}) => item.by))),
  }
}

function sampleLine(
  sample: Review['data']['sample'],
  filter: string,
  change: (value: string) => void,
): Child[] {
  if (!sample) return []
  const box = el('input', {
    type: 'checkbox',
    checked: filter === '',
    change: () => change(box.checked ? '' : 'whole'),
  })
  return [
    el('label', {}, box, ` Only the random sample of ${sample.ids.length} items.`),
    ` ${sample.says}`,
  ]
}
