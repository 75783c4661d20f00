import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {expect} from 'vitest'

/** The files of an EPUB, to be tampered with. */
export interface Tampered {
  /** The chapters that hold the texts of the edition. */
  readonly chapters: readonly string[]
  read(path: string): string
  /** Replace something; it must be there, a string exactly once. */
  replace(path: string, from: string | RegExp, to: string): void
  remove(path: string): void
}

/** Make a copy of an EPUB with faults in it; its type still comes first. */
export function tamper(epub: Uint8Array, plant: (files: Tampered) => void): Uint8Array {
  const {mimetype = new Uint8Array(), ...files} = unzipSync(epub)
  const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  plant({
    chapters: Object.keys(files).filter((path) => /\/text-[^/]*\.xhtml$/.test(path)),
    read,
    replace: (path, from, to) => {
      const before = read(path)
      if (typeof from === 'string') {
        expect(before.split(from), `"${from}" stands once in ${path}`).toHaveLength(2)
      } else expect(before).toMatch(from)
      files[path] = strToU8(before.replace(from, to))
    },
    remove: (path) => {
      expect(files[path], path).toBeDefined()
      delete files[path]
    },
  })
  return zipSync({mimetype: [mimetype, {level: 0}], ...files})
}
