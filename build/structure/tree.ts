import type {
  FootnoteDefinition,
  Node,
  Nodes,
  Parent,
  Parents,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast'

/**
 * The edition tree: mdast, with positions in the *source* on everything that came from it, and a
 * few nodes of its own. Text leaves hold one run each: verbatim, or from one record.
 */
declare module 'mdast' {
  interface Data {
    /** The run of the corrected text a node stands for: nodes without children, and list items. */
    out?: readonly [start: number, end: number]
    /** The record a leaf comes from, `null` when verbatim. */
    by?: string | null
    /** Set on text that the edition adds; only blanks are added without it. */
    generated?: true
    /** Number of a paragraph in its text, from 1. */
    paragraph?: number
    /** Permanent name of a heading in its text. */
    slug?: string
    /** What is known of a note; on its definition. */
    note?: NoteFacts
  }
  interface PhrasingContentMap {
    pageBreak: PageBreak
    cut: Cut
    superscript: Superscript
    subscript: Subscript
    language: Language
    noteLink: NoteLink
    citation: CitationNode
    annotationCall: AnnotationCall
    name: NameNode
  }
  interface BlockContentMap {
    opening: Opening
  }
  interface RootContentMap {
    pageBreak: PageBreak
    cut: Cut
    superscript: Superscript
    subscript: Subscript
    language: Language
    noteLink: NoteLink
    citation: CitationNode
    annotationCall: AnnotationCall
    name: NameNode
    opening: Opening
  }
}

/** A printed page begins here. */
export interface PageBreak extends Node {
  type: 'pageBreak'
  /** Its number as the edition cites it: in brackets when inferred. */
  label: string
}
/** The source breaks off here. */
export interface Cut extends Node {
  type: 'cut'
  side: 'before' | 'after'
}
/** Raised characters that are no note reference, as in 22nd. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}
/** Lowered characters. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}
/** Words in another language. */
export interface Language extends Parent {
  type: 'language'
  language: string
  children: PhrasingContent[]
}
/** Words that call a note without a number. */
export interface NoteLink extends Parent {
  type: 'noteLink'
  identifier: string
  children: PhrasingContent[]
}
/** Words of a note that cite. */
export interface CitationNode extends Parent {
  type: 'citation'
  /** Id of the citation in citations.yaml. */
  id: string
  children: PhrasingContent[]
}
/** The call of an annotation, behind the words it is about. */
export interface AnnotationCall extends Node {
  type: 'annotationCall'
  /** Id of the annotation in annotations.yaml. */
  id: string
}
/** Words in which names stand. */
export interface NameNode extends Parent {
  type: 'name'
  /** Its number in the text, from 1. */
  number: number
  /** Ids of the names and the forms of them, in the order in which they stand. */
  names: {id: string; form: string}[]
  children: PhrasingContent[]
}
/** Printed matter around title and author. */
export interface Opening extends Parent {
  type: 'opening'
  children: RootContent[]
}

/** What is known of a note. */
export interface NoteFacts {
  /** What the source prints before its body: a number, an asterisk; empty when it has none. */
  printed: string
  /** Its number in the edition. */
  number?: string
  /** The printed number or sign before its body, as it stood in the tree. */
  marker?: {out: readonly [start: number, end: number]; position: SourcePosition} | undefined
}

/** A text leaf that came from the source. */
export interface Leaf extends Text {
  position: SourcePosition
  data: {out: readonly [start: number, end: number]; by: string | null}
}

/** A position whose offsets are known. */
export interface SourcePosition {
  start: {line: number; column: number; offset: number}
  end: {line: number; column: number; offset: number}
}

/** A leaf and the nodes above it, from the root down. */
export interface Located {
  readonly leaf: Leaf
  readonly ancestors: readonly Parents[]
}

/** Whether a node is text that came from the source. */
export function isLeaf(node: Nodes): node is Leaf {
  return node.type === 'text' && node.data?.out !== undefined && node.position !== undefined
}

/** List the leaves under a node in reading order, with the nodes above them. */
export function leavesOf(node: Parents): Located[] {
  const found: Located[] = []
  const walk = (parent: Parents, ancestors: readonly Parents[]): void => {
    const above = [...ancestors, parent]
    for (const child of parent.children) {
      if (isLeaf(child)) found.push({leaf: child, ancestors: above})
      else if ('children' in child) walk(child, above)
    }
  }
  walk(node, [])
  return found
}

/** Whether a node holds blocks or words, and may be wrapped, moved or emptied. */
export function isParent(node: Nodes): node is Parents {
  return 'children' in node
}

/** The children of a parent as a list that takes any node; the caller keeps it well-formed. */
export function childrenOf(parent: Parents): RootContent[] {
  return parent.children as RootContent[]
}

/** Whether the blocks of a text come here, and not those of a note. */
export function isDefinition(node: Nodes): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}

/** The plain text of a node: without notes, page breaks and cuts. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  return isParent(node) ? node.children.map(textOf).join('') : ''
}

/** Remove a node, and the nodes above it that it leaves empty. */
export function remove(node: Nodes, ancestors: readonly Parents[]): void {
  const parent = ancestors.at(-1)
  if (!parent) return
  const children = childrenOf(parent)
  const index = children.indexOf(node as RootContent)
  if (index >= 0) children.splice(index, 1)
  if (children.length === 0 && parent.type !== 'root') remove(parent, ancestors.slice(0, -1))
}

export type {Parents, PhrasingContent}
