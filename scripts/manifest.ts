import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import type {MadeBrowser, Output} from '../build/made.ts'
import {manuscriptFiles} from '../build/store/load-edition.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'
import {sha256} from '../build/text/digest.ts'
import {project} from './workspace.ts'

/** Say what a build was made of and what it made, so that it can be made again and compared. */
export function makeManifest(
  name: string,
  identifier: string,
  edition: LoadedEdition,
  outputs: readonly Output[],
  browser: MadeBrowser | undefined,
): Output {
  const packages = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    version: string
    packages: Record<string, {version?: string; dev?: boolean}>
  }
  const versionOf = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(packages.packages)
        .filter(
          ([path, {dev}]) =>
            !dev && path.startsWith(prefix) && !path.slice(13).includes('node_modules'),
        )
        .map(([path, {version}]) => [path.replace('node_modules/', ''), version ?? '']),
    )
  const fonts = {
    ...versionOf('node_modules/source-serif'),
    ...versionOf('node_modules/@fontsource/'),
  }
  const tools = Object.fromEntries(
    [
      'unified',
      'remark-parse',
      'remark-rehype',
      'epub-gen-memory',
      '@resvg/resvg-wasm',
      'puppeteer',
      'pdf-lib',
    ].map((tool) => [tool, packages.packages[`node_modules/${tool}`]?.version ?? '']),
  )
  const content = {
    edition: edition.id,
    identifier,
    sources: Object.fromEntries(edition.texts.map(({id, source}) => [id, source.sha256])),
    manuscript: hashesOfManuscript(edition),
    outputs: Object.fromEntries(outputs.map((output) => [output.name, sha256(output.content)])),
    tools: {
      'annotated-edition': packages.version,
      ...tools,
      ...(browser ? {browser: browser.version} : {}),
    },
    fonts,
  }
  return {name: `${name}.manifest.json`, content: `${JSON.stringify(content, null, 2)}\n`}
}

/** The hashes of the files of the editors, by their paths in the edition. */
export function hashesOfManuscript(edition: LoadedEdition): Record<string, string> {
  return Object.fromEntries(
    manuscriptFiles(edition).map(({path, text}) => [fromEdition(path, edition), sha256(text)]),
  )
}

/** The same wherever the project lies. */
function fromEdition(path: string, edition: LoadedEdition): string {
  const folder = join(edition.file?.path ?? '', '..')
  return relative(folder, path).replaceAll('\\', '/')
}
