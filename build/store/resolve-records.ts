import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {checkCorrections} from '../text/correction.ts'
import {toOffset} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {classOf, isCorrect} from '../text/record.ts'
import type {AnchorRecord, CorrectRecord, EditorialRecord} from '../text/record.ts'
import type {CorrectionsFile} from './schemas.ts'
import type {YamlFile} from './yaml-file.ts'

type Entry = CorrectionsFile[string]

/**
 * Find the records of corrections.yaml in the source.
 *
 * Shape: file, its checked content, source, its lines and its format → records in the order of the text, and
 * every finding at the line of its record.
 */
export function resolveRecords(
  file: YamlFile,
  content: CorrectionsFile,
  source: string,
  lines: Lines,
  format: 'plain' | 'markdown',
): {records: EditorialRecord[]; findings: Finding[]} {
  const records: EditorialRecord[] = []
  const findings: Finding[] = []
  for (const [id, entry] of Object.entries(content)) {
    const origin = {file: file.path, place: file.locate([id])}
    const say = (ruleId: string, reason: string, key = ''): void => {
      findings.push(
        finding({...origin, place: file.locate(key ? [id, key] : [id]), ruleId, reason}),
      )
    }
    const start = toOffset(lines, entry.at)
    if (start === undefined) {
      say('record-place', 'Unexpected place outside the source; correct it.', 'at')
      continue
    }
    const {at, lemma, kind, cert, evidence, by, why} = entry
    const end = start + lemma.length
    const base = {
      id,
      at,
      start,
      end,
      lemma,
      kind,
      cert,
      by,
      why,
      origin,
      ...(evidence ? {evidence} : {}),
    }
    for (const [ruleId, reason, key] of contradictions(entry)) say(ruleId, reason, key)
    if (format === 'plain' && hasMarkup(entry.reading ?? '', beginsLine(source, start))) {
      say(
        'record-markup',
        'Unexpected markup in a plain text; write a backslash before it.',
        'reading',
      )
    }
    if (entry.act === 'correct') {
      const parts = resolveParts(base, entry)
      for (const part of parts ?? []) {
        const {kind: own, cert: sure, evidence: basis, reading, lemma: words} = part
        const alone = {...entry, kind: own, cert: sure, evidence: basis, reading, lemma: words}
        const {parts: _, ...claims} = alone
        for (const [ruleId, reason] of contradictions(claims)) say(ruleId, reason, 'parts')
      }
      records.push({
        ...base,
        act: 'correct',
        reading: entry.reading ?? lemma,
        ...(parts ? {parts} : {}),
      })
    } else records.push({...base, act: entry.act})
  }
  const byId = new Map(records.map((record) => [record.id, record]))
  for (const fault of [
    ...checkCorrections(source, records.filter(isCorrect)),
    ...checkAnchors(
      source,
      records.filter((record) => !isCorrect(record)),
    ),
  ]) {
    const record = byId.get(fault.id)
    const other = fault.other === undefined ? undefined : byId.get(fault.other)?.origin
    if (!record || (fault.ruleId === 'record-noop' && content[fault.id]?.reading === undefined))
      continue
    const {ruleId, reason} = fault
    findings.push(finding({...record.origin, ruleId, reason, related: other}))
  }
  records.sort((a, b) => a.start - b.start || a.end - b.end)
  return {records, findings}
}

function beginsLine(source: string, start: number): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, start - 80), start))
}

/** Whether a reading holds what the parser would take for markup: readings are not escaped. */
function hasMarkup(words: string, atLineStart: boolean): boolean {
  // Some markup is such only at the start of a line.
  const reading = atLineStart ? words : `x${words}`
  return /(?<!\\)(?:[*_`<~]|\]\(|\[\^)|^[ \t]*(?:[#>+-]|\d+[.)](?=\s))/m.test(reading)
}

/** What a single record says that cannot all be true. */
function* contradictions(
  entry: Omit<Entry, 'at'>,
): Generator<[ruleId: string, reason: string, key: string]> {
  const {act, kind, cert, evidence, reading, lemma, parts} = entry
  const kindClass = classOf(kind)
  if (act === 'correct' && reading === undefined) {
    yield ['record-reading', 'Expected a reading; add it, or say `act: query`.', '']
  }
  if (act !== 'correct' && reading !== undefined) {
    yield [
      'record-reading',
      `Unexpected reading beside \`act: ${act}\`; remove one of them.`,
      'reading',
    ]
  }
  if (act === 'correct' && kindClass === 'author') {
    yield ['record-author', 'Unexpected change of the author’s own words; make it a query.', 'kind']
  }
  if (act === 'correct' && kindClass === 'undetermined' && cert !== 'high') {
    yield ['record-undetermined', 'Unexpected change that is not certain; make it a query.', 'cert']
  }
  if (act === 'correct' && cert !== 'high' && evidence === undefined) {
    yield ['record-evidence', 'Expected `evidence` for a certainty below high; add it.', 'cert']
  }
  if (act === 'correct' && evidence === 'conjecture' && !/\[.*\]/s.test(reading ?? '')) {
    yield ['record-brackets', 'Expected brackets around what is conjectured; add them.', 'reading']
  }
  if (parts && parts.map((part) => part.lemma).join('') !== lemma) {
    yield [
      'record-parts',
      'Unexpected lemmas of the parts; together they must be the lemma.',
      'parts',
    ]
  }
  if (parts && parts.map((part) => part.reading).join('') !== reading) {
    yield [
      'record-parts',
      'Unexpected readings of the parts; together they must be the reading.',
      'parts',
    ]
  }
}

function resolveParts(base: Omit<AnchorRecord, 'act'>, entry: Entry): CorrectRecord[] | undefined {
  let start = base.start
  return entry.parts?.map((part, index) => {
    const {lemma, reading, kind, cert, evidence, by, why} = part
    const id = `${base.id}/${index + 1}`
    const own = {
      ...(kind ? {kind} : {}),
      ...(cert ? {cert} : {}),
      ...(evidence ? {evidence} : {}),
      ...(by ? {by} : {}),
      ...(why ? {why} : {}),
    }
    const record = {
      ...base,
      ...own,
      act: 'correct' as const,
      id,
      lemma,
      reading,
      start,
      end: start + lemma.length,
    }
    start += lemma.length
    return record
  })
}

/** Anchors may overlap; only their lemma must stand where they say. */
function checkAnchors(
  source: string,
  anchors: readonly EditorialRecord[],
): ReturnType<typeof checkCorrections> {
  return anchors.flatMap((anchor) =>
    checkCorrections(source, [{...anchor, reading: `${anchor.lemma}\0`}]),
  )
}
