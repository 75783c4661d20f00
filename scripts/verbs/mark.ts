import {join} from 'node:path'
import {keysOf} from '../../build/store/edit-yaml.ts'
import {readIfThere} from '../../build/store/read-if-there.ts'
import {sections} from '../../build/structure/mark.ts'
import type {MarkType} from '../../build/structure/mark.ts'
import type {Span} from '../../build/text/correction.ts'
import {digest} from '../../build/text/digest.ts'
import {formatPlace, toPlace} from '../../build/text/place.ts'
import {unusedName} from '../../build/text/unused-name.ts'
import {addEntryTo} from '../add-entry.ts'
import {choosePlace} from '../choose-place.ts'
import {findWords} from '../find-words.ts'
import {UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {openSource} from '../workspace.ts'

/** `edition mark`: write a mark of structure. */
export const mark: Verb = {
  name: 'mark',
  usage: 'TEXT KIND "first words" ["last words"]',
  help: `Finds the words in the source and writes a mark to structure.yaml, from the first of the first
words to the last of the last words. A join takes the words before the break and the words after it;
a page takes its first words. When words stand at several places they are listed, never chosen.

Kinds: ${Object.values(sections).join(', ')}`,
  options: {
    at: {
      type: 'string',
      value: 'L:C',
      help: 'place of the first words, when they stand more than once',
    },
    to: {type: 'string', value: 'L:C', help: 'place of the last words, likewise'},
    'reference-at': {type: 'string', value: 'L:C', help: 'note: place of its words, likewise'},
    why: {type: 'string', value: 'W', help: 'the reason, one sentence'},
    cert: {type: 'string', value: 'C', help: 'high, medium, low or unknown (default: high)'},
    by: {type: 'string', value: 'WHO', help: 'who makes it (default: ed)'},
    glue: {type: 'string', value: 'G', help: 'join: none, keep or space (default: space)'},
    depth: {type: 'string', value: 'N', help: 'heading: 1 for the title, 2 for sections, …'},
    drop: {type: 'string', value: 'K', help: 'drop: head, folio, cover, rule, heading or other'},
    side: {type: 'string', value: 'S', help: 'cut: before or after the words'},
    language: {type: 'string', value: 'TAG', help: 'language: a tag such as ja-Latn'},
    label: {
      type: 'string',
      value: 'L',
      help: 'page: its label, when it does not follow from the last',
    },
    reference: {type: 'string', value: 'W', help: 'note: the words that call it'},
    id: {type: 'string', value: 'ID', help: 'its permanent name (default: made of kind and line)'},
  },
  async run({words, flags, workspace}) {
    const [name, type, firstWords, lastWords, ...rest] = words
    const section = Object.entries(sections).find(([, kind]) => kind === type)?.[0]
    const why = flags['why'] as string | undefined
    if (!name || !section || !firstWords || rest.length > 0) {
      throw new UsageError(
        `Expected TEXT, one of ${Object.values(sections).join(', ')}, and words.`,
      )
    }
    if (!why) throw new UsageError('Expected --why: every mark gives its reason.')
    const {folder, value, lines, write} = await openSource(workspace, name)
    const choose = (spans: readonly Span[], sought: string, flag: string): Span =>
      choosePlace(spans, sought, value, lines, flags[flag.slice(2)] as string | undefined, flag)
    const first = choose(findWords(value, firstWords), firstWords, '--at')
    const from = type === 'join' ? first.end : first.start
    const last =
      lastWords === undefined
        ? first
        : choose(
            findWords(value, lastWords).filter((span) => span.start >= from),
            lastWords,
            '--to',
          )
    const [start, end] =
      type === 'join'
        ? [first.end, last.start]
        : type === 'page'
          ? [first.start, first.start]
          : [first.start, last.end]
    const at = (offset: number): string => formatPlace(toPlace(lines, offset))
    const range = (one: number, other: number): {at: string; to: string; digest: string} => {
      return {at: at(one), to: at(other), digest: digest(value.slice(one, other))}
    }
    const place = toPlace(lines, start)
    const path = join(folder, 'structure.yaml')
    const before = (await readIfThere(path)) ?? ''
    const id =
      (flags['id'] as string) ??
      unusedName(`${initials[type as MarkType]}${place.line}`, new Set(keysOf(before, section)))
    const called = flags['reference'] as string | undefined
    if (type === 'note' && !called)
      throw new UsageError('Expected --reference: the words that call the note.')
    const reference =
      type === 'note' && called
        ? choose(findWords(value, called), called, '--reference-at')
        : undefined
    const after = addEntryTo(path, before, 'structure', [section, id], {
      ...(type === 'page'
        ? {at: at(start)}
        : type === 'join'
          ? {at: at(start), to: at(end)}
          : range(start, end)),
      ...(reference ? {reference: range(reference.start, reference.end)} : {}),
      label: flags['label'] as string | undefined,
      depth: type === 'heading' ? ((flags['depth'] as string | undefined) ?? '2') : undefined,
      glue: type === 'join' ? ((flags['glue'] as string | undefined) ?? 'space') : undefined,
      kind: type === 'drop' ? ((flags['drop'] as string | undefined) ?? 'other') : undefined,
      side: type === 'cut' ? ((flags['side'] as string | undefined) ?? 'after') : undefined,
      language: flags['language'] as string | undefined,
      cert: (flags['cert'] as string | undefined) ?? 'high',
      by: (flags['by'] as string | undefined) ?? 'ed',
      why,
    })
    await write(path, after)
    console.log(`${show(path)}\t${section}.${id}\t${at(start)}–${at(end)}`)
    return 0
  },
}

const initials: Readonly<Record<MarkType, string>> = {
  opening: 'o',
  page: 'p',
  join: 'j',
  heading: 'h',
  quotation: 'q',
  emphasis: 'e',
  language: 'l',
  note: 'n',
  drop: 'd',
  cut: 'c',
}
