import type {DropKind} from '../../build/structure/mark.ts'
import {DamagedWriter} from './damaged.ts'
import type {Damaged} from './damaged.ts'
import {fillSheets} from './fill-sheets.ts'
import type {Measure} from './fill-sheets.ts'
import type {Original} from './read-original.ts'
import {writeLines, writeSheet} from './sheets-as-markdown.ts'
import type {Open, Reading} from './sheets-as-markdown.ts'

/** How a typescript comes out of OCR. */
export interface Typescript {
  /** Its notes stand at the end, and take nothing of its sheets. */
  readonly measure: Omit<Measure, 'notes'>
  /** What is typed above the title, and what was stamped on it. */
  readonly cover: readonly string[]
  readonly stamp: string
  /** Labels of the notes that stand at the foot of the sheet of their call, after an asterisk. */
  readonly starred: readonly string[]
  /** The label of the note that words of the text call, and what is typed above it. */
  readonly called: {readonly label: string; readonly heading: string}
}

/**
 * Damage a text the way OCR does that reads a typescript.
 *
 * What is underlined is read as if it were not; sheets cut paragraphs, and their numbers stand in
 * between. Notes are a list at the end, under a heading of their own; one is called by an
 * asterisk, one by words of the text.
 */
export function damageAsTypescript(original: Original, settings: Typescript): Damaged {
  const writer = new DamagedWriter()
  const {starred, called} = settings
  const reading: Reading = {
    call: (label) => (starred.includes(label) ? '\\*' : `<sup>${label}</sup>`),
    sees: () => false,
    around: ({kind, depth, number}) => {
      if (kind === 'heading') return [depth === 1 ? '## ' : '#### ', '']
      return [kind === 'item' ? `${number}. ` : '', '']
    },
  }
  writeDropped(writer, settings.stamp, 'other')
  writeDropped(writer, settings.cover.join('\n\n'), 'cover')
  writeDropped(writer, '***', 'rule')
  const aside = [...starred, called.label]
  const endnotes = new Map([...original.notes].filter(([label]) => !aside.includes(label)))
  const note = (label: string): void =>
    writeLines(writer, [{signs: original.notes.get(label) ?? [], end: 'block'}], reading)
  const measure = {...settings.measure, notes: 0}
  let open: Open | undefined
  for (const [index, sheet] of fillSheets({...original, notes: new Map()}, measure).entries()) {
    if (index > 0) {
      if (open) writer.write('\n\n')
      writeDropped(writer, `- ${index + 1} -`, 'folio')
    }
    open = writeSheet(writer, sheet, reading, open)
    const calls = sheet.lines.flatMap(({signs}) => signs.flatMap(({call}) => call ?? []))
    for (const label of starred.filter((one) => calls.includes(one))) {
      writer.write(open ? '\n\n---\n\n\\*' : '---\n\n\\*')
      note(label)
      if (!open) writer.write('\n\n')
    }
  }
  writeDropped(writer, called.heading, 'heading')
  note(called.label)
  writer.write('\n\n')
  writeDropped(writer, 'Notes', 'heading')
  for (const label of endnotes.keys()) {
    writer.write(`${label}. `)
    note(label)
    writer.write('\n')
  }
  return writer.done()
}

function writeDropped(writer: DamagedWriter, words: string, kind: DropKind): void {
  writer.drop(words, kind)
  writer.write('\n\n')
}
