/**
 * Find a name that nothing has: the wanted one, or the first of `NAME.2`, `NAME.3`, …
 *
 * Shape: wanted name, the names there are, what stands before the number → name.
 */
export function unusedName(wanted: string, used: ReadonlySet<string>, joint = '.'): string {
  let name = wanted
  for (let number = 2; used.has(name); number++) name = `${wanted}${joint}${number}`
  return name
}
