import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {EditedText} from '../model/edited-text.ts'
import {toPlace} from '../text/place.ts'
import {epubWords} from './epub-words.ts'
import {isInterleaved} from './interleave.ts'
import {sourceWords} from './source-words.ts'

/**
 * Hold a finished EPUB against the source of a text.
 *
 * The words of the source, after records, drops and joins, must be those of the body and of the
 * notes in the EPUB, each stream in its order, changing from one to another only where a line of
 * the source begins: nothing lost, nothing doubled, nothing added unmarked.
 *
 * Shape: archive, its name for messages, text → findings `audit-residual` at the first word that
 * does not fit; none when the residual is nought.
 */
export function auditText(bytes: Uint8Array, name: string, text: EditedText): Finding[] {
  const shown = epubWords(bytes, text.id)
  if (!shown) {
    const reason = `Expected a file of the text \`${text.id}\` in the archive.`
    return [finding({file: name, ruleId: 'audit-missing', reason})]
  }
  const words = sourceWords(text)
  const result = isInterleaved(words, [shown.body, ...shown.notes])
  if (result.fits) return []
  const {path, lines, value} = text.source
  const place = toPlace(lines, Math.min(Math.max(0, result.offset), value.length))
  const reason = `Unexpected words in the finished EPUB: ${result.reason}.`
  return [finding({file: path, place, ruleId: 'audit-residual', reason})]
}
