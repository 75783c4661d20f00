import type {Element} from 'xast'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {CitationPair} from './citation-pairs.ts'
import {elementsOf} from './elements-of.ts'
import {hasClass} from './epub-words.ts'
import {filesOf} from './files-of.ts'

/**
 * Check a finished EPUB: each note leads to the entries of what it cites, and each entry back to the notes
 * that cite it; to no other.
 *
 * Shape: archive, its name for messages, name of the document with the bibliography, the pairs there should
 * be → findings `audit-citation`.
 */
export function auditCitations(
  bytes: Uint8Array,
  name: string,
  bibliography: string,
  expected: readonly CitationPair[],
): Finding[] {
  const wanted = new Set(expected.map(keyOf))
  const files = filesOf(bytes)
  const there = new Set<string>()
  const back = new Set<string>()
  const entries = files.get(bibliography)
  for (const [document, file] of files) {
    if (document === bibliography) continue
    for (const note of elementsOf(file).filter((one) => hasClass(one, 'note'))) {
      for (const entry of targetsOf(note, `${bibliography}.xhtml#`)) {
        there.add(keyOf({document, note: note.attributes['id'] ?? '', entry}))
      }
    }
  }
  for (const item of entries ? elementsOf(entries) : []) {
    if (item.name !== 'li' || item.attributes['id'] == null) continue
    // The documents that are published in it have links of their own.
    const [own] = item.children.filter((child) => child.type === 'element')
    if (!own) continue
    for (const target of targetsOf(own, '')) {
      const [, document, note] = /^([^/:]+)\.xhtml#(.+)$/.exec(target) ?? []
      if (document === undefined || note === undefined) continue
      back.add(keyOf({document, note, entry: item.attributes['id']}))
    }
  }
  const ways: [ReadonlySet<string>, string][] = [
    [there, 'from the note to the entry'],
    [back, 'from the entry to the note'],
  ]
  return ways.flatMap(([found, way]) => [
    ...[...wanted].filter((key) => !found.has(key)).map((key) => fault('Expected a', key, way)),
    ...[...found].filter((key) => !wanted.has(key)).map((key) => fault('Unexpected', key, way)),
  ])

  function fault(what: string, key: string, way: string): Finding {
    const reason = `${what} link ${way}: ${key}.`
    return finding({file: name, ruleId: 'audit-citation', reason})
  }
}

/** What a pair is called. */
function keyOf({document, note, entry}: CitationPair): string {
  return `${document}.xhtml#${note} and ${entry}`
}

/** Where the links below an element lead: what stands after some beginning of the address. */
function targetsOf(element: Element, beginning: string): string[] {
  return elementsOf(element).flatMap(({name, attributes}) => {
    const href = attributes['href'] ?? ''
    return name === 'a' && href.startsWith(beginning) ? href.slice(beginning.length) : []
  })
}
