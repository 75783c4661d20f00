import {ToolError} from '../../build/tool-error.ts'
import {show} from '../show.ts'
import {explainSystemError} from '../../build/explain-system-error.ts'

/**
 * Say that a file or folder could not be written, before anything there was changed.
 *
 * Shape: its path, the error, more about it → a `ToolError`; an error that is not of the system
 * stays what it is.
 */
export function cannotWrite(path: string, error: unknown, more = ''): unknown {
  const why = explainSystemError(error)
  if (why === null) return error
  const reason = `${show(path)}${more} cannot be written: ${why}. What was there is untouched.`
  return new ToolError(reason, {cause: error})
}
