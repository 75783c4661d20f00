import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import {isParent} from './tree.ts'

/**
 * Report what no output could show.
 *
 * Shape: the tree does not change.
 * Messages: `raw-html` (error) for HTML outside the allow-list; `unexpected-node` (error) for
 * Markdown the edition does not know.
 */
export function remarkExpected() {
  return function (tree: Root, file: VFile): undefined {
    const walk = (node: Nodes): void => {
      const place = node.position
      const say = (ruleId: string, reason: string): void => {
        file.message(reason, {...(place ? {place} : {}), ruleId, source: 'edition'}).fatal = true
      }
      if (node.type === 'html') {
        say('raw-html', `Unexpected HTML \`${short(node.value)}\`; correct or drop it.`)
      } else if (!expected.has(node.type)) {
        say('unexpected-node', `Unexpected Markdown of type \`${node.type}\`; correct or drop it.`)
      }
      if (isParent(node)) node.children.forEach(walk)
    }
    walk(tree)
  }
}

const expected: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'heading',
  'blockquote',
  'opening',
  'list',
  'listItem',
  'thematicBreak',
  'footnoteDefinition',
  'footnoteReference',
  'noteLink',
  'text',
  'emphasis',
  'strong',
  'superscript',
  'subscript',
  'language',
  'link',
  'break',
  'pageBreak',
  'cut',
])

function short(value: string): string {
  const line = value.split('\n')[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
