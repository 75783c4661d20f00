/** What an element is made with: attributes, and what it does at an event. `true` is an empty attribute. */
export type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void)>
>

/** What an element holds; `null` and `false` are nothing. */
export type Child = Node | string | null | false | undefined

/**
 * Make an element.
 *
 * Words are always text, never markup: what a source or a reviewer wrote cannot become anything else.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
  fill(element, children)
  return element
}

/** Replace what an element holds. */
export function fill(element: Element, children: readonly Child[]): void {
  const kept = children.filter((child) => child !== null && child !== false && child !== undefined)
  element.replaceChildren(...kept)
}

/** Set the words of an element when they are others; a live region then says nothing twice. */
export function setText(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words
}

/** Set an attribute, or remove it. */
export function setAttribute(element: Element, name: string, value: string | boolean | null): void {
  if (value === null || value === false) element.removeAttribute(name)
  else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value === true ? '' : value)
  }
}

/** A part of the page that follows the review. */
export interface View {
  readonly element: HTMLElement
  /** Show the review as it is now; what has not changed is left alone. */
  update(): void
}

/**
 * Show something only when it is other than before.
 *
 * Shape: what is shown, as plain data, and what shows it → a function to be called after every change.
 */
export function whenOther<Model>(model: () => Model, show: (model: Model) => void): () => void {
  let last: string | undefined
  return () => {
    const now = model()
    const written = JSON.stringify(now)
    if (written === last) return
    last = written
    show(now)
  }
}
