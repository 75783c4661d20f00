import {VFileMessage} from 'vfile-message'
import type {Place} from './text/place.ts'

/** A finding: a `VFileMessage` with a permanent rule id; `file` says in which file its place lies. */
export type Finding = VFileMessage

/** Another place that a finding speaks of. */
export interface Related {
  readonly file: string
  readonly place: Place
}

/** What {@link finding} is told. */
export interface FindingFields {
  /** The file, as the user knows it. */
  readonly file: string
  /** Where in the file; left out when the finding is about the whole file. */
  readonly place?: Place | undefined
  /** Permanent name of the rule, with a heading in the rules reference. */
  readonly ruleId: string
  /** A full sentence: what is there, what was expected, what to do. */
  readonly reason: string
  /** `error` fails the command, `warning` asks an editor to look, `info` only says (default: error). */
  readonly severity?: 'error' | 'warning' | 'info'
  /** The other place, where there are two. */
  readonly related?: Related | undefined
  readonly cause?: Error
}

/** Make a finding. */
export function finding(fields: FindingFields): Finding {
  const {file, place, ruleId, reason, severity = 'error', related, cause} = fields
  const message = new VFileMessage(reason, {
    ruleId,
    source: 'edition',
    ...(place ? {place: {line: place.line, column: place.column}} : {}),
    ...(cause ? {cause} : {}),
  })
  message.file = file
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  if (related) message.note = `See ${related.file}:${related.place.line}:${related.place.column}`
  return message
}

/** Whether a finding fails the command. */
export function isError(message: Finding): boolean {
  return message.fatal === true
}
