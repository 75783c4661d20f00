import {stringify} from 'yaml'
import {formatYaml} from '../build/store/canonical-yaml.ts'
import {findHits} from '../build/store/find-hits.ts'
import {sha256} from '../build/text/digest.ts'
import {notYet} from '../build/store/not-yet-known.ts'
import {unusedName} from '../build/text/unused-name.ts'
import {guessText} from './guess-text.ts'
import type {GuessedText} from './guess-text.ts'

/** A source with which an edition begins. */
export interface FirstSource {
  /** Name of its file. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly value: string
}

/** A text with which an edition begins. */
export interface FirstText {
  readonly id: string
  readonly guessed: GuessedText
  /** Its files, by their paths in the folder of the edition. */
  readonly files: readonly (readonly [path: string, content: string])[]
}

/**
 * Write the first files of a text.
 *
 * Shape: source and the ids and prefixes that are taken → text.yaml, and the hits of the rules.
 * What cannot be known says so and is for the editors to fill in.
 */
export async function firstText(
  source: FirstSource,
  taken: readonly FirstText[],
): Promise<FirstText> {
  const {file, bytes, value} = source
  const ids = new Set(taken.map((text) => text.id))
  const id = unusedName(slug(file), ids, '-')
  const guessed = guessText(file, value)
  const {format, title, notes} = guessed
  const config = {
    title: title ?? file.replace(/\.\w+$/, ''),
    authors: [{name: 'Unknown', fileAs: 'Unknown'}],
    language: 'en',
    published: `${notYet}described.`,
    prefix: prefixOf(taken.length),
    source: {
      sha256: sha256(bytes),
      bytes: String(bytes.length),
      file,
      obtained: `${notYet}described.`,
      collated: 'false',
    },
    format,
    pagination: {status: 'none', evidence: `${notYet}looked for.`},
    ...(notes.length > 0 ? {notes} : {}),
    rights: {
      holder: `${notYet}known`,
      statement: 'For private study until the rights are known.',
      redistribute: 'false',
    },
    state: `${notYet}described.`,
  }
  const folder = `texts/${id}`
  const {tables} = await findHits(value, config)
  const hits = [...tables].map(([name, table]) => [`${folder}/hits/${name}`, table] as const)
  return {id, guessed, files: [[`${folder}/text.yaml`, yaml(config, 'text')], ...hits]}
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
      description: `${notYet}described.`,
      rights: `${notYet}known.`,
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

/** a, b, … z, aa, ab, … */
function prefixOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : prefixOf(Math.floor(index / 26) - 1) + letter
}
