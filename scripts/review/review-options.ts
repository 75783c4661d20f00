import {randomInt} from 'node:crypto'
import {reviewerName} from '../../build/verdicts/verdict.ts'
import {UsageError} from '../exit.ts'
import type {Call, Option} from '../verb.ts'

/** What `edition review` is asked for. */
export interface ReviewOptions {
  readonly edition: string
  /** Served and able to write, or one file with the sources, or one without them. */
  readonly mode: 'desk' | 'static' | 'public'
  readonly who: string | null
  readonly port: number
  readonly texts: readonly string[] | undefined
  /** A folder with pictures of pages. */
  readonly images: string | undefined
  readonly sample: SampleOptions | null
}

/** Which hits are drawn at random. */
export interface SampleOptions {
  readonly size: number
  readonly seed: number
  /** A rule or a kind; left out for the hits of all rules. */
  readonly of: string | undefined
  /** Whether they are only printed. */
  readonly isList: boolean
}

/** Options of the verb `review`. */
export const reviewFlags: Readonly<Record<string, Option>> = {
  static: {type: 'boolean', help: 'write one file that holds all, for one’s own use'},
  public: {type: 'boolean', help: 'write one file without the sources, which may be hosted'},
  who: {type: 'string', value: 'NAME', help: 'the reviewer: small letters and figures'},
  text: {type: 'string', value: 'ID', multiple: true, help: 'one text alone; may be repeated'},
  port: {type: 'string', value: 'N', help: 'of the address (default: any free one)'},
  images: {
    type: 'string',
    value: 'DIR',
    help: 'pictures of pages, DIR/TEXT/NUMBER.png (jpg, webp)',
  },
  sample: {type: 'string', value: 'N', help: 'only N hits of the rules, drawn at random'},
  of: {type: 'string', value: 'RULE', help: 'with --sample: of one rule or kind'},
  seed: {type: 'string', value: 'N', help: 'with --sample: draw the same again'},
  list: {type: 'boolean', help: 'with --sample: print what is drawn, and open nothing'},
  out: {type: 'string', value: 'DIR', help: 'where files go (default: dist)'},
}

/** Read the words and options of the verb `review`. Throws: `UsageError`. */
export function readReviewFlags({words, flags}: Pick<Call, 'words' | 'flags'>): ReviewOptions {
  const [edition, ...rest] = words
  if (!edition || rest.length > 0) throw new UsageError('Expected one EDITION.')
  if (flags['static'] === true && flags['public'] === true) {
    throw new UsageError('Expected --static or --public, not both.')
  }
  const who = flags['who'] as string | undefined
  if (who !== undefined && !reviewerName.test(who)) {
    throw new UsageError(`--who is \`${who}\`; expected small letters and figures.`)
  }
  return {
    edition,
    mode: flags['static'] === true ? 'static' : flags['public'] === true ? 'public' : 'desk',
    who: who ?? null,
    port: number(flags, 'port', 65_535) ?? 0,
    texts: flags['text'] as string[] | undefined,
    images: flags['images'] as string | undefined,
    sample: readSample(flags),
  }
}

function readSample(flags: Call['flags']): SampleOptions | null {
  const size = number(flags, 'sample', 1_000_000)
  if (size === undefined) {
    for (const name of ['of', 'seed', 'list']) {
      if (flags[name] !== undefined) throw new UsageError(`Expected --${name} with --sample.`)
    }
    return null
  }
  if (size === 0) throw new UsageError('Expected --sample of at least one hit.')
  const seed = number(flags, 'seed', 0xffff_ffff) ?? randomInt(1_000_000)
  return {size, seed, of: flags['of'] as string | undefined, isList: flags['list'] === true}
}

function number(flags: Call['flags'], name: string, most: number): number | undefined {
  const value = flags[name]
  if (value === undefined) return undefined
  if (!/^\d{1,10}$/.test(String(value)) || Number(value) > most) {
    throw new UsageError(`--${name} is \`${String(value)}\`; expected a number up to ${most}.`)
  }
  return Number(value)
}
