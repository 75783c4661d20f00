import type {Source} from '../../../build/model/edited-text.ts'
import {formOf} from '../../../build/repair/form-of.ts'
import type {Glue, Hit, JoinHit} from '../../../build/repair/hit.ts'
import {keyOf} from '../../../build/store/hits-file.ts'
import {formatPlace, toPlace} from '../../../build/text/place.ts'

/** Proposals about the same form, for which there are the same readings. */
export interface ProposalGroup {
  /** The key for rules.yaml that excepts all of them. */
  readonly form: string
  readonly rule: string
  readonly candidates: readonly {readonly reading: string; readonly p: number}[]
  readonly places: readonly ProposalPlace[]
}

/** One proposal of a group. */
export interface ProposalPlace {
  /** The key for rules.yaml that excepts this one. */
  readonly key: string
  readonly at: string
  /** Of a join: where the text goes on. */
  readonly to?: string
  readonly glue?: Glue
  readonly lemma?: string
  readonly evidence: string
}

/**
 * Group proposals by rule and form.
 *
 * Shape: source, proposals in the order of the text → groups, those with most places first.
 */
export function groupsOf(source: Source, proposals: readonly (Hit | JoinHit)[]): ProposalGroup[] {
  const groups = new Map<string, ProposalGroup & {readonly places: ProposalPlace[]}>()
  for (const one of proposals) {
    const form = `form.${one.rule}.${formOf(source.value, one)}`
    const candidates = 'glue' in one ? [{reading: one.glue, p: one.p}] : one.candidates
    const key = JSON.stringify([form, candidates.map(({reading}) => reading)])
    const group = groups.get(key) ?? {form, rule: one.rule, candidates, places: []}
    groups.set(key, group)
    group.places.push(placeOf(source, one))
  }
  return [...groups.values()].sort((a, b) => b.places.length - a.places.length)
}

function placeOf({lines}: Source, one: Hit | JoinHit): ProposalPlace {
  const at = (offset: number): string => formatPlace(toPlace(lines, offset))
  const {start, end, evidence} = one
  const place = {key: keyOf(one, lines), at: at(start), evidence}
  return 'glue' in one ? {...place, to: at(end), glue: one.glue} : {...place, lemma: one.lemma}
}

/** Write groups of proposals for people: the form and how often, its readings, its places and evidence. */
export function describeProposals(text: string, groups: readonly ProposalGroup[]): string[] {
  return groups.flatMap(({form, candidates, places}) => {
    const readings = candidates.map(({reading, p}) => `${shown(reading)} ${p.toFixed(2)}`)
    const rows = places.map(({at, to, evidence}) => {
      const where = `${text}:${at}${to === undefined ? '' : ` → ${to}`}`
      return `    ${where}  ${shownLine(evidence)}`
    })
    return [`${shownLine(form)}\t${places.length}\t${readings.join(' / ')}`, ...rows]
  })
}

function shown(reading: string): string {
  return reading === '' ? '(nothing)' : JSON.stringify(reading)
}

function shownLine(words: string): string {
  return words.replaceAll(/\r\n?|\n/g, '⏎')
}
