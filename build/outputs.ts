import {join} from 'node:path'
import {auditText} from './audit/audit-text.ts'
import {editText} from './pipeline.ts'
import {writeEpub} from './epub/write-epub.ts'
import {finding} from './finding.ts'
import type {Finding} from './finding.ts'
import {makeBook} from './html/book.ts'
import type {BookOptions} from './html/book.ts'
import {hasLabels} from './html/labels.ts'
import {cleanedManuscript} from './markdown/cleaned-manuscript.ts'
import type {EditionConfig} from './model/config.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {countNumbered} from './notes/number-notes.ts'
import type {Numbering} from './notes/number-notes.ts'

/** The texts of an edition, edited in their order. */
export function editTexts(texts: readonly EditedText[], numbering: Numbering): TextEdition[] {
  let notesBefore = 0
  return texts.map((text) => {
    const edition = editText(text, {numbering, notesBefore})
    notesBefore += countNumbered(edition.tree)
    return edition
  })
}

/** A file to be written into the folder of outputs. */
export interface Output {
  /** Path below the folder of outputs. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** What the outputs of an edition came to. */
export interface Made {
  readonly outputs: readonly Output[]
  readonly findings: readonly Finding[]
}

/**
 * Make the outputs of an edition, and read them back.
 *
 * Shape: name of the edition, its configuration, edited texts, options → EPUB and cleaned
 * manuscripts, and what the audit of the finished EPUB found.
 */
export async function makeOutputs(
  name: string,
  config: EditionConfig,
  texts: readonly TextEdition[],
  options: BookOptions,
): Promise<Made> {
  const book = makeBook(config, texts, options)
  const epub = await writeEpub(book)
  const findings = texts.flatMap((edition) => auditText(epub.bytes, `${name}.epub`, edition.text))
  if (!hasLabels(config.language)) {
    const reason = `Expected labels for the language \`${config.language}\`; English ones are used.`
    findings.push(finding({file: name, ruleId: 'labels-language', reason, severity: 'warning'}))
  }
  if (epub.missingOnCover.length > 0) {
    const reason = `The face of the cover has no ${epub.missingOnCover.join(' ')}; they are left out there.`
    findings.push(
      finding({file: `${name}.epub`, ruleId: 'cover-glyph', reason, severity: 'warning'}),
    )
  }
  const manuscripts = texts.map((edition) => ({
    name: join(name, `${edition.text.id}.md`),
    content: cleanedManuscript(edition),
  }))
  return {outputs: [{name: `${name}.epub`, content: epub.bytes}, ...manuscripts], findings}
}
