import {PDFDict, PDFName, PDFNumber, PDFRef, PDFString} from 'pdf-lib'
import type {PDFContext, PDFDocument, PDFObject} from 'pdf-lib'
import {readTag} from '../tag-language.ts'
import type {Tag} from '../tag-language.ts'
import {UnexpectedPdfError} from './unexpected-pdf.ts'
import {kidsOf, name} from './pdf-objects.ts'

/** For the object of each page, tags of marked content, by its identifiers. */
export type ContentTags = ReadonlyMap<string, ReadonlyMap<number, string>>

/** What the structure types of a browser are in the standard. */
const roleMap = {Em: 'Span', Strong: 'Span', Generated: 'Span', Address: 'Span'} as const

/** Structure types for the roles that travel as languages. */
const types: Readonly<Record<Tag['role'], string | null>> = {
  gen: null,
  genblock: null,
  address: 'Span',
  note: 'Note',
  art: 'Art',
  sect: 'Sect',
  toc: 'TOC',
  toci: 'TOCI',
  span: 'Span',
}

/** Structure types after which a note can stand. */
const blockTypes = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'BlockQuote', 'TOCI'])

interface NoteElement {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly tag: Tag
}

/**
 * Finish the structure tree that a browser wrote.
 *
 * Roles that travelled as languages become structure types, and what the edition added gets the
 * class `generated`; a note becomes one `Note` with an id, even when it stands on several pages,
 * and follows the block that calls it; items of lists get bodies.
 *
 * Shape: document, ids of the notes by their numbers → tags of what the edition added, and of
 * addresses.
 * Throws: `UnexpectedPdfError` when the document has no structure.
 * Source: ISO 32000-1, 14.7 (structure) and 14.8.4 (standard types).
 */
export function finishStructure(document: PDFDocument, notes: readonly string[]): ContentTags {
  const {context, catalog} = document
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) throw new UnexpectedPdfError('The browser wrote no structure.')
  root.set(name('RoleMap'), context.obj(roleMap))
  root.set(name('ClassMap'), context.obj({generated: {O: 'UserProperties', P: []}}))
  const tags = new Map<string, Map<number, string>>()
  const found: NoteElement[] = []
  const calls = new Map<string, PDFRef>()

  const visit = (
    ref: PDFObject,
    block: PDFRef | null,
    isInNote: boolean,
    contentTag: string | null,
    page: PDFObject | undefined,
  ): void => {
    const dict = context.lookup(ref)
    if (dict instanceof PDFNumber) {
      if (contentTag && page) note(tags, page.toString(), dict.asNumber(), contentTag)
      return
    }
    if (!(dict instanceof PDFDict)) return
    const type = dict.get(name('Type'))
    if (type === name('OBJR')) {
      const target = destination(context, dict)
      const own = target?.startsWith('fn-') ? target : undefined
      if (own !== undefined && block && !calls.has(own)) calls.set(own, block)
      return
    }
    if (type === name('MCR')) {
      const own = dict.get(name('Pg')) ?? page
      const id = dict.lookupMaybe(name('MCID'), PDFNumber)
      if (contentTag && own && id) note(tags, own.toString(), id.asNumber(), contentTag)
      return
    }
    const ownPage = dict.get(name('Pg')) ?? page
    const tag = takeTag(dict)
    let ownContent = contentTag
    let inNote = isInNote
    if (tag) {
      const standard = types[tag.role]
      if (standard) dict.set(name('S'), name(standard))
      if (tag.role === 'gen' || tag.role === 'genblock') {
        ownContent = 'Generated'
        dict.set(name('C'), name('generated'))
        const isPlain = typeOf(dict) === 'NonStruct'
        if (isPlain) dict.set(name('S'), name(tag.role === 'gen' ? 'Span' : 'Div'))
      }
      if (tag.role === 'address') ownContent ??= 'Address'
      if (tag.role === 'note' && ref instanceof PDFRef) {
        found.push({ref, dict, tag})
        inNote = true
      }
    }
    const isBlock = blockTypes.has(typeOf(dict)) && !inNote && ref instanceof PDFRef
    for (const kid of kidsOf(dict)) visit(kid, isBlock ? ref : block, inNote, ownContent, ownPage)
    if (typeOf(dict) === 'LI' && ref instanceof PDFRef) addBody(context, ref, dict)
  }
  for (const kid of kidsOf(root)) visit(kid, null, false, null, undefined)
  placeNotes(context, root, found, notes, calls)
  return tags
}

