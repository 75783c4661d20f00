import type {Span} from '../../../text/correction.ts'
import type {WordsAct} from '../dialogs/ask-about-words.ts'
import {needsDeskWords} from '../flow/refusals.ts'
import type {Ground} from '../flow/ground.ts'
import {selectedSpan} from '../state/selected.ts'
import type {SelectedRun} from '../state/selected.ts'
import {el} from './element.ts'
import type {View} from './element.ts'

/** A small bar at words that were selected in the card: correct them, ask about them, annotate them. */
export function selectionBar(
  {get}: Ground,
  card: HTMLElement,
  about: (span: Span, act: WordsAct) => void,
): View {
  let span: Span | null = null
  const act = (label: string, what: WordsAct): HTMLElement =>
    el('button', {type: 'button', click: () => choose(what)}, label)
  const buttons = el(
    'div',
    {role: 'group', 'aria-label': 'Selected words'},
    act('Correct …', 'correct'),
    act('Query …', 'query'),
    act('Annotate …', 'annotate'),
  )
  const needs = el('p', {class: 'hint'}, needsDeskWords)
  const element = el('div', {class: 'selection', hidden: true}, buttons, needs)
  const choose = (what: WordsAct): void => {
    if (span) about(span, what)
    element.hidden = true
  }
  // A press on the bar must not undo the selection it is about.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  const look = (): void => {
    const selection = document.getSelection()
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null
    span = range && selectedSpan(runsIn(card, range))
    element.hidden = span === null
    if (!range || !span) return
    const {left, bottom} = range.getBoundingClientRect()
    const most = document.documentElement.clientWidth - element.offsetWidth - 8
    element.style.insetInlineStart = `${Math.max(8, Math.min(left, most))}px`
    element.style.insetBlockStart = `${bottom + 6}px`
  }
  document.addEventListener('mouseup', (event) => {
    // The selection is settled only after the event.
    if (!(event.target instanceof Node && element.contains(event.target))) setTimeout(look)
  })
  document.addEventListener('keyup', (event) => {
    if (event.shiftKey && event.key.startsWith('Arrow')) look()
    if (event.key === 'Escape') element.hidden = true
  })
  document.addEventListener('selectionchange', () => {
    if (document.getSelection()?.isCollapsed) element.hidden = true
  })
  return {
    element,
    update() {
      const isDesk = get().data.mode === 'desk'
      buttons.hidden = !isDesk
      needs.hidden = isDesk
    },
  }
}

/** The runs of a card that a selection touches. */
function runsIn(card: HTMLElement, range: Range): SelectedRun[] {
  return [...card.querySelectorAll<HTMLElement>('[data-start]')]
    .filter((run) => range.intersectsNode(run))
    .map((run) => ({
      start: Number(run.dataset['start']),
      end: Number(run.dataset['end']),
      length: run.textContent.length,
      from: run.contains(range.startContainer) ? range.startOffset : null,
      to: run.contains(range.endContainer) ? range.endOffset : null,
    }))
    .filter(({from, to, length}) => from !== length && to !== 0)
}
