import type {Rights} from '../model/config.ts'
import type {Labels} from './labels.ts'

/** Whose a text is and what may be done with it, as one paragraph. */
export function rightsOf(rights: Rights, labels: Labels): string {
  const {holder, statement, licence, uri, permission, redistribute} = rights
  return [
    `© ${holder}.`,
    statement,
    ...(licence ? [`${licence}.`] : []),
    ...(uri ? [`${uri}.`] : []),
    ...(permission ? [permission] : []),
    ...(redistribute ? [] : [labels.privateStudy]),
  ].join(' ')
}
