import type {Fields, Value} from '../../model/revision.ts'
import type {Bit, Line} from './bits.ts'
import {differences} from './differences.ts'
import {cut, shown, shownDifference} from './shown.ts'

/** What is said of how an entry changed, but for what its place says. */
export function sayDifferences(
  before: Fields,
  after: Fields,
  passedOver: readonly string[],
): Line[] {
  return differences(before, after)
    .filter(({path}) => !passedOver.includes(path[0] ?? ''))
    .map(({path, before: was, after: is}): Line => {
      const name: Bit = {code: cut(shown(path.join(' ')), 80)}
      if (was === undefined) return [name, ' added: ', {added: brief(is)}]
      if (is === undefined) return [name, ' withdrawn: ', {removed: brief(was)}]
      const [removed, added] =
        typeof was === 'string' && typeof is === 'string'
          ? shownDifference(was, is)
          : [brief(was), brief(is)]
      return [name, ': ', {removed}, ' → ', {added}]
    })
}

/** The words of a value, without its keys. */
export function brief(value: Value | undefined): string {
  return cut(shown(wordsOf(value).join(', ')), 200)
}

function wordsOf(value: Value | undefined): string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  return Object.values(value).flatMap((one: Value) => wordsOf(one))
}
