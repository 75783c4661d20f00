import type {Command} from '../flow/commands.ts'
import type {Ground} from '../flow/ground.ts'
import {countsOf} from '../state/counts.ts'
import type {Counts} from '../state/counts.ts'
import {standingIn} from '../state/review.ts'
import {standingNames} from '../state/say-standing.ts'
import {commandButton} from './command-button.ts'
import {el, fill, whenOther} from './element.ts'
import type {View} from './element.ts'

/** What the header lets a reviewer do beside the commands. */
export interface HeaderActs {
  changeName(): void
  /** `null` where the desk writes the files itself. */
  readonly export: (() => void) | null
}

/** The head of the page: what is reviewed, by whom, and how far it is. */
export function headerView(
  ground: Ground,
  commands: {readonly find: Command; readonly help: Command},
  acts: HeaderActs,
): View {
  const {edition} = ground.get().data
  const [find, help] = [commandButton(ground, commands.find), commandButton(ground, commands.help)]
  const name = el('button', {type: 'button', click: () => acts.changeName()})
  const sum = el('summary')
  const table = el('div', {class: 'kinds'})
  const save =
    acts.export && el('button', {type: 'button', click: acts.export}, 'Export my verdicts …')
  const element = el(
    'header',
    {class: 'top'},
    el('h1', {}, edition.title, el('span', {class: 'unseen'}, ', review of its corrections')),
    el('details', {class: 'progress'}, sum, table),
    el('p', {class: 'tools'}, name, save, find.element, help.element),
  )
  const update = whenOther(
    () => {
      const review = ground.get()
      const counts = countsOf(review.entries, (entry) => standingIn(review, entry))
      return {counts, who: review.who}
    },
    ({counts, who}) => {
      fill(sum, [sayCounts(counts)])
      fill(table, [kindTable(counts)])
      name.textContent = who === null ? 'Say who you are …' : `Reviewer: ${who}`
    },
  )
  return {
    element,
    update() {
      update()
      find.update()
      help.update()
    },
  }
}

/** How far the edition is judged, in figures that hide nothing. */
export function sayCounts({judged, proposals}: Counts): string {
  const {all, done} = judged
  const waiting = proposals.by.proposed
  const proposed = waiting === 0 ? '' : ` · ${waiting} ${waiting === 1 ? 'proposal' : 'proposals'}`
  return `${done} done · ${all - done} left${proposed}`
}

const columns = ['accepted', 'rejected', 'open', 'contested', 'query', 'stale'] as const

function kindTable({kinds, judged}: Counts): HTMLElement {
  const head = columns.map((name) => el('th', {scope: 'col'}, standingNames[name]))
  const figures = (count: Counts['judged']): HTMLElement[] =>
    columns.map((name) => el('td', {}, count.by[name] === 0 ? '–' : String(count.by[name])))
  return el(
    'table',
    {},
    el('caption', {}, 'By kind, in all texts'),
    el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Kind'), ...head)),
    el(
      'tbody',
      {},
      ...kinds.map(([kind, count]) =>
        el('tr', {}, el('th', {scope: 'row'}, kind), ...figures(count)),
      ),
    ),
    el('tfoot', {}, el('tr', {}, el('th', {scope: 'row'}, 'all'), ...figures(judged))),
  )
}
