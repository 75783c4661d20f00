import {stringify} from 'yaml'
import type {NoteStyle} from '../build/notes/note-style.ts'
import {rules} from '../build/repair/rules.ts'
import {formatYaml} from '../build/store/canonical-yaml.ts'
import {formatHits} from '../build/store/hits-file.ts'
import {sha256} from '../build/text/digest.ts'
import {indexLines} from '../build/text/place.ts'

/** A source with which an edition begins. */
export interface FirstSource {
  /** Name of its file. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly value: string
}

/** What was guessed of a text, for the editors to look at. */
export interface FirstText {
  readonly id: string
  readonly format: 'plain' | 'markdown'
  readonly notes: readonly Pick<NoteStyle, 'references' | 'bodies'>[]
  /** Its files, by their paths in the folder of the edition. */
  readonly files: readonly (readonly [path: string, content: string])[]
}

/**
 * Write the first files of a text.
 *
 * Shape: source and the ids and prefixes that are taken → text.yaml, and the hits of the rules for
 * its format. What cannot be known says so and is for the editors to fill in.
 */
export function firstText(source: FirstSource, taken: readonly FirstText[]): FirstText {
  const {file, bytes} = source
  // A byte order mark says nothing of the text; the source keeps it.
  const value = source.value.replace(/^\uFEFF/, '')
  const id = unused(
    slug(file),
    taken.map((text) => text.id),
  )
  const format = isMarkdown(file, value) ? 'markdown' : 'plain'
  const notes = guessNotes(value)
  const config = {
    title: guessTitle(value) ?? file.replace(/\.\w+$/, ''),
    authors: [{name: 'Unknown', fileAs: 'Unknown'}],
    language: 'en',
    published: 'Not yet described.',
    prefix: prefixOf(taken.length),
    source: {
      sha256: sha256(bytes),
      bytes: String(bytes.length),
      file,
      obtained: 'Not yet described.',
      collated: 'false',
    },
    format,
    pagination: {status: 'none', evidence: 'Not yet looked for.'},
    ...(notes.length > 0 ? {notes} : {}),
    rights: {
      holder: 'Not yet known',
      statement: 'For private study until the rights are known.',
      redistribute: 'false',
    },
    state: 'Not yet described.',
  }
  const folder = `texts/${id}`
  const hits = rules
    .filter((rule) => rule.formats.includes(format))
    .map((rule) => {
      const text = formatHits(rule, rule.find(source.value), indexLines(source.value))
      return [`${folder}/hits/${rule.id}.tsv`, text] as const
    })
  return {id, format, notes, files: [[`${folder}/text.yaml`, yaml(config, 'text')], ...hits]}
}

/** Write edition.yaml for some texts; identifier and time are given, for they come from outside. */
export function firstEdition(
  title: string,
  texts: readonly FirstText[],
  {identifier, modified}: {identifier: string; modified: string},
): string {
  return yaml(
    {
      title,
      identifier,
      language: 'en',
      modified,
      description: 'Not yet described.',
      rights: 'Not yet known.',
      texts: texts.map(({id}) => id),
    },
    'edition',
  )
}

function yaml(content: object, kind: 'text' | 'edition'): string {
  const {text} = formatYaml(`${kind}.yaml`, stringify(content, {schema: 'failsafe'}), kind)
  if (text === null) throw new TypeError('Expected YAML that can be read back')
  return text
}

/** Whether a file holds Markdown: its name, its headings or its raised numbers say so. */
function isMarkdown(file: string, value: string): boolean {
  return /\.(?:md|markdown)$/i.test(file) || /^#{1,6} \S|<sup>|\[\^\w+\]:/m.test(value)
}

/** The first heading of Markdown. */
function guessTitle(value: string): string | undefined {
  const heading = /^#{1,6} +(.+)$/m.exec(value)?.[1]
  const words = heading?.replaceAll(/<sup>.*?<\/sup>|[*_\\]/g, '').trim()
  return words === '' ? undefined : words
}

/** How notes seem to be called and printed, one entry for each series. */
function guessNotes(value: string): FirstText['notes'] {
  const has = (pattern: RegExp): boolean => pattern.test(value)
  const numbered = ((): FirstText['notes'] => {
    if (has(/^\[\^[^\]\s]+\]:/m)) return [{references: 'footnote', bodies: 'footnote'}]
    if (has(/\S<sup>\d+<\/sup>/)) {
      const bodies = has(/^<sup>\d+<\/sup>/m) ? 'sup' : has(/^\d+\. /m) ? 'list' : 'number'
      return [{references: 'sup', bodies}]
    }
    if (has(/[^\s\d][¹²³⁴-⁹]/)) return [{references: 'superscript', bodies: 'number'}]
    return []
  })()
  const isStarred = has(/\S\\?\*(?:\s|$)/m) && has(/^\\?\*\S/m)
  return [
    ...numbered,
    ...(isStarred ? [{references: 'asterisk', bodies: 'asterisk'} as const] : []),
  ]
}

/** A name of small letters and figures that begins with a letter. */
export function slug(words: string): string {
  const name = words
    .replace(/\.\w+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-')
    .slice(0, 40)
    .replace(/-$/, '')
  return name === undefined ? 'text' : /^[a-z]/.test(name) ? name : `text-${name}`
}

function unused(wanted: string, taken: readonly string[]): string {
  let name = wanted
  for (let number = 2; taken.includes(name); number++) name = `${wanted}-${number}`
  return name
}

/** a, b, … z, aa, ab, … */
function prefixOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : prefixOf(Math.floor(index / 26) - 1) + letter
}
