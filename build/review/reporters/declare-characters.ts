import type {Element} from 'xast'
import {x} from 'xastscript'
import {teiBlock} from './tei-block.ts'

/**
 * Declare the characters of a TEI document that XML cannot hold.
 *
 * Shape: document → for each character that a `g` stands for, a declaration with its code, at the end of
 * `encodingDesc`; the document is changed in place.
 */
export function declareCharacters(document: Element): void {
  const used = new Set<string>()
  const encodings: Element[] = []
  const walk = (element: Element): void => {
    if (element.name === 'g') used.add(String(element.attributes['ref']).replace('#', ''))
    if (element.name === 'encodingDesc') encodings.push(element)
    for (const child of element.children) if (child.type === 'element') walk(child)
  }
  walk(document)
  const characters = [...used].toSorted().map((id) => {
    // The id ends with the code: `character.U-000C`.
    const code = `U+${id.slice(-4)}`
    return teiBlock('char', {'xml:id': id}, [x('mapping', {type: 'codepoint'}, code)])
  })
  if (characters.length > 0) encodings[0]?.children.push(teiBlock('charDecl', {}, characters))
}
