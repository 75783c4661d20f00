import {annotationKinds} from '../../../annotations/annotation.ts'
import type {Span} from '../../../text/correction.ts'
import {allKinds} from '../../../text/record.ts'
import type {DeskRequests, PageText} from '../../page-data.ts'
import {withLineEndsOf} from '../state/line-ends.ts'
import {el} from '../view/element.ts'
import {words} from '../view/words.ts'
import {anything, ask, required} from './ask.ts'
import type {Field} from './ask.ts'

/** What can be said of words of a source. */
export type WordsAct = DeskRequests['words']['act']

const titles = {
  correct: 'Correct these words',
  query: 'Ask about these words',
  annotate: 'Annotate these words',
}

/** Ask what is to be said of some words of a source; `null` when the reviewer turned away. */
export async function askAboutWords(
  text: PageText,
  source: string,
  {start, end}: Span,
  act: WordsAct,
): Promise<Omit<DeskRequests['words'], 'who'> | null> {
  const lemma = source.slice(start, end)
  const kinds = act === 'annotate' ? annotationKinds : allKinds
  const reading: Field = {
    name: 'reading',
    label: 'What the edition should have',
    kind: 'lines',
    value: lemma,
    language: text.language,
    check: (value) =>
      withLineEndsOf(value, lemma) === lemma
        ? 'Change something, or ask about the words instead.'
        : null,
  }
  const kind: Field = {
    name: 'kind',
    label: 'Kind',
    kind: 'list',
    value: act === 'annotate' ? 'gloss' : 'undetermined/wording',
    choices: kinds.map((one) => [one, one]),
    check: anything,
  }
  const why: Field = {
    name: 'why',
    label:
      act === 'annotate' ? 'What readers should know' : act === 'query' ? 'Question' : 'Reason',
    kind: 'lines',
    hint: 'Full sentences.',
    check: required(
      act === 'annotate' ? 'the annotation' : act === 'query' ? 'the question' : 'a reason',
    ),
  }
  const answers = await ask({
    title: titles[act],
    says: [el('p', {class: 'lemma', lang: text.language}, ...words(lemma))],
    fields: act === 'correct' ? [reading, why, kind] : [why, kind],
    confirm: act === 'correct' ? 'Correct' : act === 'query' ? 'Ask' : 'Annotate',
  })
  if (!answers) return null
  const {reading: given, kind: chosen = '', why: said = ''} = answers
  const base = {text: text.id, start, end, lemma, act, kind: chosen, why: said.trim()}
  return act === 'correct' ? {...base, reading: withLineEndsOf(given ?? lemma, lemma)} : base
}
