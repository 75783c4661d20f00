/**
 * Make an id that XML and HTML allow of one that editors or rules gave.
 *
 * Shape: what it is the id of (a word), the id → a name; two ids never make one. What a name cannot hold
 * becomes its code between two low lines: `record.ligature_40_49_3a_14`.
 */
export function xmlId(prefix: string, id: string): string {
  const name = id.replaceAll(/[^A-Za-z0-9.-]/gu, (character) => {
    return `_${(character.codePointAt(0) ?? 0).toString(16)}_`
  })
  return `${prefix}.${name}`
}
