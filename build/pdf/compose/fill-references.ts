/**
 * Fill in the numbers of pages. Runs in the page: it may use nothing but its arguments.
 *
 * Shape: labels of pages by the ids that stand on them → a number where one is referred to; a list of them, each
 * a link, where a name stands in several places: three and more in a row as a range.
 */
export function fillReferences(labels: Readonly<Record<string, string>>): void {
  for (const reference of document.querySelectorAll<HTMLElement>('.page-reference')) {
    const label = labels[reference.dataset['target'] ?? '']
    if (label !== undefined) reference.textContent = label
  }
  for (const reference of document.querySelectorAll<HTMLElement>('.page-references')) {
    const targets = (reference.dataset['targets'] ?? '').split(' ')
    const pages = new Map<number, string>()
    for (const target of targets) {
      const page = Number(labels[target])
      if (page > 0 && !pages.has(page)) pages.set(page, target)
    }
    const numbers = [...pages.keys()].sort((a, b) => a - b)
    if (numbers.length === 0) continue
    const runs: number[][] = []
    for (const number of numbers) {
      const run = runs.at(-1)
      if (run && run.at(-1) === number - 1) run.push(number)
      else runs.push([number])
    }
    const stops = runs.flatMap((run) => (run.length < 3 ? run.map((one) => [one]) : [run]))
    reference.textContent = ''
    stops.forEach((run, index) => {
      const [first = 0] = run
      const last = run.at(-1) ?? first
      const link = document.createElement('a')
      link.href = `#${pages.get(first)}`
      link.textContent = first === last ? String(first) : `${first}–${last}`
      reference.append(index === 0 ? ': ' : ', ', link)
    })
  }
}
