import type {Element, Root} from 'xast'
import type {EditedText} from '../model/edited-text.ts'
import {elementsOf} from './elements-of.ts'
import {hasClass} from './epub-words.ts'
import {pageLabels} from './page-labels.ts'

/** What is wrong with the links or the pages of a file. */
export interface LinkFault {
  readonly ruleId: 'audit-link' | 'audit-page'
  readonly reason: string
}

/**
 * Check that each call leads to the note of its number and back, and that the pages are those of
 * the marks, in their order.
 */
export function linkFaults(file: Root, text: EditedText): LinkFault[] {
  const faults: LinkFault[] = []
  const elements = elementsOf(file)
  const byId = new Map<string, Element>()
  for (const element of elements) {
    const {id} = element.attributes
    if (id && byId.has(id)) {
      faults.push({ruleId: 'audit-link', reason: `Unexpected second \`${id}\` in one file.`})
    }
    if (id) byId.set(id, element)
  }
  for (const call of elements.filter((element) => hasClass(element, 'noteref'))) {
    const {id} = call.attributes
    const href = call.attributes['href'] ?? ''
    const note = byId.get(href.slice(1))
    const back = note && elementsOf(note).filter((element) => hasClass(element, 'backlink'))
    const returns = back?.some((link) => link.attributes['href'] === `#${id}`) ?? false
    const numbers = [words(call), words(back?.[0]).replace(/\.$/, '')]
    const isNamed = hasClass(call, 'words') || numbers[0] === numbers[1]
    if (!note || !hasClass(note, 'note') || !returns || !isNamed) {
      const reason = `Unexpected target of the call "${words(call)}", \`${href}\`: not its note, or no way back.`
      faults.push({ruleId: 'audit-link', reason})
    }
  }
  const pages = elements.filter((element) => hasClass(element, 'pagebreak'))
  const shown = pages.map((page) => page.attributes['aria-label'] ?? '').join(' ')
  const wanted = pageLabels(text).join(' ')
  if (shown !== wanted) {
    faults.push({ruleId: 'audit-page', reason: `Unexpected pages ${shown}, expected ${wanted}.`})
  }
  return faults
}

function words(node: Element | undefined): string {
  return (node?.children ?? [])
    .map((child) => {
      return child.type === 'text' ? child.value : child.type === 'element' ? words(child) : ''
    })
    .join('')
}
