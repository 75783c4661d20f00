import {
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'
import {explainSystemError} from '../../explain-system-error.ts'
import {ToolError} from '../../tool-error.ts'
import type {Browser, Machine} from './machine.ts'
import {untar} from './untar.ts'

/** Where a folder may not be written, another may. */
const refusals = ['EACCES', 'EPERM', 'EROFS']

/**
 * Unpack the browser that came with `npm ci`, once, into a private folder named after its version.
 *
 * The code of the package itself is not used: it takes whatever lies at a fixed path of the folder
 * for temporary files, and turns the protections of the browser off. The libraries and the fonts
 * are unpacked too: a bare system has none, and without any font pages come out empty.
 *
 * Shape: machine → browser, in the first of its folders that has it or can be written; `null` when
 * the package is not installed. Only for Linux on x64.
 * Throws: `ToolError` when it cannot be unpacked anywhere; what was unpacked by then is removed.
 */
export async function unpackBrowser(machine: Machine): Promise<Browser | null> {
  const home = packageFolder()
  if (home === null) return null
  const {version} = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const faults: string[] = []
  for (const cache of machine.caches) {
    const folder = join(cache, `chromium-${version}`)
    try {
      if (!existsSync(folder)) await unpack(home, folder, machine)
      // Two ways may lead to one folder; what is written into it must be the same for both.
      const real = realpathSync(folder)
      configureFonts(real)
      return browserIn(real)
    } catch (error) {
      const {code, message} = error as NodeJS.ErrnoException
      faults.push(`${cache}: ${explainSystemError(error) ?? message}`)
      if (!refusals.includes(code ?? '')) break
    }
  }
  throw new ToolError(
    `The browser, which takes 250 MB, cannot be unpacked into ${faults.join('; nor into ')}. Make room, or name another folder in XDG_CACHE_HOME or a browser in PUPPETEER_EXECUTABLE_PATH; \`--only epub\` builds without one.`,
  )
}

function browserIn(folder: string): Browser {
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
async function unpack(home: string, folder: string, machine: Machine): Promise<void> {
  const draft = machine.makeFolder(dirname(folder), '.unpacking-')
  try {
    const read = async (name: string): Promise<Buffer> =>
      promisify(brotliDecompress)(await readFile(join(home, 'bin', name)))
    writeFileSync(join(draft.path, 'chromium'), await read('chromium.br'), {mode: 0o755})
    untar(await read('al2023.tar.br'), draft.path)
    untar(await read('fonts.tar.br'), draft.path)
    // Others may use what one has unpacked.
    chmodSync(draft.path, 0o755)
    renameSync(draft.path, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    draft.remove()
  }
}

/** The folder may have been moved with the checkout since it was unpacked. */
function configureFonts(folder: string): void {
  const path = join(folder, 'fonts.conf')
  const fonts = fontConfiguration(folder)
  if (existsSync(path) && readFileSync(path, 'utf8') === fonts) return
  const draft = `${path}.${crypto.randomUUID()}.tmp`
  try {
    writeFileSync(draft, fonts)
    renameSync(draft, path)
  } finally {
    rmSync(draft, {force: true})
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
