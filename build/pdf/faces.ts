import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'

/** A family of the edition: its package, its name in the style sheet, and what is used of it. */
interface Family {
  readonly package: string
  readonly name: string
  readonly styles: readonly (readonly [weight: number, style: 'normal' | 'italic'])[]
  /** Which of its subsets are used. */
  uses(subset: string): boolean
}

/** The text face, with real italics and bold, and a face of the same design for Chinese. */
const families: readonly Family[] = [
  {
    package: '@fontsource/source-serif-4',
    name: 'Edition',
    styles: [
      [400, 'normal'],
      [400, 'italic'],
      [700, 'normal'],
      [700, 'italic'],
    ],
    uses: () => true,
  },
  {
    package: '@fontsource/noto-serif-sc',
    name: 'Edition Han',
    styles: [
      [400, 'normal'],
      [700, 'normal'],
    ],
    // Its numbered subsets hold Chinese; the others are those of another face.
    uses: (subset) => subset.startsWith('['),
  },
]

/** The path below which the faces are served. */
const root = '/faces/'

/** Names of the families in a finished PDF start so; anything else stands in for a missing glyph. */
export const faceNames: readonly string[] = ['SourceSerif4', 'NotoSerifSC']

/** Declare the faces; a browser fetches of them what a page needs. */
export function faceRules(): string {
  return families
    .flatMap((family) => {
      const ranges = readRanges(family)
      return Object.entries(ranges)
        .filter(([subset]) => family.uses(subset))
        .flatMap(([subset, range]) =>
          family.styles.map(([weight, style]) => {
            const prefix = basename(family.package)
            const file = `${prefix}-${subset.replaceAll(/[[\]]/g, '')}-${weight}-${style}.woff2`
            return `@font-face { font-family: '${family.name}'; font-weight: ${weight}; font-style: ${style}; src: url(${root}${file}); unicode-range: ${range}; }`
          }),
        )
    })
    .join('\n')
}

/** Read the file of a face by its path; `null` when no face has it. */
export function faceFile(path: string): Uint8Array | null {
  const name = basename(path)
  const family = families.find((one) => name.startsWith(`${basename(one.package)}-`))
  if (!path.startsWith(root) || !family) return null
  try {
    return readFileSync(join(folderOf(family), 'files', name))
  } catch {
    return null
  }
}

function readRanges(family: Family): Record<string, string> {
  const path = join(folderOf(family), 'unicode.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}

function folderOf(family: Family): string {
  return dirname(createRequire(import.meta.url).resolve(`${family.package}/package.json`))
}
