import type {ReviewText} from '../review-text.ts'
import {teiBlock} from './tei-block.ts'
import {teiDocument} from './tei-document.ts'
import {teiHeader} from './tei-header.ts'
import {teiStandOff} from './tei-stand-off.ts'
import {teiText} from './tei-text.ts'

/**
 * Write a whole text with its changes as TEI P5.
 *
 * Shape: text → a document: header, the text as one block in which every character counts, and beside it
 * what is said of it. Proposals are left out. It holds the source: it is private.
 * Source: TEI P5 4.10, valid against tei_all.
 */
export function teiReport(review: ReviewText): string {
  const {block, inline} = teiText(review)
  return teiDocument([
    teiHeader(review),
    teiBlock('text', {'xml:lang': review.config.language}, [teiBlock('body', {}, [block])]),
    ...teiStandOff(review, inline),
  ])
}
