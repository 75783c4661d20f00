import type {KeySettings} from '../state/review.ts'
import type {Shelf} from './shelf.ts'

const name = 'review/keys'

/** Read whether keys are shown and used; both, when nothing was kept. */
export function readKeySettings(shelf: Shelf): KeySettings {
  const words = shelf.read(name)?.split(' ') ?? ['shown', 'on']
  return {areShown: words.includes('shown'), areOn: words.includes('on')}
}

/** Keep whether keys are shown and used. */
export function keepKeySettings(shelf: Shelf, {areShown, areOn}: KeySettings): void {
  shelf.write(name, `${areShown ? 'shown' : 'learnt'} ${areOn ? 'on' : 'off'}`)
}
