import {existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import puppeteer from 'puppeteer'
import {ToolError} from '../../tool-error.ts'
import type {Browser, Machine} from './machine.ts'
import {unpackBrowser} from './unpack-browser.ts'

/**
 * Find the browser that lays out pages.
 *
 * Order: the one that `PUPPETEER_EXECUTABLE_PATH` names · the one of the lock file (Linux on x64),
 * which alone gives the same bytes everywhere · one that Puppeteer has fetched · a Chrome, Edge or
 * Chromium of the system.
 *
 * Throws: `ToolError` when there is none, the one that is named does not exist, or the one of the
 * lock file cannot be unpacked.
 */
export async function findBrowser(machine: Machine): Promise<Browser> {
  const named = machine.environment['PUPPETEER_EXECUTABLE_PATH']
  if (named) {
    if (existsSync(named)) return other(named, 'environment', machine)
    throw new ToolError(`No browser at ${named}, which PUPPETEER_EXECUTABLE_PATH names.`)
  }
  if (machine.platform === 'linux' && machine.arch === 'x64') {
    const packed = await unpackBrowser(machine)
    if (packed) return {...packed, environment: {...machine.environment, ...packed.environment}}
  }
  const fetched = await puppeteer.executablePath({headless: 'shell'}).catch(() => '')
  if (fetched && existsSync(fetched)) return other(fetched, 'puppeteer', machine)
  const installed = placesOf(machine).find((path) => existsSync(path))
  if (installed) return other(installed, 'system', machine)
  throw new ToolError(
    'No browser to lay out the pages of the PDF. Run `npx puppeteer browsers install chrome-headless-shell`, or name one in PUPPETEER_EXECUTABLE_PATH; `--only epub` builds without one.',
  )
}

function other(path: string, origin: Browser['origin'], {environment}: Machine): Browser {
  const headless = /headless[-_]shell/.test(path) ? 'shell' : true
  return {path, origin, headless, environment}
}

/** Where systems keep browsers that can do the work. */
function placesOf({platform, environment}: Machine): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    const names = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => {
      const folder = environment[root]
      return folder ? names.map((name) => join(folder, name)) : []
    })
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}
