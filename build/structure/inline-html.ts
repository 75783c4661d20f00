import type {PhrasingContent, Root, RootContent} from 'mdast'
import {childrenOf, isParent} from './tree.ts'
import type {Parents} from './tree.ts'

/**
 * Turn the inline HTML of the allow-list into nodes of the tree.
 *
 * Shape: `<sup>`, `</sup>` and what stands between among siblings → one node around it; `<br>` → a
 * break. Anything else stays an `html` node, which `remarkExpected` reports: raw HTML never
 * reaches an output. Positions: the node spans its tags.
 * Messages: none. Throws: never.
 */
export function remarkInlineHtml() {
  return function (tree: Root): undefined {
    walk(tree)
  }
}

const wrappers = {
  sup: 'superscript',
  sub: 'subscript',
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
} as const

function walk(parent: Parents): void {
  const children = childrenOf(parent)
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as RootContent
    if (child.type === 'html' && parent.type !== 'root') {
      const made = /^<br\s*\/?>$/i.test(child.value)
        ? ({type: 'break', ...at(child, child)} as const)
        : wrap(children, index)
      if (made) children[index] = made
    }
    const now = children[index] as RootContent
    if (isParent(now)) walk(now)
  }
}

/** Take the siblings up to the matching end tag into one node. */
function wrap(children: RootContent[], index: number): RootContent | undefined {
  const open = children[index] as RootContent
  const name =
    open.type === 'html' ? /^<([a-z]+)>$/i.exec(open.value)?.[1]?.toLowerCase() : undefined
  if (!name || !Object.hasOwn(wrappers, name)) return undefined
  const end = children.findIndex(
    (node, at) => at > index && node.type === 'html' && node.value.toLowerCase() === `</${name}>`,
  )
  const close = children[end]
  if (!close) return undefined
  const inside = children.splice(index + 1, end - index) as PhrasingContent[]
  const type = wrappers[name as keyof typeof wrappers]
  return {type, children: inside.slice(0, -1), ...at(open, close)}
}

function at(from: RootContent, to: RootContent): Pick<RootContent, 'position'> {
  return from.position && to.position
    ? {position: {start: from.position.start, end: to.position.end}}
    : {}
}
