import type {Span} from '../../../text/correction.ts'
import type {PageText} from '../../page-data.ts'
import {ask, required} from '../dialogs/ask.ts'
import {askAboutWords} from '../dialogs/ask-about-words.ts'
import type {WordsAct} from '../dialogs/ask-about-words.ts'
import {askWords} from '../dialogs/find-dialog.ts'
import {withLineEndsOf} from '../state/line-ends.ts'
import {sourceIn} from '../state/review.ts'
import {sayItem} from '../state/say-item.ts'
import {el} from '../view/element.ts'
import {words} from '../view/words.ts'
import type {Ground} from './ground.ts'
import type {Judging} from './judging.ts'
import type {Acts} from './say.ts'

/** What a reviewer can have the desk write beside verdicts. */
export interface Editing {
  /** Give the open record another reading. */
  edit(): Promise<void>
  /** Make a record by hand of the open hit. */
  promote(): Promise<void>
  /** Find words, and say something of them. */
  find(): Promise<void>
  /** Say something of words that were selected. */
  about(text: PageText, span: Span, act: WordsAct): Promise<void>
}

/** Make what a reviewer can have written. */
export function makeEditing({get}: Ground, acts: Acts, {hasName}: Judging): Editing {
  const about: Editing['about'] = async (text, span, act) => {
    const source = sourceIn(get(), {text})
    if (source === null || !(await hasName())) return
    const body = await askAboutWords(text, source, span, act)
    if (body) acts.request('words', body, [])
  }
  return {
    about,
    async edit() {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      const {text, item, key} = entry
      const {lemma, reading: before = lemma} = item
      const answers = await ask({
        title: 'Edit the reading',
        says: [
          el('p', {}, 'The source has'),
          el('p', {class: 'lemma', lang: text.language}, ...words(lemma)),
        ],
        fields: [
          {
            name: 'reading',
            label: 'What the edition should have',
            kind: 'lines',
            value: before,
            language: text.language,
            check: (value) => {
              const now = withLineEndsOf(value, lemma)
              if (now === before) return 'The edition has this already.'
              return now === lemma
                ? 'The source has this already; reject the record instead.'
                : null
            },
          },
          {name: 'why', label: 'Reason', kind: 'lines', check: required('a reason')},
        ],
        confirm: 'Write',
      })
      if (!answers) return
      const {reading = '', why = ''} = answers
      const now = withLineEndsOf(reading, lemma)
      acts.request(
        'reading',
        {text: text.id, id: item.id, of: item.of, reading: now, why: why.trim()},
        [key],
      )
    },

    async promote() {
      const {at: entry} = get()
      if (!entry || !(await hasName())) return
      const {text, item, key} = entry
      const answers = await ask({
        title: 'Make this a record by hand',
        says: [
          el(
            'p',
            {},
            `${sayItem(entry)}. The rule ${item.by} found it; as a record by hand it stays even when the rule changes.`,
          ),
        ],
        fields: [
          {
            name: 'why',
            label: 'Reason',
            kind: 'lines',
            value: item.why,
            check: required('a reason'),
          },
        ],
        confirm: 'Make a record',
      })
      const why = answers?.['why']?.trim()
      if (why !== undefined) {
        acts.request('promote', {text: text.id, id: item.id, of: item.of, why}, [key])
      }
    },

    async find() {
      const review = get()
      const texts = review.data.texts.flatMap((text) => {
        const source = sourceIn(review, {text})
        return source === null ? [] : [{text, source}]
      })
      const found = await askWords(texts, review.at?.text.id)
      if (found) await about(found.text, found, found.act)
    },
  }
}
