/** Read which letters each glyph stands for, out of a ToUnicode CMap. */
export function readCMap(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, , body = ''] of cmap.matchAll(/beginbf(char|range)([\s\S]*?)endbf\1/g)) {
    const entries = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>(?:[^\S\n]*<([0-9A-Fa-f]+)>)?/g
    for (const [, from = '', second = '', third] of body.matchAll(entries)) {
      const first = Number.parseInt(from, 16)
      const last = third === undefined ? first : Number.parseInt(second, 16)
      const start = [
        ...Buffer.from(third ?? second, 'hex')
          .swap16()
          .toString('utf16le'),
      ]
      const code = start.pop()?.codePointAt(0) ?? 0
      for (let glyph = first; glyph <= last; glyph++) {
        glyphs.set(glyph, start.join('') + String.fromCodePoint(code + glyph - first))
      }
    }
  }
  return glyphs
}

/** Write which letters each glyph stands for, as a ToUnicode CMap. */
export function writeCMap(glyphs: ReadonlyMap<number, string>): string {
  const lines = [...glyphs]
    .filter(([, letters]) => letters !== '')
    .toSorted(([a], [b]) => a - b)
    .map(([glyph, letters]) => {
      const code = Buffer.from(letters, 'utf16le').swap16().toString('hex').toUpperCase()
      return `<${glyph.toString(16).toUpperCase().padStart(4, '0')}> <${code}>`
    })
  const blocks: string[] = []
  // The standard allows a hundred to a block.
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
