import {join} from 'node:path'
import {keysOf} from '../../build/store/edit-yaml.ts'
import {readIfThere} from '../../build/store/read-if-there.ts'
import {formatPlace, toPlace} from '../../build/text/place.ts'
import {allKinds} from '../../build/text/record.ts'
import {addEntryTo} from '../add-entry.ts'
import {choosePlace} from '../choose-place.ts'
import {findExactly} from '../find-words.ts'
import {UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {recordId} from '../record-id.ts'
import {show} from '../show.ts'
import {openSource} from '../workspace.ts'

/** `edition add`: write a record. */
export const add: Verb = {
  name: 'add',
  usage: 'TEXT "lemma" ["reading"]',
  help: `Finds the lemma in the source and writes a record to corrections.yaml. When the lemma stands at
several places they are listed, and --at says which is meant. Without a reading, --act is query or keep.
\\n stands for the end of a line. A lemma that begins with a hyphen comes last, after --, as for a word that
a line divides: add --kind line/hyphen --why W --at 3:42 -- TEXT "-\\n" ""
To take a record back, delete it from corrections.yaml.

Kinds: ${allKinds.join(', ')}`,
  options: {
    kind: {type: 'string', value: 'K', help: 'kind of the record'},
    why: {type: 'string', value: 'W', help: 'the reason, one sentence'},
    at: {type: 'string', value: 'L:C', help: 'place of the lemma, when it stands more than once'},
    act: {type: 'string', value: 'A', help: 'correct, query or keep (default: correct)'},
    cert: {type: 'string', value: 'C', help: 'high, medium, low or unknown (default: high)'},
    evidence: {type: 'string', value: 'E', help: 'internal, external or conjecture'},
    by: {type: 'string', value: 'WHO', help: 'who makes it (default: ed)'},
    id: {type: 'string', value: 'ID', help: 'its permanent name (default: made of line and lemma)'},
  },
  async run({words, flags, workspace}) {
    const [name, lemma, reading, ...rest] = words
    if (!name || !lemma || rest.length > 0)
      throw new UsageError('Expected TEXT, a lemma, a reading.')
    const kind = flags['kind'] as string | undefined
    const why = flags['why'] as string | undefined
    if (!kind || !why) throw new UsageError('Expected --kind and --why: every record says both.')
    const {folder, value, lines, prefix, write} = await openSource(workspace, name)
    // In most shells a line end cannot be typed; no source says \n in letters.
    const typed = (words: string): string =>
      value.includes('\\n') ? words : words.replaceAll('\\n', '\n')
    const sought = typed(lemma)
    const span = choosePlace(
      findExactly(value, sought),
      sought,
      value,
      lines,
      flags['at'] as string,
    )
    const at = toPlace(lines, span.start)
    const path = join(folder, 'corrections.yaml')
    const before = (await readIfThere(path)) ?? ''
    const id = (flags['id'] as string) ?? recordId(prefix, at.line, sought, kind, keysOf(before))
    const act = (flags['act'] as string | undefined) ?? 'correct'
    const after = addEntryTo(path, before, 'corrections', [id], {
      at: formatPlace(at),
      act: act === 'correct' ? undefined : act,
      lemma: sought,
      reading: reading === undefined ? undefined : typed(reading),
      kind,
      cert: (flags['cert'] as string | undefined) ?? 'high',
      evidence: flags['evidence'] as string | undefined,
      by: (flags['by'] as string | undefined) ?? 'ed',
      why,
    })
    await write(path, after)
    console.log(`${show(path)}\t${id}\t${formatPlace(at)}`)
    return 0
  },
}