/** Put each note, whole, after the block that calls it. */
function placeNotes(
  context: PDFContext,
  root: PDFDict,
  found: readonly NoteElement[],
  ids: readonly string[],
  calls: ReadonlyMap<string, PDFRef>,
): void {
  const first = new Map<number, NoteElement>()
  const after = new Map<PDFRef, NoteElement[]>()
  const names: [id: string, ref: PDFRef][] = []
  for (const element of found) {
    const number = element.tag.number ?? 0
    const whole = first.get(number)
    if (whole) {
      detach(context, element)
      for (const kid of kidsOf(element.dict)) {
        const dict = context.lookup(kid)
        if (dict instanceof PDFDict && dict.get(name('S'))) dict.set(name('P'), whole.ref)
      }
      setKids(context, whole.dict, [...kidsOf(whole.dict), ...kidsOf(element.dict)])
      context.delete(element.ref)
      continue
    }
    first.set(number, element)
    const id = `note-${String(number + 1).padStart(6, '0')}`
    element.dict.set(name('ID'), PDFString.of(id))
    names.push([id, element.ref])
    const caller = calls.get(ids[number] ?? '')
    if (caller) after.set(caller, [...(after.get(caller) ?? []), element])
  }
  for (const [caller, elements] of after) {
    const parent = context.lookup(caller, PDFDict).get(name('P')) as PDFRef
    for (const element of elements) {
      detach(context, element)
      element.dict.set(name('P'), parent)
    }
    const dict = context.lookup(parent, PDFDict)
    const kids = kidsOf(dict)
    kids.splice(kids.indexOf(caller) + 1, 0, ...elements.map(({ref}) => ref))
    setKids(context, dict, kids)
  }
  names.sort(([a], [b]) => (a < b ? -1 : 1))
  if (names.length === 0) return
  const flat = names.flatMap(([id, ref]) => [PDFString.of(id), ref])
  const limits = [names[0]?.[0] ?? '', names.at(-1)?.[0] ?? ''].map((id) => PDFString.of(id))
  const leaf = context.obj({Names: flat, Limits: limits})
  root.set(name('IDTree'), context.obj({Kids: [context.register(leaf)]}))
}

/** Take the role off the language of an element. */
function takeTag(dict: PDFDict): Tag | null {
  const language = dict.get(name('Lang'))
  if (!(language instanceof PDFString)) return null
  const tag = readTag(language.asString())
  if (!tag) return null
  dict.set(name('Lang'), PDFString.of(tag.language))
  return tag
}

/** Where the link of an annotation leads, by name. */
function destination(context: PDFContext, reference: PDFDict): string | undefined {
  const annotation = context.lookup(reference.get(name('Obj')))
  if (!(annotation instanceof PDFDict)) return undefined
  const target = annotation.get(name('Dest'))
  return target instanceof PDFName ? target.decodeText() : undefined
}

/** Give an item of a list a body beside its label. */
function addBody(context: PDFContext, ref: PDFRef, dict: PDFDict): void {
  const typeAt = (kid: PDFObject): string => {
    const element = context.lookup(kid)
    return element instanceof PDFDict ? typeOf(element) : ''
  }
  const kids = kidsOf(dict)
  const labels = kids.filter((kid) => typeAt(kid) === 'Lbl')
  const rest = kids.filter((kid) => typeAt(kid) !== 'Lbl')
  if (rest.every((kid) => typeAt(kid) === 'LBody')) return
  const body = context.nextRef()
  const page = dict.get(name('Pg'))
  const made = context.obj({Type: 'StructElem', S: 'LBody', P: ref, K: rest})
  if (page) made.set(name('Pg'), page)
  context.assign(body, made)
  for (const kid of rest) {
    const element = context.lookup(kid)
    if (element instanceof PDFDict && element.get(name('S'))) element.set(name('P'), body)
  }
  setKids(context, dict, [...labels, body])
}

function detach(context: PDFContext, {ref, dict}: NoteElement): void {
  const parent = context.lookup(dict.get(name('P')), PDFDict)
  setKids(
    context,
    parent,
    kidsOf(parent).filter((kid) => kid !== ref),
  )
}

function note(map: Map<string, Map<number, string>>, page: string, id: number, tag: string): void {
  map.set(page, (map.get(page) ?? new Map<number, string>()).set(id, tag))
}

function typeOf(dict: PDFDict): string {
  return dict.lookupMaybe(name('S'), PDFName)?.decodeText() ?? ''
}

function setKids(context: PDFContext, dict: PDFDict, kids: readonly PDFObject[]): void {
  dict.set(name('K'), context.obj([...kids]))
}
