import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'

/** An element whose children stand on lines of their own; for what has no words of its own. */
export function teiBlock(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Element[],
): Element {
  const line: ElementContent = {type: 'text', value: '\n'}
  return x(name, attributes, [line, ...children.flatMap((child) => [child, line])])
}
