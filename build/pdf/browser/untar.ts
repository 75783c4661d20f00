import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, resolve, sep} from 'node:path'

const block = 512

/**
 * Unpack a tar archive of plain files and folders.
 *
 * Shape: archive and folder → files below the folder; links and other entries are left out.
 * Throws: `RangeError` when an entry would lie outside the folder or the archive is cut short.
 * Source: POSIX.1-1988 `ustar`: name at 0, size in octal at 124, type at 156, prefix at 345.
 */
export function untar(archive: Buffer, folder: string): void {
  const root = resolve(folder)
  for (let at = 0; at + block <= archive.length;) {
    const field = (from: number, length: number): string =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = field(0, 100)
    if (name === '') return
    const size = Number.parseInt(field(124, 12), 8) || 0
    const type = field(156, 1)
    const path = resolve(root, field(345, 155), name)
    if (path !== root && !path.startsWith(root + sep)) {
      throw new RangeError(`Unexpected path \`${name}\` in an archive.`)
    }
    const start = at + block
    if (start + size > archive.length) throw new RangeError(`The archive ends inside \`${name}\`.`)
    if (type === '5') mkdirSync(path, {recursive: true})
    if (type === '0' || type === '') {
      mkdirSync(dirname(path), {recursive: true})
      writeFileSync(path, archive.subarray(start, start + size))
    }
    at = start + Math.ceil(size / block) * block
  }
}
