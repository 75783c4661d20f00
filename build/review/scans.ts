import type {Root} from 'mdast'
import type {EditedText} from '../model/edited-text.ts'
import {blocksOf} from '../structure/locators.ts'

/**
 * Where anybody can see the pages of a text.
 *
 * Shape: text, edition tree → address by label of page; empty where text.yaml names no scan.
 */
export function scansOf({config}: Pick<EditedText, 'config'>, tree: Root): Record<string, string> {
  const {scan} = config
  if (scan === undefined) return {}
  const labels = blocksOf(tree).flatMap(({runs}) => runs.flatMap(({page}) => page ?? []))
  return Object.fromEntries(
    [...new Set(labels)].map((label, index) => [label, scanOf(scan, label, index + 1)]),
  )
}

/** The address of a page: by its label, without brackets, or as the how manieth it is. */
export function scanOf(scan: string, label: string, sheet: number): string {
  return scan
    .replaceAll('{page}', encodeURIComponent(label.replaceAll(/[[\]]/g, '')))
    .replaceAll('{sheet}', String(sheet))
}
