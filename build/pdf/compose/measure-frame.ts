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
  const make = (className: string, ...children: HTMLElement[]): HTMLElement => {
    const element = document.createElement('div')
    element.className = className
    element.append(...children)
    return element
  }
  const heightOf = (element: HTMLElement): number => {
    root.append(element)
    const {height} = element.getBoundingClientRect()
    element.remove()
    return height
  }
  const paragraph = document.createElement('p')
  paragraph.textContent = 'x'
  const folio = heightOf(make('page-foot', make('folio')))
  return {
    head: heightOf(make('page-head', make('running'))),
    folio,
    separator: heightOf(make('page-foot', make('rule series-0'), make('folio'))) - folio,
    line: heightOf(paragraph),
  }
}
