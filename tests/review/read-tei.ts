import type {Element, Nodes} from 'xast'
import {fromXml} from 'xast-util-from-xml'

/** A mark, or something else that is said of words, read back: offsets in the source. */
export interface ReadSpan {
  readonly type: string
  readonly id: string
  readonly start: number
  readonly end: number
}

/** A correction, read back. */
export interface ReadChoice {
  readonly id: string
  readonly lemma: string
  readonly reading: string
  readonly cert: string | undefined
}

/** A text in TEI, read back. */
export interface ReadTei {
  readonly source: string
  readonly corrected: string
  readonly marks: readonly ReadSpan[]
  /** Notes on words between anchors: queries, kept places, what is rejected. */
  readonly notes: readonly ReadSpan[]
  readonly choices: readonly ReadChoice[]
  /** Where each numbered line begins. */
  readonly lines: ReadonlyMap<string, number>
  /** References within the document that lead nowhere, and ids that stand twice. */
  readonly broken: readonly string[]
}

/**
 * Read a TEI document with XML and the Guidelines alone.
 *
 * Shape: XML → texts and what is said of them. The source is the text block without `corr`, the corrected text
 * the block without `sic`. Throws: when it is no well-formed XML, or has no text block.
 */
export function readTei(xml: string): ReadTei {
  const root = fromXml(xml)
  const all = elementsOf(root)
  const named = (name: string): Element[] => all.filter((one) => one.name === name)
  const [block] = named('ab')
  if (!block) throw new Error('No text block.')
  const characters = new Map(
    named('char').map((one) => [one.attributes['xml:id'], characterOf(textOf(one))]),
  )
  const found = readBlock(block, characters)
  const at = (pointer: string | null | undefined): number =>
    found.places.get(String(pointer).replace('#', ''))?.start ?? -1
  const spans = named('span')
    .filter(({attributes}) => !String(attributes['xml:id']).startsWith('reference.'))
    .map(({attributes: {from, to, ...rest}}) => ({...nameOf(rest), start: at(from), end: at(to)}))
  const joins = named('join').map(({attributes: {target, ...rest}}) => {
    const [from, to] = String(target).split(' ')
    return {...nameOf(rest), start: at(from), end: at(to)}
  })
  const inline = ['pb', 'fw', 'surplus'].flatMap((name) => {
    return named(name).flatMap(({attributes}) => {
      const id = attributes['xml:id']
      const place = typeof id === 'string' ? found.places.get(id) : undefined
      return place ? [{...nameOf(attributes), ...place}] : []
    })
  })
  const notes = named('note').flatMap(({attributes: {target, targetEnd, type, ...rest}}) => {
    if (!targetEnd) return []
    return [{type: String(type), id: nameOf(rest).id, start: at(target), end: at(targetEnd)}]
  })
  const {source, corrected, choices, lines} = found
  const broken = brokenLinks(all)
  return {source, corrected, marks: [...spans, ...joins, ...inline], notes, choices, lines, broken}
}

interface ReadBlock {
  source: string
  corrected: string
  readonly places: Map<string, {start: number; end: number}>
  readonly choices: ReadChoice[]
  readonly lines: Map<string, number>
}

function readBlock(block: Element, characters: ReadonlyMap<unknown, string>): ReadBlock {
  const found: ReadBlock = {
    source: '',
    corrected: '',
    places: new Map(),
    choices: [],
    lines: new Map(),
  }
  const walk = (element: Element, inSource: boolean, inCorrected: boolean): void => {
    const {name, attributes, children} = element
    const id = attributes['xml:id']
    const [start, first] = [found.source.length, found.corrected.length]
    if (name === 'lb' && inSource && attributes['n']) {
      found.lines.set(attributes['n'], found.source.length)
    }
    const say = (words: string): void => {
      if (inSource) found.source += words
      if (inCorrected) found.corrected += words
    }
    if (name === 'g') say(characters.get(String(attributes['ref']).slice(1)) ?? '?')
    for (const child of children) {
      if (child.type === 'text' || child.type === 'cdata') say(child.value)
      if (child.type !== 'element') continue
      walk(child, inSource && child.name !== 'corr', inCorrected && child.name !== 'sic')
    }
    if (typeof id === 'string') found.places.set(id, {start, end: found.source.length})
    if (name === 'choice') {
      const [lemma, reading] = [found.source.slice(start), found.corrected.slice(first)]
      found.choices.push({
        id: nameOf(attributes).id,
        lemma,
        reading,
        cert: attributes['cert'] ?? undefined,
      })
    }
  }
  walk(block, true, true)
  return found
}

/** Type and name of what an id is of; the codes in it are read. */
function nameOf(attributes: Element['attributes']): {type: string; id: string} {
  const id = String(attributes['xml:id'])
  const dot = id.indexOf('.')
  const name = id.slice(dot + 1).replaceAll(/_([0-9a-f]+)_/g, (_, code: string) => {
    return String.fromCodePoint(Number.parseInt(code, 16))
  })
  return {type: id.slice(0, dot), id: name}
}

function brokenLinks(all: readonly Element[]): string[] {
  const ids = all.flatMap(({attributes}) => attributes['xml:id'] ?? [])
  const there = new Set(ids)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const pointers = ['target', 'targetEnd', 'from', 'to', 'ana', 'resp', 'ref', 'corresp']
  const links = all.flatMap(({attributes}) =>
    pointers.flatMap((name) => (attributes[name] ?? '').split(' ')),
  )
  const lost = links.filter((link) => link.startsWith('#') && !there.has(link.slice(1)))
  const wrong = ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))
  return [...twice, ...lost, ...wrong]
}

function characterOf(code: string): string {
  return String.fromCodePoint(Number.parseInt(code.trim().replace('U+', ''), 16))
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return node.type === 'text' ? node.value : ''
}

function elementsOf(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap(elementsOf)] : own
}
