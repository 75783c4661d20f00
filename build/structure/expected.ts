import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import {isParent, textOf} from './tree.ts'

/**
 * Report what no output could show.
 *
 * Shape: the tree does not change.
 * Messages, all errors: `raw-html` for HTML outside the allow-list; `unexpected-node` for Markdown
 * the edition does not know; `link-target` for links that lead nowhere; `reference-without-note`
 * for `[^12]` without a note; `note-empty` and `text-empty` where no words are left.
 */
export function remarkExpected() {
  return function (tree: Root, file: VFile): undefined {
    const walk = (node: Nodes): void => {
      const place = node.position ?? placeOfNote(node)
      const say = (ruleId: string, reason: string): void => {
        file.message(reason, {...(place ? {place} : {}), ruleId, source: 'edition'}).fatal = true
      }
      if (node.type === 'html') {
        say('raw-html', `Unexpected HTML \`${short(node.value)}\`; correct or drop it.`)
      } else if (!expected.has(node.type)) {
        say('unexpected-node', `Unexpected Markdown of type \`${node.type}\`; correct or drop it.`)
      }
      if (node.type === 'link' && !/^(?:https?:|mailto:)/i.test(node.url)) {
        const words = `Unexpected link to \`${short(node.url)}\``
        say('link-target', `${words}, expected an address of the web; escape its brackets.`)
      }
      if (node.type === 'text' && /\[\^[^\]\s]+\]/.test(node.value)) {
        say(
          'reference-without-note',
          'Expected a note for this reference; add it, or escape the bracket.',
        )
      }
      if (node.type === 'footnoteDefinition' && textOf(node).trim() === '') {
        say(
          'note-empty',
          `Expected words in note ${node.label ?? node.identifier}; correct what takes them.`,
        )
      }
      if (isParent(node)) node.children.forEach(walk)
    }
    walk(tree)
    if (textOf(tree).trim() === '') {
      file.message('Expected words in the text; records and drops leave none.', {
        ruleId: 'text-empty',
        source: 'edition',
      }).fatal = true
    }
  }
}

/** Where a note begins, whose words may stand at several places: at its number. */
function placeOfNote(node: Nodes): Nodes['position'] {
  return node.type === 'footnoteDefinition' ? node.data?.note?.marker?.position : undefined
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
  'citation',
  'link',
  'break',
  'pageBreak',
  'cut',
])

function short(value: string): string {
  const line = value.split('\n')[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
