import {strFromU8, unzipSync} from 'fflate'
import type {Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'

/** The documents of an EPUB by name, without folder and ending. */
export function filesOf(bytes: Uint8Array): Map<string, Root> {
  const files = unzipSync(bytes, {filter: ({name}) => name.endsWith('.xhtml')})
  return new Map(
    Object.entries(files).map(([path, file]) => {
      return [path.replace(/^.*\//, '').replace(/\.xhtml$/, ''), fromXml(strFromU8(file))]
    }),
  )
}
