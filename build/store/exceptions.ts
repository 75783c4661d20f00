import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {paragraphEnd} from '../repair/break-paragraphs.ts'
import {formOf} from '../repair/form-of.ts'
import type {Hit, JoinHit, Repairs} from '../repair/hit.ts'
import {ruleById, rules} from '../repair/rules.ts'
import type {Lines} from '../text/place.ts'
import {keyOf} from './hits-file.ts'
import type {RulesFile} from './schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/** What is left of what was found in a text when its editors have made exceptions. */
export interface Excepted {
  readonly repairs: Repairs
  /** Whether an exception holds for a hit that is made later. */
  isExcepted(hit: Hit): boolean
  /** What is wrong with rules.yaml; to be asked when all hits were looked at. */
  findings(): Finding[]
}

/**
 * Take out what the editors do not want.
 *
 * Shape: rules.yaml, what was found, source and its lines → what is left. Findings: `rules-unknown` for a
 * rule that is none, `rules-unused` (warning) for an exception that meets nothing and for a good word
 * that stands nowhere.
 */
export function exceptions(
  file: YamlFile,
  content: RulesFile,
  repairs: Repairs,
  source: string,
  lines: Lines,
): Excepted {
  const used = new Set<string>()
  const isExcepted = (hit: Hit | JoinHit): boolean => {
    const keys = [keyOf(hit, lines), `form.${hit.rule}.${formOf(source, hit)}`]
    const met = keys.filter((key) => Object.hasOwn(content.except, key))
    for (const key of met) used.add(key)
    return met.length > 0 || Object.hasOwn(content.off, hit.rule)
  }
  const unknown = (section: string, key: string, id: string): Finding => {
    const reason = `Unexpected rule \`${id}\`; there are: ${rules.map((rule) => rule.id).join(', ')}.`
    const place = file.locate([section, key])
    return finding({file: file.path, place, ruleId: 'rules-unknown', reason})
  }
  const unused = (section: string, key: string, reason: string): Finding => {
    const place = file.locate([section, key])
    return finding({file: file.path, place, ruleId: 'rules-unused', reason, severity: 'warning'})
  }
  const kept: Repairs = {
    hits: repairs.hits.filter((hit) => !isExcepted(hit)),
    joins: repairs.joins.filter((join) => !isExcepted(join)),
    paragraphs: repairs.paragraphs.filter((start) => !isExcepted(endAt(source, start))),
    ends: repairs.ends.filter(({at}) => !isExcepted(endAt(source, at))),
  }
  return {
    repairs: kept,
    isExcepted,
    findings: () => [
      ...Object.keys(content.off)
        .filter((id) => ruleById(id) === undefined)
        .map((id) => unknown('off', id, id)),
      ...Object.keys(content.except)
        .filter((key) => ruleById(ruleOf(key)) === undefined)
        .map((key) => unknown('except', key, ruleOf(key))),
      ...Object.keys(content.except)
        .filter((key) => !used.has(key) && isAtWork(ruleOf(key), content))
        .map((key) => unused('except', key, noHit)),
      ...Object.keys(content.words)
        .filter((word) => !source.toLowerCase().includes(word.toLowerCase()))
        .map((word) => unused('words', word, noWord)),
    ],
  }
}

const noHit = 'Unexpected exception, which meets no hit; remove or correct it.'
const noWord = 'Unexpected word, which stands nowhere in the source; remove or correct it.'

/** Whether there is such a rule, and it is not off. */
function isAtWork(rule: string, {off}: RulesFile): boolean {
  return ruleById(rule) !== undefined && !Object.hasOwn(off, rule)
}

/** The rule of a key: `RULE@line:column` or `form.RULE.form`. */
function ruleOf(key: string): string {
  return /^([a-z-]+)@/.exec(key)?.[1] ?? /^form\.([a-z-]+)\./.exec(key)?.[1] ?? ''
}

function endAt(source: string, start: number): Hit {
  const lemma = source.startsWith('\r\n', start) ? '\r\n' : source.charAt(start)
  return paragraphEnd({start, lemma, reading: lemma + lemma, p: 1, evidence: ''})
}
