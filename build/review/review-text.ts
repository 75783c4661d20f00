import {fullTitle} from '../model/config.ts'
import type {TextConfig} from '../model/config.ts'
import type {Source, TextEdition} from '../model/edited-text.ts'
import type {Mark} from '../structure/mark.ts'
import type {EditorialRecord} from '../text/record.ts'
import type {Policy} from '../verdicts/verdict.ts'
import type {ReviewItem} from './item.ts'
import {itemsOf} from './items.ts'
import {stretchesOf} from './stretches.ts'
import type {Stretch} from './stretches.ts'

/** All that a reporter is given of a text. Offsets in UTF-16 units of the source. */
export interface ReviewText {
  readonly id: string
  readonly title: string
  readonly config: TextConfig
  readonly source: Source
  readonly corrected: string
  /** Source and corrected text, tiled. */
  readonly stretches: readonly Stretch[]
  /** All that can be judged, in the order of the source; rejected records and proposals with them. */
  readonly items: readonly ReviewItem[]
  /** The marks that are in force, in the order of the source. */
  readonly marks: readonly Mark[]
  /** The records in force that change nothing: queries, and places seen and kept. */
  readonly anchors: readonly EditorialRecord[]
}

/** Put together what a reporter needs of an edited text. */
export function reviewText(edition: TextEdition, policy: Policy): ReviewText {
  const {text, corrected, pieces} = edition
  const {id, config, source, marks} = text
  return {
    id,
    title: fullTitle(config),
    config,
    source,
    corrected,
    stretches: stretchesOf(source.value, pieces),
    items: itemsOf(edition, policy),
    marks,
    anchors: text.records.filter(({act}) => act !== 'correct'),
  }
}
