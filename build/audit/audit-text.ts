import type {Root} from 'xast'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {EditedText} from '../model/edited-text.ts'
import {toPlace} from '../text/place.ts'
import {linkFaults} from './audit-links.ts'
import {shownWords, textFile} from './epub-words.ts'
import {isInterleaved} from './interleave.ts'
import {sourceWords} from './source-words.ts'

/**
 * Hold a finished EPUB against the source of a text.
 *
 * The words of the source, after records, drops and joins, must be those of the body and of the
 * notes in the EPUB, each stream in its order, changing from one to another only where a line of
 * the source begins: nothing lost, nothing doubled, nothing added unmarked. Each call must lead to
 * the note of its number, and back; the pages must be those of the marks.
 *
 * Shape: archive, its name for messages, text → findings: `audit-missing`, `audit-residual` at the
 * first word that does not fit, `audit-link`, `audit-page`; none when all is right.
 */
export function auditText(bytes: Uint8Array, name: string, text: EditedText): Finding[] {
  const file = textFile(bytes, text.id)
  if (!file) {
    const reason = `Expected a file of the text \`${text.id}\` in the archive.`
    return [finding({file: name, ruleId: 'audit-missing', reason})]
  }
  return auditFile(file, name, text)
}

/** Hold the file of a text against its source; see {@link auditText}. */
export function auditFile(file: Root, name: string, text: EditedText): Finding[] {
  const findings: Finding[] = []
  const shown = shownWords(file)
  const result = isInterleaved(sourceWords(text), [shown.body, ...shown.notes])
  if (!result.fits) {
    const {path, lines, value} = text.source
    const place = toPlace(lines, Math.min(Math.max(0, result.offset), value.length))
    const reason = `Unexpected words in the finished EPUB: ${result.reason}.`
    findings.push(finding({file: path, place, ruleId: 'audit-residual', reason}))
  }
  for (const {ruleId, reason} of linkFaults(file, text)) {
    findings.push(finding({file: name, ruleId, reason}))
  }
  return findings
}
