import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {brotliDecompressSync} from 'node:zlib'
import type {Browser} from './machine.ts'
import {untar} from './untar.ts'

/**
 * Unpack the browser that came with `npm ci`, once, into a private folder named after its version.
 *
 * The code of the package itself is not used: it takes whatever lies at a fixed path of the folder
 * for temporary files, and turns the protections of the browser off. The libraries and the fonts
 * are unpacked too: a bare system has none, and without any font pages come out empty.
 *
 * Shape: folder → browser; `null` when the package is not installed. Only for Linux on x64.
 * Throws: `RangeError` or a system error when the archives are damaged or the disk is full; what
 * was unpacked by then is removed.
 */
export function unpackBrowser(cache: string): Browser | null {
  const home = packageFolder()
  if (home === null) return null
  const {version} = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) unpack(home, folder)
  // The folder may have been moved with the checkout since it was unpacked.
  const fonts = fontConfiguration(folder)
  const path = join(folder, 'fonts.conf')
  if (!existsSync(path) || readFileSync(path, 'utf8') !== fonts) writeFileSync(path, fonts)
  return {
    path: join(folder, 'chromium'),
    origin: 'packed',
    headless: 'shell',
    environment: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/** The whole folder appears at once, so that a second build never sees half of it. */
function unpack(home: string, folder: string): void {
  mkdirSync(dirname(folder), {recursive: true})
  const draft = `${folder}.${crypto.randomUUID()}.tmp`
  try {
    mkdirSync(draft, {mode: 0o755})
    const read = (name: string): Buffer =>
      brotliDecompressSync(readFileSync(join(home, 'bin', name)))
    writeFileSync(join(draft, 'chromium'), read('chromium.br'), {mode: 0o755})
    untar(read('al2023.tar.br'), draft)
    untar(read('fonts.tar.br'), draft)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, {recursive: true, force: true})
    if (!existsSync(folder)) throw error
  }
}

function fontConfiguration(folder: string): string {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const fonts = `<dir>${escaped}/fonts</dir><cachedir>${escaped}/fonts-cache</cachedir>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${fonts}</fontconfig>
`
}

function packageFolder(): string | null {
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve('@sparticuz/chromium')
    const home = dirname(dirname(entry))
    return existsSync(join(home, 'bin', 'chromium.br')) ? home : null
  } catch {
    return null
  }
}
