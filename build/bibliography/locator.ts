/** `168-9` → `168–169`; `1402-03` → `1402–1403`. */
export function expandRanges(text: string): string {
  return text.replaceAll(/(\d+)\s*[-–—]\s*(\d+)/g, (_, from: string, to: string) => {
    const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
    return `${from}–${whole}`
  })
}

/** The first and last number of a locator or of a page range; `undefined` when it has none. */
export function boundsOf(value: string): readonly [first: number, last: number] | undefined {
  const numbers = expandRanges(value).match(/\d+/g)?.map(Number)
  const [first] = numbers ?? []
  return first === undefined || !numbers ? undefined : [first, numbers.at(-1) ?? first]
}
