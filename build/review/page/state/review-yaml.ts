import {Document, isScalar, Scalar, visit} from 'yaml'
import {invisible} from '../../../text/invisible.ts'
import type {Voice} from './voice.ts'

/**
 * Write the verdicts of a reviewer as their file, the one way the project writes it.
 *
 * Shape: verdicts by the ids of what they are about → reviews/WHO.yaml in the order of the ids; empty when
 * there are none.
 */
export function writeReview(verdicts: ReadonlyMap<string, Voice>): string {
  if (verdicts.size === 0) return ''
  const inOrder = [...verdicts].sort(([one], [other]) => (one < other ? -1 : 1))
  const content = new Map(
    inOrder.map(([id, {verdict, of, note, settles}]) => {
      const fields = Object.entries({verdict, of, note, settles})
      return [id, new Map(fields.filter(([, value]) => value !== undefined))]
    }),
  )
  const document = new Document(content, {schema: 'failsafe'})
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return
      invisible.lastIndex = 0
      const isHidden = invisible.test(node.value) || /[\n\r]/.test(node.value)
      node.type = isHidden ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN
    },
  })
  const written = document.toString({lineWidth: 0, minContentWidth: 0, singleQuote: false})
  return written.replace(invisible, escapeInvisible)
}

function escapeInvisible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}
