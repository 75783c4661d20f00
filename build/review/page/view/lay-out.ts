import {el} from './element.ts'
import type {View} from './element.ts'

/** The parts of the page, in the order in which they are read. */
export interface PageViews {
  readonly header: View
  readonly faults: View
  readonly sources: View
  readonly strip: View
  readonly filters: View
  readonly queue: View
  readonly card: View
  readonly picture: View
  readonly announcer: View
  readonly selection: View
}

/** Lay the parts out: what is above, the desk with queue, card and picture, and a way past all to the card. */
export function layOut(parts: PageViews): HTMLElement[] {
  const {header, faults, sources, strip, filters, queue, card, picture, announcer, selection} =
    parts
  card.element.append(selection.element)
  const skip = el(
    'a',
    {
      href: '#card-title',
      class: 'skip',
      click: (event) => {
        // The address names filters and items, not parts of the page.
        event.preventDefault()
        document.getElementById('card-title')?.focus()
      },
    },
    'Go to the item',
  )
  const above = [header, faults, sources, strip, filters].map(({element}) => element)
  const desk = el('div', {class: 'desk'}, queue.element, card.element, picture.element)
  return [skip, ...above, desk, announcer.element]
}
