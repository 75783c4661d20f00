import type {Entry} from '../state/entry.ts'
import {isMarkType, sayGlue} from '../state/marks.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'
import {addedWords} from './words.ts'

/** The readings that a rule proposes, with how probable it holds them; one is chosen. */
export function candidatesView(
  {item, text}: Entry,
  chosen: number,
  choose: (index: number) => void,
): Child[] {
  const {candidates, lemma, act} = item
  if (!candidates || candidates.length === 0) return []
  return [
    el(
      'fieldset',
      {class: 'candidates'},
      el('legend', {}, 'Proposed'),
      ...candidates.map(({reading, p}, index) =>
        el(
          'label',
          {},
          el('input', {
            type: 'radio',
            name: 'candidate',
            value: index,
            checked: index === chosen,
            change: () => choose(index),
          }),
          el('kbd', {}, String(index + 1)),
          isMarkType(act)
            ? el('span', {class: 'words'}, sayGlue(reading))
            : el('span', {class: 'words', lang: text.language}, ...addedWords(lemma, reading)),
          el('span', {class: 'p'}, `probability ${p.toFixed(2)}`),
        ),
      ),
    ),
  ]
}
