import type {Said} from '../../../verdicts/verdict.ts'
import type {Judgement} from '../../../verdicts/judge.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'

const verbs = {accept: 'accepts', reject: 'rejects', query: 'asks'}

/** What reviewers say of an item, each with their note; what was said before it changed comes last. */
export function voicesView({valid, stale}: Judgement, me: string | null): Child[] {
  if (valid.length + stale.length === 0) return []
  const line = (said: Said, isStale: boolean): HTMLElement =>
    el(
      'li',
      {},
      el('strong', {}, said.who === me ? `${said.who} (you)` : said.who),
      ` ${said.settles === undefined ? verbs[said.verdict] : `settles: ${verbs[said.verdict]}`}`,
      isStale && el('span', {class: 'hint'}, ', before it was changed'),
      said.note !== undefined && el('q', {class: 'written'}, said.note),
      said.settles !== undefined && el('span', {class: 'written'}, `Because: ${said.settles}`),
    )
  return [
    el('h3', {}, 'Verdicts'),
    el(
      'ul',
      {class: 'voices'},
      ...valid.map((said) => line(said, false)),
      ...stale.map((said) => line(said, true)),
    ),
  ]
}
