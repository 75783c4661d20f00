import {relative} from 'node:path'

/** A path the way a person would type it from here. */
export function show(path: string): string {
  const short = relative(process.cwd(), path)
  return short === '' ? '.' : short.startsWith('..') && short.length > path.length ? path : short
}
