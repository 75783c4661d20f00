import type {Fields, Value} from '../../model/revision.ts'

/** The mapping under a key; an empty one when something else, or nothing, is there. */
export function fieldsAt(value: Value | undefined): Fields {
  return isFields(value) ? value : {}
}

/** The words under a key. */
export function wordsAt(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The list under a key; an empty one when something else, or nothing, is there. */
export function listAt(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : []
}

function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && !Array.isArray(value)
}
