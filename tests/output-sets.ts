import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {sha256} from '../build/text/digest.ts'

/** The files of a folder, with those below it, and their contents. */
export async function readSet(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true}).catch(() => [])
  const set: Record<string, string> = {}
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    set[path.slice(folder.length + 1)] = await readFile(path, 'latin1')
  }
  return set
}

/** Names in a folder that are no outputs: what a command has left. */
export async function litterIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, {recursive: true}).catch(() => [])
  return names.filter((name) => /(^|[/\\])\.|\.tmp$/.test(name))
}

/** The outputs whose hash is not that of the manifest. */
export async function strangersTo(folder: string, manifest: string): Promise<string[]> {
  const {outputs} = JSON.parse(await readFile(join(folder, manifest), 'utf8')) as {
    outputs: Record<string, string>
  }
  const strangers: string[] = []
  for (const [name, hash] of Object.entries(outputs)) {
    if (sha256(await readFile(join(folder, name))) !== hash) strangers.push(name)
  }
  return strangers
}
