import type {Link, Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {remarkDialect} from '../structure/dialect.ts'
import {isParent, textOf} from '../structure/tree.ts'
import {parsePlace} from '../text/place.ts'
import type {PlaceLink, Prose} from './matter.ts'

/**
 * Read what the editors have written.
 *
 * Shape: path, name, Markdown, whether it needs a title → the prose, or `null` when it cannot be used, and findings:
 * `matter-title` (error) when it does not begin with a heading of the first level, `matter-link` (error) for a link
 * that leads neither to a place of a text nor to an address, `matter-picture` (error) for a picture that is no map,
 * or stands among words, `matter-markup` (error) for HTML, footnotes, code and
 * links by reference.
 */
export function readProse(
  path: string,
  name: string,
  markdown: string,
  isTitled: boolean,
): {prose: Prose | null; findings: Finding[]} {
  const findings: Finding[] = []
  const tree: Root = unified().use(remarkParse).use(remarkDialect).parse(markdown)
  const say = (node: Nodes, ruleId: string, reason: string): void => {
    const {line = 1, column = 1} = node.position?.start ?? {}
    findings.push(finding({file: path, place: {line, column}, ruleId, reason}))
  }
  const walk = (node: Nodes): void => {
    if (!allowed.has(node.type)) {
      const what = node.type === 'html' ? 'HTML' : `Markdown (\`${node.type}\`)`
      const reason = `Unexpected ${what}; write paragraphs, headings, lists, quotations, emphasis and links with their addresses.`
      say(node, 'matter-markup', reason)
    }
    if (node.type === 'link') {
      const place = placeOf(node)
      if (place) node.data = {place}
      else if (!/^https?:\/\/./.test(node.url)) {
        const reason = `Unexpected link \`${node.url}\`; expected a place such as \`text:12:5-12:40\` with a digest as its title, or an address.`
        say(node, 'matter-link', reason)
      }
    }
    if (node.type === 'image' && !/^map:[a-z][a-z0-9.-]*$/.test(node.url)) {
      say(
        node,
        'matter-picture',
        `Unexpected picture \`${node.url}\`; expected a map, as in \`![](map:name)\`.`,
      )
    }
    if (isParent(node)) {
      const image = node.children.find(({type}) => type === 'image')
      const isAlone = node.type === 'paragraph' && node.children.length === 1
      if (image && !isAlone)
        say(image, 'matter-picture', 'Expected a picture in a paragraph of its own.')
      node.children.forEach(walk)
    }
  }
  walk(tree)
  const [first, ...rest] = tree.children
  const isTitle = first?.type === 'heading' && first.depth === 1
  if (isTitled && !isTitle) {
    const at = first ?? tree
    say(at, 'matter-title', 'Expected a heading `# …` first; it is the title.')
  }
  const origin = {file: path, place: {line: 1, column: 1}}
  const title = isTitle ? textOf(first) : ''
  const body: Root = isTitled && isTitle ? {type: 'root', children: rest} : tree
  if (findings.length > 0) return {prose: null, findings}
  return {prose: {kind: 'prose', name, title, tree: body, origin}, findings}
}

/** What the outputs can show of Markdown. */
const allowed: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'list',
  'listItem',
  'blockquote',
  'link',
  'image',
  'break',
])

/** The place a link leads to: `text:12:5-12:40`, with what was there as its title. */
function placeOf({url, title}: Link): PlaceLink | undefined {
  const [, text, from, until] = /^([a-z][a-z0-9.-]*):(\d+:\d+)-(\d+:\d+)$/.exec(url) ?? []
  const at = parsePlace(from ?? '')
  const to = parsePlace(until ?? '')
  if (text === undefined || !at || !to || !/^[0-9a-f]{8}$/.test(title ?? '')) return undefined
  return {text, at, to, digest: title ?? ''}
}
