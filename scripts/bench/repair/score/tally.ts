import {scoredKinds} from './score-case.ts'
import type {CaseScore, Finding, ScoredKind} from './score-case.ts'

/** The figures of one kind, or of one form of it. */
export interface Figures {
  /** Places of damage, how many were found, and how many are at least in a proposal. */
  readonly places: number
  readonly found: number
  readonly offered: number
  /** Edits, joins or paragraph ends of this kind that are wrong. */
  readonly wrong: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Recall when a proposal counts that has the truth among its candidates. */
  readonly withProposals: number
}

/** The figures of a part. */
export interface Tally {
  readonly words: number
  readonly kinds: Readonly<Record<ScoredKind, Figures>>
  /** The same by form and by where the damage stands; what is wrong has no place there. */
  readonly forms: Readonly<Record<string, Figures>>
  /** For 10,000 words: wrong edits, joins and paragraph ends. */
  readonly wrongEdits: number
  readonly wrongJoins: number
  readonly wrongParagraphs: number
  /** For 10,000 words of the texts to which nothing was done: all changes. */
  readonly wrongInControls: number
  readonly proposals: Proposals
}

/** The figures of proposals. */
export interface Proposals {
  readonly count: number
  /** For 10,000 words. */
  readonly rate: number
  /**
   * The share whose first candidate is the truth; one that leaves the text as it is is the truth
   * where nothing was damaged.
   */
  readonly firstRight: number
  /** The share that stand at damage and have the truth among their candidates. */
  readonly useful: number
}

/** What is counted of a text. */
export interface Scored {
  readonly words: number
  readonly isControl: boolean
  readonly score: CaseScore
}

/** Sum up the scores of texts. */
export function tally(scored: readonly Scored[]): Tally {
  const findings = scored.flatMap(({score}) => score.findings)
  const words = countAll(scored)
  const controls = scored.filter(({isControl}) => isControl)
  const inControls = controls.flatMap(({score}) => score.findings)
  const wrong = findings.filter(({result}) => result === 'wrong')
  const joins = wrong.filter(({kind}) => kind === 'join').length
  const paragraphs = wrong.filter(({kind}) => kind === 'paragraph').length
  const formOf = ({kind, form, region}: Finding): string => `${kind}, ${form}, ${region}`
  const right = findings.filter(({result}) => result !== 'wrong')
  const forms = Object.entries(Object.groupBy(right, formOf))
  const byKind = Object.groupBy(findings, ({kind}) => kind)
  return {
    words,
    kinds: Object.fromEntries(
      scoredKinds.map((kind) => [kind, figuresOf(byKind[kind] ?? [])]),
    ) as Tally['kinds'],
    forms: Object.fromEntries(forms.toSorted().map(([form, own]) => [form, figuresOf(own ?? [])])),
    wrongEdits: per(wrong.length - joins - paragraphs, words),
    wrongJoins: per(joins, words),
    wrongParagraphs: per(paragraphs, words),
    wrongInControls: per(
      inControls.filter(({result}) => result === 'wrong').length,
      countAll(controls),
    ),
    proposals: tallyProposals(scored, words),
  }
}

function countAll(scored: readonly Scored[]): number {
  return scored.reduce((sum, {words}) => sum + words, 0)
}

function figuresOf(findings: readonly Finding[]): Figures {
  const count = (result: Finding['result']): number =>
    findings.filter((one) => one.result === result).length
  const [found, wrong, proposed] = [count('found'), count('wrong'), count('proposed')]
  const places = found + proposed + count('missed')
  const offered = found + proposed
  return {
    places,
    found,
    offered,
    wrong,
    precision: share(found, found + wrong),
    recall: share(found, places),
    f1: share(2 * found, found + wrong + places),
    withProposals: share(offered, places),
  }
}

function tallyProposals(scored: readonly Scored[], words: number): Proposals {
  const all = scored.flatMap(({score}) => score.proposals)
  return {
    count: all.length,
    rate: per(all.length, words),
    firstRight: share(all.filter(({isFirst}) => isFirst).length, all.length),
    useful: share(all.filter(({isAny, isDamage}) => isAny && isDamage).length, all.length),
  }
}

/** A share; of nothing, all. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function per(count: number, words: number): number {
  return words === 0 ? 0 : (count / words) * 10_000
}
