/** The heights of what frames a page, as the style sheet makes them. */
export interface MeasuredFrame {
  readonly head: number
  readonly folio: number
  readonly separator: number
  readonly line: number
}

/**
 * Measure head, folio, rule and line. Runs in the page: it may use nothing but its arguments.
 *
 * Units: CSS pixels. The document is left as it was.
 */
export function measureFrame(flow: string): MeasuredFrame {
  const root = document.querySelector(flow) as HTMLElement
  const heightOf = (name: string, ...inner: string[]): number => {
    const element = document.createElement(name === 'p' ? 'p' : 'div')
    if (name !== 'p') element.className = name
    element.textContent = name === 'p' ? 'x' : ''
    for (const className of inner) {
      const child = document.createElement('div')
      child.className = className
      element.append(child)
    }
    root.append(element)
    const {height} = element.getBoundingClientRect()
    element.remove()
    return height
  }
  const folio = heightOf('page-foot', 'folio')
  return {
    head: heightOf('page-head', 'running'),
    folio,
    separator: heightOf('page-foot', 'rule series-0', 'folio') - folio,
    line: heightOf('p'),
  }
}
