import type {EditionConfig} from '../model/config.ts'
import type {TextEdition} from '../model/edited-text.ts'
import type {Said} from '../verdicts/verdict.ts'
import {itemsOf} from './items.ts'
import type {ReviewItem} from './item.ts'
import type {PageData, PageMode, PageText} from './page-data.ts'
import {passagesOf} from './passages.ts'
import {scansOf} from './scans.ts'

/** What the review page is to be, beside its texts. */
export interface PageOptions {
  readonly mode: PageMode
  readonly who: string | null
  readonly sample: PageData['sample']
  /** What is wrong with the files, a line each. */
  readonly faults?: readonly string[] | undefined
  /** Pictures of pages that were supplied: id of a text → label of a page → address. */
  readonly images: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * Put together what the review page is given.
 *
 * Shape: name and configuration of an edition, its edited texts, options → plain data. In mode `public` it
 * holds no words of a source but lemmas.
 */
export function makePageData(
  id: string,
  config: Pick<EditionConfig, 'title' | 'review'>,
  texts: readonly TextEdition[],
  {mode, who, sample, images, faults = []}: PageOptions,
): PageData {
  return {
    mode,
    edition: {id, title: config.title},
    policy: config.review,
    who,
    sample,
    faults,
    texts: texts.map((edition): PageText => {
      const {text, tree} = edition
      const {value, sha256} = text.source
      const {title, language, source} = text.config
      const items = itemsOf(edition, config.review)
      return {
        id: text.id,
        title,
        language,
        sha256,
        file: source.file,
        length: value.length,
        source: mode === 'public' ? null : value,
        items: items.map(withoutPlaces),
        passages: passagesOf(tree, value),
        scans: scansOf(text, tree),
        images: images[text.id] ?? {},
        verdicts: text.review.reviews.flatMap(({verdicts}) => verdicts.map(withoutPlace)),
      }
    }),
  }
}

/** A page tells nothing of the folders it was made in. */
function withoutPlaces(item: ReviewItem): ReviewItem {
  const {judgement} = item
  const valid = judgement.valid.map(withoutPlace)
  const stale = judgement.stale.map(withoutPlace)
  return {...item, judgement: {...judgement, valid, stale}}
}

function withoutPlace({who, id, verdict, of, note, settles}: Said): Said {
  return {
    who,
    id,
    verdict,
    of,
    ...(note === undefined ? {} : {note}),
    ...(settles === undefined ? {} : {settles}),
  }
}
