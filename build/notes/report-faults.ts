import type {VFile} from 'vfile'
import type {SourcePosition} from '../structure/tree.ts'
import type {BindingFault} from './bind.ts'

/** Report what keeps references and notes from fitting; a number out of its turn is a warning. */
export function reportFaults(
  file: VFile,
  faults: readonly BindingFault<{printed: string; position: SourcePosition}>[],
): void {
  for (const {ruleId, at, other, reason} of faults) {
    const message = file.message(reason, {place: at.position, ruleId, source: 'edition'})
    if (!ruleId.endsWith('-sequence')) message.fatal = true
    if (other) {
      const {line, column} = other.position.start
      message.note = `See ${file.path}:${line}:${column}`
    }
  }
}
