import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {readFont} from '../read-font.ts'

/** One file of a face: a path below a package, and what characters it is for. */
interface FaceFile {
  readonly family: string
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
  readonly path: string
  readonly range?: string
}

const textPackage = 'source-serif'
const hanPackage = '@fontsource/noto-serif-sc'

/** The path below which faces are served. */
const root = '/faces/'

/**
 * The sizes for which the text face is drawn, by the family that the style sheet names. Each has
 * real italics and bold, macrons, breves and hooks, Cyrillic and Greek.
 */
const cuts = {
  Edition: 'SourceSerif4',
  'Edition Small': 'SourceSerif4SmText',
  'Edition Heading': 'SourceSerif4Subhead',
  'Edition Title': 'SourceSerif4Display',
} as const

const styles = [
  [400, 'normal', 'Regular'],
  [400, 'italic', 'It'],
  [700, 'normal', 'Bold'],
  [700, 'italic', 'BoldIt'],
] as const

/**
 * Characters that share their glyph with another one, and that other one.
 *
 * A browser cannot tell readers which of the two a glyph means. The text face is therefore served
 * twice, the second time for these alone; see `to-unicode.ts`.
 */
export const twins: ReadonlyMap<string, string> = new Map([
  ['\u02BB', '\u2018'],
  ['\u02BC', '\u2019'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2206', '\u0394'],
  ['\u2126', '\u03A9'],
  ['\u00B5', '\u03BC'],
  ['\u2215', '\u2044'],
])

/** Declare the faces; a browser fetches of them what a page needs. */
export function faceRules(): string {
  const rare = [...twins.keys()].map((letter) => `U+${letter.charCodeAt(0).toString(16)}`).join(',')
  const rules = textFiles().flatMap((file) => [
    rule(file),
    // Of two rules for one character the later holds.
    rule({...file, path: `${file.path}?twins`, range: rare}),
  ])
  return [...rules, ...hanFiles().map(rule)].join('\n')
}

/** Read the file of a face by its path; `null` when no face has it. */
export function faceFile(path: string): Uint8Array | null {
  const name = basename(path)
  const folder = name.endsWith('.ttf') ? [textPackage, 'TTF'] : [hanPackage, 'files']
  if (path !== root + name) return null
  try {
    return readFileSync(join(folderOf(folder[0] ?? ''), folder[1] ?? '', name))
  } catch {
    return null
  }
}

/** The file of the text face with this PostScript name; `null` for any other face. */
export function textFaceFile(postScriptName: string): Uint8Array | null {
  return postScriptName.startsWith('SourceSerif4') ? faceFile(`${root}${postScriptName}.ttf`) : null
}

/** Letters and signs that no face of the edition has, in their order. */
export function missingLetters(characters: ReadonlySet<string>): string[] {
  const own = codesOf(faceFile(`${root}${cuts.Edition}-Regular.ttf`))
  const files = hanFiles().filter(({weight}) => weight === 400)
  const read = new Map<string, ReadonlySet<number>>()
  // What a file says it is for it need not have: Korean is said, and not there.
  const isHan = (code: number): boolean =>
    files.some(({path, range = ''}) => {
      if (!rangesOf(range).some(([from, to]) => code >= from && code <= to)) return false
      const codes = read.get(path) ?? codesOf(faceFile(root + path.replace(/2$/, '')))
      read.set(path, codes)
      return codes.has(code)
    })
  return [...characters]
    .filter((letter) => /[^\s\p{C}]/u.test(letter))
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return !own.has(code) && !isHan(code)
    })
    .toSorted()
}

/** The characters that a font has glyphs for. */
function codesOf(font: Uint8Array | null): ReadonlySet<number> {
  if (!font) return new Set()
  return new Set(Object.keys(readFont(font).tables.cmap.glyphIndexMap).map(Number))
}

/** Read ranges as style sheets write them: `U+4e00-4e05,U+4e10`. */
function rangesOf(ranges: string): [from: number, to: number][] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

function textFiles(): FaceFile[] {
  return Object.entries(cuts).flatMap(([family, cut]) =>
    styles.map(([weight, style, name]) => ({family, weight, style, path: `${cut}-${name}.ttf`})),
  )
}

/** Chinese comes in many small files, each for some characters. */
function hanFiles(): FaceFile[] {
  const ranges = JSON.parse(
    readFileSync(join(folderOf(hanPackage), 'unicode.json'), 'utf8'),
  ) as Record<string, string>
  const there = new Set(readdirSync(join(folderOf(hanPackage), 'files')))
  return Object.entries(ranges).flatMap(([subset, range]) =>
    ([400, 700] as const).flatMap((weight): FaceFile[] => {
      const path = `noto-serif-sc-${subset.replaceAll(/[[\]]/g, '')}-${weight}-normal.woff2`
      // Subsets without a number hold the letters of another face.
      const isHan = subset.startsWith('[') && there.has(path)
      return isHan ? [{family: 'Edition Han', weight, style: 'normal', path, range}] : []
    }),
  )
}

function rule({family, weight, style, path, range}: FaceFile): string {
  const only = range === undefined ? '' : ` unicode-range: ${range};`
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: url(${root}${path});${only} }`
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}
