import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {EditionDocument, TocEntry} from './documents.ts'

/** Whether a document stands before the texts or behind them. */
export type MatterPlace = 'frontmatter' | 'backmatter'

/** A part of a document of the editors, with its heading. */
export interface MatterPart {
  readonly id: string
  readonly title: string
  /** What kind of part it is, for reading systems. */
  readonly className?: string
  readonly content: readonly ElementContent[]
}

/**
 * Make a document that the editors have written, or that is made of what they say.
 *
 * Shape: name, title, language, what stands before its parts, parts → document; all its words are generated.
 */
export function matterDocument(
  {
    name,
    title,
    language,
    part = 'backmatter',
  }: {
    readonly name: string
    readonly title: string
    readonly language: string
    readonly part?: MatterPlace
  },
  lead: readonly ElementContent[],
  parts: readonly MatterPart[],
  kind: 'matter' | 'index' = 'matter',
): EditionDocument {
  const own = `${name}-title`
  const section = h(`section.matter.${name}.generated`, {ariaLabelledBy: own}, [
    h('h1', {id: own}, title),
    ...lead,
    ...parts.map(sectionOf),
  ])
  const file = `${name}.xhtml`
  const children: TocEntry[] = parts.map((part) => {
    return {href: `${file}#${part.id}`, title: part.title, children: []}
  })
  return {kind, name, title, language, part, section, toc: {href: file, title, children}, pages: []}
}

function sectionOf({id, title, className, content}: MatterPart): Element {
  return h('section', {ariaLabelledBy: id, className}, [h('h2', {id}, title), ...content])
}
