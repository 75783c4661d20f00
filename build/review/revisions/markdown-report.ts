import {codeSpan} from '../reporters/code-span.ts'
import {safeProse} from '../reporters/safe-prose.ts'
import type {Bit, Line, Unit} from './bits.ts'
import {sectionNames} from './change.ts'
import {headings} from './report.ts'
import type {Report, Told} from './report.ts'
import {shown} from './shown.ts'
import {verdictBlocks} from './verdict-blocks.ts'

/** What GitHub takes for a comment, in characters. */
export const mostOfComment = 65_536

/** What a report is called, and what stands beside the changes. */
export interface Heading {
  /** `main..HEAD`. */
  readonly range: string
  /** What could not be read: a sentence each, with its place before it. */
  readonly faults: readonly {readonly place: string; readonly says: string}[]
}

/**
 * Write a report in Markdown, for a pull request.
 *
 * Shape: report, heading, most characters → Markdown: sections, an item of a list a change, and below them a block of
 * verdicts a text. What is too long is cut between items, from the end; a line says how many are left out, and
 * numbers count them too. No words of the files are taken for markup, for HTML or for the name of a person.
 */
export function markdownReport(
  report: Report,
  heading: Heading,
  most: number = mostOfComment,
): string {
  const all = write(report, heading, report.told.length)
  if (all.length <= most) return all
  let [fits, tooMany] = [0, report.told.length]
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (write(report, heading, middle).length <= most) fits = middle
    else tooMany = middle
  }
  return write(report, heading, fits)
}

function write({told, numbers}: Report, heading: Heading, count: number): string {
  const shownOnes = told.slice(0, count)
  const out = told.slice(count).reduce((sum, {changes}) => sum + changes.length, 0)
  const sections = sectionNames.flatMap((name) => {
    const own = shownOnes.filter(({section}) => section === name)
    return own.length === 0 ? [] : ['', `### ${headings[name]}`, ...inGroups(own)]
  })
  const left = `${out} more ${out === 1 ? 'change is' : 'changes are'} left out here; run`
  return [
    `## Changes of the edition, ${code(heading.range)}`,
    ...faultLines(heading),
    ...(told.length + numbers.length === 0
      ? [
          '',
          heading.faults.length === 0
            ? 'Nothing that the editors say has changed.'
            : 'Nothing else has changed; what could not be read is not compared.',
        ]
      : []),
    ...sections,
    ...(out > 0 ? ['', `**${left} ${code(`npm run diff -- ${heading.range}`)} for all.**`] : []),
    ...(numbers.length > 0 ? ['', `### ${headings.numbers}`, ''] : []),
    ...numbers.map(({group, line}) => `- ${code(group)}: ${writeLine(line)}`),
    ...blocks(shownOnes),
    '',
  ].join('\n')
}

function inGroups(told: readonly Told[]): string[] {
  let group = ''
  return told.flatMap(({unit}) => {
    const isNew = unit.group !== group
    group = unit.group
    return [...(isNew ? ['', `#### ${code(group)}`, ''] : []), ...writeUnit(unit)]
  })
}

function writeUnit({head, details}: Unit): string[] {
  return [`- ${writeLine(head)}`, ...details.map((line) => `  - ${writeLine(line)}`)]
}

function writeLine(line: Line): string {
  return line.map(writeBit).join('')
}

/** Exact words, on one line on which everything can be seen. */
function code(words: string): string {
  return codeSpan(shown(words))
}

function writeBit(bit: Bit): string {
  if (typeof bit === 'string') return bit
  if ('code' in bit) return code(bit.code)
  if ('prose' in bit) return safeProse(bit.prose)
  if ('removed' in bit) return code(bit.removed)
  if ('added' in bit) return code(bit.added)
  const page = `p. ${safeProse(bit.page)}`
  return bit.scan === null ? page : `[${page}](${address(bit.scan)})`
}

/** An address as the target of a link, which nothing in it can end. */
function address(url: string): string {
  const safe = url.toWellFormed().replaceAll(/[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]/gu, encode)
  return safe.replaceAll('&', '&amp;')
}

/** Round brackets too, which `encodeURIComponent` leaves. */
function encode(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character)
}

/** What is told of what is wrong; the rest is counted. */
const mostFaults = 20

function faultLines({faults}: Heading): string[] {
  if (faults.length === 0) return []
  const lines = faults.slice(0, mostFaults).map(({place, says}) => {
    return `- ${code(place)}: ${safeProse(says)}`
  })
  const more = faults.length - lines.length
  if (more > 0) lines.push(`- and ${more} more`)
  return ['', '### What is wrong in the files', '', ...lines]
}

function blocks(told: readonly Told[]): string[] {
  return verdictBlocks(told.flatMap(({changes}) => changes)).flatMap((block) => {
    const {edition, text, count, yaml} = block
    const path = escapeHtml(shown(`${edition}/texts/${text}/reviews/YOU.yaml`))
    const summary = `Verdicts for <code>${path}</code>: ${count}`
    return [
      '',
      `<details><summary>${summary}</summary>`,
      '',
      `\`\`\`yaml\n${yaml}\`\`\``,
      '',
      '</details>',
    ]
  })
}

function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
