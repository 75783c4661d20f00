import type {WriteResult, WrittenFlow} from './written.ts'

/**
 * Write the pages of a flow. Runs in the page: it may use nothing but its arguments.
 *
 * No page boxes are built. At each break a foot goes in (filler, rules, notes, folio, then the
 * break itself) and after it the head of the next page; a paragraph that crosses a page stays one
 * paragraph. All places are read first, then everything is written, then one more layout gives
 * each foot the height that fills its page.
 */
export function writePages(plan: WrittenFlow): WriteResult {
  const range = document.createRange()
  const flow = document.querySelector(plan.selector) as HTMLElement
  const leaves = [...flow.querySelectorAll<HTMLElement>(plan.leaf)].filter(
    (leaf) => !leaf.parentElement?.closest(plan.solid),
  )
  interface Cut {
    node: Text
    offset: number
  }

  /** The first character whose box lies below a height; what has no box is passed over. */
  const characterBelow = (root: Element, height: number): Cut => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      if (node.length > 0) nodes.push(node)
    }
    const isBelow = (node: Text, offset: number): boolean | null => {
      range.setStart(node, offset)
      range.setEnd(node, offset + 1)
      const box = [...range.getClientRects()].at(-1)
      return box && box.width + box.height > 0 ? (box.top + box.bottom) / 2 > height : null
    }
    const seen = (node: Text, from: number, step: 1 | -1): boolean | null => {
      for (let at = from; at >= 0 && at < node.length; at += step) {
        const below = isBelow(node, at)
        if (below !== null) return below
      }
      return null
    }
    let low = 0
    let high = nodes.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      let at = middle
      let below: boolean | null = null
      while (at <= high && below === null) {
        const node = nodes[at] as Text
        below = seen(node, node.length - 1, -1)
        if (below === null) at++
      }
      if (below === null || below) high = middle
      else low = at + 1
    }
    const node = nodes[low] as Text
    let [from, to] = [0, node.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const below = seen(node, middle, 1)
      if (below === null || below) to = middle
      else from = middle + 1
    }
    return {node, offset: from}
  }

  const box = flow.getBoundingClientRect()
  const padding = getComputedStyle(flow)
  const inner = {
    left: box.left + Number.parseFloat(padding.paddingLeft),
    right: box.right - Number.parseFloat(padding.paddingRight),
  }
  const noteById = new Map<string, HTMLElement>()
  const noteCuts = new Map<string, Cut[]>()
  const blockCuts = new Map<number, Cut[]>()
  const insets = new Map<number, [number, number]>()
  const push = <K>(map: Map<K, Cut[]>, key: K, cut: Cut): void => {
    map.set(key, [...(map.get(key) ?? []), cut])
  }
  plan.pages.forEach(({last, cutAt, notes}, page) => {
    for (const {id, cutAt: at} of notes) {
      const note = document.getElementById(id) as HTMLElement
      noteById.set(id, note)
      if (at !== null) push(noteCuts, id, characterBelow(note, at))
    }
    if (cutAt === null || last === null) return
    const leaf = leaves[last] as HTMLElement
    const own = leaf.getBoundingClientRect()
    insets.set(page, [own.left - inner.left, inner.right - own.right])
    push(blockCuts, last, characterBelow(leaf, cutAt))
  })

  /** Cut an element at several places, the last first, so that earlier ones stay true. */
  const cutOff = (element: HTMLElement, cuts: readonly Cut[]): DocumentFragment[] => {
    const rests: DocumentFragment[] = []
    for (const {node, offset} of cuts.toReversed()) {
      range.setStart(node, offset)
      if (offset === 0) {
        // What begins here goes over whole, with its id, and leaves nothing empty behind.
        let first: Node = node
        while (first.parentNode && first.parentNode !== element && !first.previousSibling) {
          first = first.parentNode
        }
        range.setStartBefore(first)
      }
      range.setEnd(element, element.childNodes.length)
      const rest = range.extractContents()
      for (const copy of rest.querySelectorAll('[id]')) {
        if (element.querySelector(`#${CSS.escape(copy.id)}`)) copy.removeAttribute('id')
      }
      rests.unshift(rest)
    }
    return rests
  }
  const make = (name: string, className: string, words = ''): HTMLElement => {
    const element = document.createElement(name)
    element.className = className
    element.textContent = words
    return element
  }
  const noteParts = new Map<string, HTMLElement[]>()
  for (const [id, cuts] of noteCuts) {
    const note = noteById.get(id) as HTMLElement
    const rests = cutOff(note, cuts).map((rest) => {
      const part = make('aside', note.className)
      part.lang = `${note.lang}-more`
      part.append(rest)
      return part
    })
    noteParts.set(id, [note, ...rests])
  }
  const blockParts = new Map<number, HTMLElement[]>()
  for (const [block, cuts] of blockCuts) {
    const leaf = leaves[block] as HTMLElement
    const rests = cutOff(leaf, cuts)
    const first = make('span', 'part')
    first.append(...leaf.childNodes)
    const parts = [first]
    for (const rest of rests) {
      const part = make('span', 'part continued')
      part.append(rest)
      parts.push(part)
    }
    leaf.append(...parts)
    // A paragraph that holds blocks is no paragraph to the browser unless it is told so.
    if (leaf.tagName === 'P') leaf.setAttribute('role', 'paragraph')
    blockParts.set(block, parts)
  }

  const headOf = (page: number): HTMLElement | null => {
    const written = plan.pages[page]
    if (!written) return null
    const head = make('div', `page-head ${written.side}`)
    head.setAttribute('aria-hidden', 'true')
    head.append(make('div', 'running', written.head))
    // A head is never cut, so what hangs on it costs nothing to lay out.
    for (const {kind, label, top, size, leading} of written.locators) {
      const locator = make('span', `locator ${kind} ${written.side}`)
      locator.append(make('span', 'figure', label))
      locator.style.cssText = `top: ${top}px; font-size: ${size}px; line-height: ${leading}px`
      head.append(locator)
    }
    return head
  }
  const feet: HTMLElement[] = []
  const heads: HTMLElement[] = []
  const first = headOf(0)
  if (first) {
    heads.push(first)
    flow.prepend(first)
  }
  plan.pages.forEach((written, page) => {
    const foot = make('div', `page-foot ${written.side}`)
    foot.setAttribute('role', 'presentation')
    let series: number | null = null
    for (const {id, series: own, isContinued} of written.notes) {
      if (own !== series) {
        const rule = make('div', `rule series-${own}${isContinued ? ' carried' : ''}`)
        rule.setAttribute('aria-hidden', 'true')
        foot.append(rule)
      }
      series = own
      foot.append(noteParts.get(id)?.shift() ?? (noteById.get(id) as HTMLElement))
    }
    const folio = make('div', 'folio', written.folio)
    folio.setAttribute('aria-hidden', 'true')
    foot.append(folio)
    feet.push(foot)
    const head = headOf(page + 1)
    if (head) heads.push(head)
    const after = head ? [foot, head] : [foot]
    const {last, next, cutAt} = written
    if (last === null) {
      const own = heads[page] as HTMLElement
      for (const element of after) element.style.cssText = own.style.cssText
      own.after(...after)
      return
    }
    const leaf = leaves[last] as HTMLElement
    if (cutAt !== null) {
      const [left, right] = insets.get(page) ?? [0, 0]
      for (const element of after) {
        element.style.marginLeft = `${-left}px`
        element.style.marginRight = `${-right}px`
      }
      blockParts
        .get(last)
        ?.shift()
        ?.after(...after)
      return
    }
    const follower = next === null ? null : (leaves[next] as HTMLElement)
    // Out of all the boxes that end here, but not out of one that goes on.
    let at: HTMLElement = leaf
    while (at.parentElement && at.parentElement !== flow) {
      if (follower && at.parentElement.contains(follower)) break
      at = at.parentElement
    }
    const outer = at.parentElement?.getBoundingClientRect()
    if (outer && at.parentElement !== flow) {
      for (const element of after) {
        element.style.marginLeft = `${inner.left - outer.left}px`
        element.style.marginRight = `${outer.right - inner.right}px`
      }
    }
    at.after(...after)
    for (let up: HTMLElement | null = leaf; up && up !== flow; up = up.parentElement) {
      up.style.marginBottom = '0'
      up.style.paddingBottom = '0'
      if (up === at) break
    }
    for (let up = follower; up && up !== flow && !up.contains(at); up = up.parentElement) {
      up.style.marginTop = '0'
      up.style.paddingTop = '0'
    }
  })
  if (plan.isLast) feet.at(-1)?.classList.add('end')

  const bottoms = feet.map((foot) => foot.getBoundingClientRect().bottom)
  const tops = heads.map((head) => head.getBoundingClientRect().top)
  const tall: {page: number; by: number}[] = []
  feet.forEach((foot, index) => {
    const spare = plan.pageHeight - ((bottoms[index] ?? 0) - (tops[index] ?? 0))
    if (spare < -0.5) tall.push({page: index, by: -spare})
    foot.style.paddingTop = `${Math.max(0, spare - 1).toFixed(3)}px`
  })
  return {tall, wide: Math.max(0, flow.scrollWidth - flow.clientWidth)}
}
