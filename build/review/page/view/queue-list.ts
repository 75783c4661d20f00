import type {Ground} from '../flow/ground.ts'
import type {Entry} from '../state/entry.ts'
import {isMarkType, meeting} from '../state/marks.ts'
import {positionIn} from '../state/queue.ts'
import {sayItem, sayPlace} from '../state/say-item.ts'
import {sourceIn, standingIn} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import {standingNames} from '../state/say-standing.ts'
import {shown} from '../state/signs.ts'
import {el, setAttribute, setText} from './element.ts'
import type {Child, View} from './element.ts'

/** The height of a row, in units of the size of the type. */
const height = 2.25
/** Rows that are made beyond those that can be seen. */
const beyond = 6
/** How many characters of words a row has. */
const longest = 36

/**
 * The queue as a list in which only the rows that can be seen are made, so that it may be long.
 *
 * It is a list box: the open item is its active option; arrows, Home and End move.
 */
export function queueList({get}: Ground, open: (entry: Entry) => void): View {
  const rows = new Map<number, {readonly row: HTMLElement; stamp: string}>()
  const space = el('div', {class: 'space', role: 'presentation'})
  const list = el(
    'div',
    {
      class: 'list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': 'Items',
      scroll: () => draw(),
      click: (event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
        const entry = get().queue[Number(row?.getAttribute('data-index') ?? -1)]
        if (entry) open(entry)
      },
      keydown: (event) => {
        if (event instanceof KeyboardEvent && move(event.key)) event.preventDefault()
      },
    },
    space,
  )
  const empty = el('p', {class: 'hint'}, 'No item is left by these filters.')
  const count = el('span', {class: 'count'})
  const element = el(
    'nav',
    {class: 'queue', 'aria-label': 'Queue'},
    el('h2', {}, 'Queue, ', count),
    empty,
    list,
  )

  const move = (key: string): boolean => {
    const {queue, at} = get()
    const now = at ? positionIn(queue, at.index) : 0
    const to = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      Home: 0,
      End: queue.length - 1,
      PageDown: now + 10,
      PageUp: now - 10,
    }[key]
    if (to === undefined) return false
    const entry = queue[Math.max(0, Math.min(queue.length - 1, to))]
    if (entry) open(entry)
    return true
  }

  const unit = (): number =>
    height * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

  const draw = (): void => {
    const review = get()
    const {queue, at} = review
    const each = unit()
    const first = Math.max(0, Math.floor(list.scrollTop / each) - beyond)
    const last = Math.min(
      queue.length,
      Math.ceil((list.scrollTop + list.clientHeight) / each) + beyond,
    )
    for (const [index, {row}] of rows) {
      if (index >= first && index < last) continue
      row.remove()
      rows.delete(index)
    }
    for (let index = first; index < last; index++) {
      const entry = queue[index]
      if (!entry) continue
      const standing = standingIn(review, entry)
      const isOpen = entry.key === at?.key
      const stamp = `${entry.key} ${entry.item.of} ${standing} ${isOpen} ${queue.length}`
      const known = rows.get(index)
      if (known?.stamp === stamp) continue
      const row = rowOf(review, entry, index, isOpen)
      if (known) known.row.replaceWith(row)
      else space.append(row)
      rows.set(index, {row, stamp})
    }
    setAttribute(
      list,
      'aria-activedescendant',
      list.querySelector('[aria-selected="true"]')?.id ?? null,
    )
  }

  let shownAt: Entry | null = null
  let shownQueue: readonly Entry[] = []
  return {
    element,
    update() {
      const {queue, at} = get()
      const each = unit()
      setText(count, `${queue.length} ${queue.length === 1 ? 'item' : 'items'}`)
      empty.hidden = queue.length > 0
      list.hidden = queue.length === 0
      space.style.blockSize = `${queue.length * each}px`
      if (at && (at !== shownAt || queue !== shownQueue)) {
        const top = positionIn(queue, at.index) * each
        const {scrollTop, clientHeight} = list
        if (top < scrollTop + each) list.scrollTop = top - each
        else if (top + 2 * each > scrollTop + clientHeight)
          list.scrollTop = top + 2 * each - clientHeight
      }
      shownAt = at
      shownQueue = queue
      draw()
    },
  }
}

function rowOf(review: Review, entry: Entry, index: number, isOpen: boolean): HTMLElement {
  const standing = standingIn(review, entry)
  const row = el(
    'div',
    {
      id: `row-${index}`,
      class: 'entry',
      role: 'option',
      'data-index': index,
      'aria-selected': String(isOpen),
      'aria-setsize': review.queue.length,
      'aria-posinset': index + 1,
      'aria-label': `${sayItem(entry)}, ${sayPlace(entry)}, ${standingNames[standing]}`,
    },
    el('span', {class: 'stand', 'data-stand': standing}),
    el('span', {class: 'words', lang: entry.text.language}, ...brief(review, entry)),
    el('span', {class: 'place'}, sayPlace(entry)),
  )
  row.style.insetBlockStart = `${index * height}rem`
  return row
}

/** An item in a few words. */
function brief(review: Review, entry: Entry): Child[] {
  const {act, says, lemma, reading, candidates} = entry.item
  if (isMarkType(act)) {
    const name = act === 'join' || !says ? act : `${act} ${says}`
    const about = aboutMark(entry, sourceIn(review, entry))
    return [el('i', {lang: 'en'}, name), about === '' ? null : ` ${short(about)}`]
  }
  if (act === 'keep') return [short(lemma), el('i', {lang: 'en'}, ' kept')]
  if (act === 'query') return [short(lemma), ' ?']
  const after = candidates?.[0]?.reading ?? reading ?? lemma
  return [short(lemma), ' → ', after === '' ? el('i', {lang: 'en'}, 'nothing') : short(after)]
}

/** The words that a mark is about: the words that a join brings together, those with which others begin. */
function aboutMark({item}: Entry, source: string | null): string {
  if (source === null) return ''
  const {act, says, start, end} = item
  const from = (at: number): string => source.slice(at, at + longest)
  if (act === 'page' || act === 'cut') return from(start)
  if (act !== 'join') return from(start).slice(0, end - start)
  const before = /\S*$/.exec(source.slice(Math.max(0, start - longest), start))?.[0] ?? ''
  const after = /^\S*/.exec(from(end))?.[0] ?? ''
  const {dropped, added} = meeting(before, says ?? '')
  return `${before.slice(0, before.length - dropped)}${added}${after}`
}

/** Words of a row, with signs for what cannot be seen. */
function short(words: string): string {
  const runs = shown(words.slice(0, longest * 2), 'change').map((run) =>
    'text' in run ? run.text : run.sign,
  )
  const all = [...runs.join('')]
  return all.length > longest ? `${all.slice(0, longest - 1).join('')}…` : all.join('')
}
