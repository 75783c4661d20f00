import {classOf} from '../../build/text/record.ts'
import type {Kind} from '../../build/text/record.ts'
import {indexLines, toPlace} from '../../build/text/place.ts'
import {digest, sha256} from '../../build/text/digest.ts'
import type {ReviewItem} from '../../build/review/item.ts'
import type {PageText, Passage, PassageRun} from '../../build/review/page-data.ts'
import {judge} from '../../build/verdicts/judge.ts'
import type {Policy, Said} from '../../build/verdicts/verdict.ts'

/** What is planted in an invented source. */
export interface Planted {
  readonly id: string
  readonly lemma: string
  readonly reading?: string
  readonly act?: ReviewItem['act']
  readonly kind?: Kind
  readonly sort?: ReviewItem['sort']
  readonly says?: string
  readonly by?: string
  readonly why?: string
  readonly candidates?: ReviewItem['candidates']
  readonly cert?: ReviewItem['cert']
  readonly evidence?: ReviewItem['evidence']
  /** Verdicts as `who verdict`, with `stale` after them when they were given before a change. */
  readonly said?: readonly string[]
}

interface Draft extends Planted {
  readonly start: number
  readonly end: number
  readonly paragraph: number
}

/** An invented text that grows. */
export class InventedText {
  source = ''
  readonly #drafts: Draft[] = []
  readonly #passages: Passage[] = []
  #runs: PassageRun[] = []
  #paragraph = 1
  #label = '[1]'

  /** Add words that stand in the edition as they are. */
  write(words: string): this {
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) {
        this.source += '\n'
        // A line end in a paragraph is a blank in the edition.
        this.#runs.push({text: ' ', by: null, src: null})
      }
      const start = this.source.length
      this.source += line
      if (line !== '') this.#runs.push([start, this.source.length])
    }
    return this
  }

  /** Add something that is judged. */
  plant(planted: Planted): this {
    const start = this.source.length
    this.source += planted.lemma
    const src = [start, this.source.length] as const
    this.#drafts.push({...planted, start, end: src[1], paragraph: this.#paragraph})
    const isApplied = planted.reading !== undefined && (planted.sort ?? 'record') === 'record'
    const isGone = planted.act === 'drop' || planted.act === 'join'
    if (isApplied) this.#runs.push({text: planted.reading ?? '', by: planted.id, src})
    else if (isGone) {
      if (planted.says === 'space') this.#runs.push({text: ' ', by: null, src: null})
    } else if (src[1] > src[0]) this.#runs.push(src)
    return this
  }

  /** Name the printed page from here on. */
  page(label: string): this {
    this.#label = label
    return this
  }

  /** End a passage. */
  end(options: Partial<Pick<Passage, 'type' | 'isQuoted' | 'note'>> = {}): this {
    const {type = 'paragraph', isQuoted = false, note = null} = options
    const paragraph = type === 'heading' || note !== null ? null : this.#paragraph++
    const page = note === null ? this.#label : null
    this.#passages.push({type, isQuoted, note, page, paragraph, runs: this.#runs})
    this.#runs = []
    this.source += '\n\n'
    return this
  }

  /** The text as the page is given it. */
  text(id: string, title: string, language: string, policy: Policy): PageText {
    const lines = indexLines(this.source)
    const items = this.#drafts.map((draft): ReviewItem => {
      const {
        start,
        end,
        sort = 'record',
        act = 'correct',
        says,
        reading,
        candidates,
        evidence,
      } = draft
      const kind = draft.kind ?? 'ocr/ligature'
      const isMark = !['correct', 'keep', 'query'].includes(act)
      const by = draft.by ?? 'ligature'
      const isHit = draft.by === undefined || sort === 'proposal'
      const lemma = isMark ? '' : draft.lemma
      const of = digest(JSON.stringify([act, lemma, reading]))
      const itemClass = isMark ? 'structure' : classOf(kind)
      const item = {
        id: draft.id,
        sort: isMark && sort === 'record' ? 'mark' : sort,
        act,
        kind: isMark ? (`mark/${act}` as ReviewItem['kind']) : kind,
        class: itemClass,
        start,
        end,
        at: toPlace(lines, start),
        to: toPlace(lines, end),
        lemma,
        ...(reading === undefined ? {} : {reading}),
        ...(says === undefined ? {} : {says}),
        ...(candidates === undefined ? {} : {candidates}),
        ...(evidence === undefined ? {} : {evidence}),
        cert: draft.cert ?? (sort === 'proposal' ? 'unknown' : 'high'),
        by,
        isHit,
        form: isMark
          ? `form.mark.${act}`
          : `form.${isHit ? by : kind}.${lemma.replaceAll('\n', '')}`,
        why: draft.why ?? 'The text layer dropped the ffi glyph.',
        of,
        locator: {page: '[1]', paragraph: draft.paragraph, note: undefined},
      } as const
      const said = (draft.said ?? []).map((words): Said => readSaid(words, draft.id, of))
      return {...item, judgement: judge({by, class: itemClass, of}, said, policy)}
    })
    return {
      id,
      title,
      language,
      sha256: sha256(this.source),
      file: `${id}.txt`,
      length: this.source.length,
      source: this.source,
      items,
      passages: this.#passages,
      scans: {1: 'https://example.org/scan/1'},
      images: {},
      verdicts: items.flatMap(({judgement}) => [...judgement.valid, ...judgement.stale]),
    }
  }
}

function readSaid(words: string, id: string, of: string): Said {
  const [who = '', verdict = 'accept', ...rest] = words.split(' ')
  const isStale = rest[0] === 'stale'
  const note = rest.slice(isStale ? 1 : 0).join(' ')
  return {
    who,
    id,
    verdict: verdict as Said['verdict'],
    of: isStale ? '00000000' : of,
    ...(note === '' ? {} : {note}),
  }
}
