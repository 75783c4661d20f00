import type {Ground} from '../flow/ground.ts'
import {bucketsOf, bucketWith} from '../state/buckets.ts'
import type {Bucket} from '../state/buckets.ts'
import type {Entry} from '../state/entry.ts'
import {sayPlace} from '../state/say-item.ts'
import {standingIn} from '../state/review.ts'
import {standingNames} from '../state/say-standing.ts'
import {standings} from '../state/voice.ts'
import {el, fill, setAttribute, whenOther} from './element.ts'
import type {View} from './element.ts'

/**
 * A strip over all texts: a mark for each stretch of a source, its shape and colour by what stands there.
 *
 * It is a slider: arrows move along it, Enter or a click opens the first item of the stretch.
 */
export function stripView({get}: Ground, open: (entry: Entry) => void): View {
  let buckets: readonly Bucket[] = []
  let cells: HTMLElement[] = []
  let at = 0
  const slider = el('div', {
    class: 'strip',
    role: 'slider',
    tabindex: 0,
    'aria-label': 'Place in the texts',
    'aria-orientation': 'horizontal',
    keydown: (event) => {
      if (event instanceof KeyboardEvent && move(event.key)) event.preventDefault()
    },
    click: (event) => {
      const index = cells.findIndex((cell) => cell.contains(event.target as Node))
      if (index >= 0) jump(index)
    },
  })

  const move = (key: string): boolean => {
    const filled = buckets.flatMap(({first}, index) => (first ? [index] : []))
    if (key === 'Enter' || key === ' ') jump(at)
    else if (key === 'ArrowRight' || key === 'ArrowUp') point(filled.find((one) => one > at) ?? at)
    else if (key === 'ArrowLeft' || key === 'ArrowDown')
      point(filled.findLast((one) => one < at) ?? at)
    else if (key === 'Home') point(filled[0] ?? at)
    else if (key === 'End') point(filled.at(-1) ?? at)
    else return false
    return true
  }
  const point = (index: number): void => {
    cells[at]?.classList.remove('pointed')
    at = Math.max(0, Math.min(buckets.length - 1, index))
    cells[at]?.classList.add('pointed')
    setAttribute(slider, 'aria-valuenow', String(at + 1))
    const bucket = buckets[at]
    setAttribute(slider, 'aria-valuetext', bucket ? sayBucket(bucket) : 'nothing')
  }
  const jump = (index: number): void => {
    const bucket = buckets[index]
    // The first that waits is what a reviewer looks for; an empty stretch leads to the next item.
    const target = bucket?.first ?? buckets.slice(index).find(({first}) => first)?.first
    point(index)
    if (target) open(target)
  }
  const sayBucket = ({text, entries}: Bucket): string => {
    const review = get()
    const counts = standings.flatMap((name) => {
      const many = entries.filter((entry) => standingIn(review, entry) === name).length
      return many > 0 ? `${many} ${standingNames[name]}` : []
    })
    const [first] = entries
    return `${text.title}, ${first ? `${sayPlace(first)}: ${counts.join(', ')}` : 'nothing'}`
  }

  const draw = whenOther(
    () => buckets.map(({text, standing}) => [text.id, standing]),
    (model) => {
      const isSame = cells.length === model.length
      if (!isSame) {
        cells = model.map(() => el('span', {class: 'cell'}, el('span', {class: 'stand'})))
        const byText = Map.groupBy(buckets.keys(), (index) => buckets[index]?.text)
        fill(
          slider,
          [...byText].map(([text, indexes]) =>
            el(
              'span',
              {class: 'of-text', 'aria-hidden': 'true'},
              el('span', {class: 'cells'}, ...indexes.map((index) => cells[index])),
              el('span', {class: 'name', lang: text?.language}, text?.title ?? ''),
            ),
          ),
        )
        for (const group of slider.querySelectorAll<HTMLElement>('.of-text')) {
          group.style.flexGrow = String(group.querySelectorAll('.cell').length)
        }
        setAttribute(slider, 'aria-valuemin', '1')
        setAttribute(slider, 'aria-valuemax', String(Math.max(1, cells.length)))
      }
      for (const [index, [, standing]] of model.entries()) {
        const sign = cells[index]?.firstElementChild
        if (sign) setAttribute(sign, 'data-stand', standing ?? null)
      }
    },
  )
  let here = -2
  return {
    element: el('section', {'aria-label': 'Overview'}, slider),
    update() {
      const review = get()
      buckets = bucketsOf(review.data.texts, review.queue, (entry) => standingIn(review, entry))
      draw()
      const now = bucketWith(buckets, review.at)
      if (now === here && cells[now]?.classList.contains('here')) return
      cells[here]?.classList.remove('here')
      here = now
      cells[here]?.classList.add('here')
      point(Math.max(0, here))
    },
  }
}
