import {readFile} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'
import {namesIn} from '../../build/store/read-if-there.ts'
import type {PageOptions} from '../../build/review/make-page-data.ts'

/** Pictures of pages: id of a text → label of a page → file. */
export type ImageFiles = ReadonlyMap<string, ReadonlyMap<string, string>>

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

/**
 * Find pictures of pages: `FOLDER/TEXT/198.png`, called after the number of their page.
 *
 * Shape: folder, ids of texts → files by text and number. Throws: a system error when one cannot be read.
 */
export async function findImages(folder: string, texts: readonly string[]): Promise<ImageFiles> {
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const text of texts) {
    const names = (await namesIn(join(folder, text))).filter((name) => typeOf(name) !== undefined)
    const files = names.map((name) => [basename(name, extname(name)), join(folder, text, name)])
    found.set(text, new Map(files as [string, string][]))
  }
  return found
}

/** The type of a picture by the ending of its name; `undefined` of what is none. */
export function typeOf(name: string): string | undefined {
  return types[extname(name).toLowerCase()]
}

/**
 * Give each page the address of its picture; an inferred number is found without its brackets.
 *
 * Shape: pictures, labels of the pages of each text, and what makes an address of text and file → addresses.
 */
export function imagesOf(
  images: ImageFiles,
  labels: ReadonlyMap<string, readonly string[]>,
  addressOf: (text: string, file: string) => string,
): PageOptions['images'] {
  return Object.fromEntries(
    [...labels].map(([text, pages]) => {
      const files = images.get(text)
      const own = pages.flatMap((page) => {
        const file = files?.get(page.replaceAll(/[[\]]/g, ''))
        return file === undefined ? [] : [[page, addressOf(text, file)] as const]
      })
      return [text, Object.fromEntries(own)]
    }),
  )
}

/** A picture as an address that holds it, for a page that is one file. */
export async function embedded(path: string): Promise<string> {
  const bytes = await readFile(path)
  return `data:${typeOf(path)};base64,${bytes.toString('base64')}`
}
