import type {Ground} from '../flow/ground.ts'
import {el, fill, whenOther} from './element.ts'
import type {View} from './element.ts'

/** Faults that are told one by one. */
const told = 8

/** Say what is wrong with the files of the edition, for what cannot be read is not in the queue. */
export function faultsView({get}: Ground): View {
  const element = el('section', {class: 'faults', role: 'alert', 'aria-label': 'Faults'})
  const update = whenOther(
    () => get().data.faults,
    (faults) => {
      element.hidden = faults.length === 0
      const many = faults.length === 1 ? 'is a fault' : `are ${faults.length} faults`
      const rest = faults.length - told
      fill(
        element,
        faults.length === 0
          ? []
          : [
              el('p', {}, `There ${many} in the files; what cannot be read is not shown here.`),
              el(
                'ul',
                {},
                ...faults.slice(0, told).map((fault) => el('li', {}, fault)),
                ...(rest > 0 ? [el('li', {}, `and ${rest} more`)] : []),
              ),
            ],
      )
    },
  )
  return {element, update}
}
