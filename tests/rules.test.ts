import {readdir, readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {dirname, join, relative, sep} from 'node:path'
import {expect, test} from 'vitest'
import {plantedElsewhere} from './specimen/faults-of-outputs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), {withFileTypes: true, recursive: true})
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Rules whose fault cannot be written as a folder; each is planted in the test that is named. */
const planted: Readonly<Record<string, string>> = {
  ...plantedElsewhere,
  'audit-citation': 'bibliography/finished-links.test.ts',
  'audit-index': 'names/finished-index.test.ts',
  'audit-link': 'specimen/epub.test.ts',
  'audit-missing': 'specimen/epub.test.ts',
  'audit-page': 'specimen/epub.test.ts',
  'audit-residual': 'specimen/epub.test.ts',
  format: 'command-line.test.ts',
  'map-label': 'pictures/map.test.ts',
  'map-place': 'pictures/map.test.ts',
  'picture-glyph': 'pictures/map.test.ts',
  'text-prefix': 'command-line.test.ts',
  'timeline-date': 'pictures/timeline.test.ts',
  'timeline-label': 'pictures/timeline.test.ts',
}

test('each rule that the code raises has a heading, and a case or a planted fault', async () => {
  const raised = new Set<string>()
  for (const path of [...(await filesUnder('build')), ...(await filesUnder('scripts'))]) {
    // What the repair rules find is no finding; they have a page of their own.
    if (!path.endsWith('.ts') || path.startsWith(join(root, 'build/repair'))) continue
    const code = await readFile(path, 'utf8')
    const patterns = [
      /ruleId: '([a-z-]+)'/g,
      /'((?:record|reference|note|mark|schema|yaml|audit)-[a-z-]+)'/g,
      /say\(\s*\w+,\s*'([a-z-]+)'/g,
      /say\('([a-z-]+)',/g,
    ]
    for (const pattern of patterns)
      for (const match of code.matchAll(pattern)) raised.add(match[1] ?? '')
  }
  for (const name of ['note-style', 'audit-text', 'reference-at', 'record-breaking']) {
    raised.delete(name)
  }
  const headings = [
    ...(await readFile(join(root, 'build/RULES.md'), 'utf8')).matchAll(/^### (.+)$/gm),
  ]
  expect(headings.map((match) => match[1]).toSorted()).toEqual([...raised].toSorted())
  const folders = await readdir(join(root, 'tests/fixtures/findings'))
  const covered = [...folders, ...Object.keys(planted)]
  expect(covered.toSorted()).toEqual([...raised].toSorted())
  for (const [rule, file] of Object.entries(planted)) {
    expect(await readFile(join(root, 'tests', file), 'utf8')).toContain(`'${rule}'`)
  }
})

/** Files that every folder may import. */
const shared = ['explain-system-error.ts', 'finding.ts', 'read-font.ts', 'tool-error.ts']

/** What each folder may import beside itself and what is shared. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  repair: ['text'],
  notes: ['structure', 'text'],
  structure: ['text'],
  bibliography: ['structure', 'text'],
  annotations: ['structure', 'text'],
  names: ['annotations', 'structure', 'text'],
  matter: ['annotations', 'structure', 'text'],
  pictures: ['text'],
  verdicts: ['repair', 'structure', 'text'],
  model: [
    'annotations',
    'bibliography',
    'matter',
    'names',
    'notes',
    'structure',
    'text',
    'verdicts',
  ],
  store: [
    'annotations',
    'bibliography',
    'matter',
    'model',
    'names',
    'notes',
    'pictures',
    'repair',
    'structure',
    'text',
    'verdicts',
  ],
  html: [
    'annotations',
    'bibliography',
    'matter',
    'model',
    'names',
    'pictures',
    'structure',
    'text',
    'verdicts',
  ],
  markdown: ['model', 'structure', 'text'],
  review: ['annotations', 'model', 'repair', 'structure', 'text', 'verdicts'],
  epub: ['html'],
  pdf: ['html', 'model'],
  audit: ['model', 'text'],
}

test('imports point one way', async () => {
  const wrong: string[] = []
  for (const path of await filesUnder('build')) {
    const [folder = ''] = relative(join(root, 'build'), path).split(sep)
    if (!path.endsWith('.ts') || folder.endsWith('.ts')) continue
    const code = await readFile(path, 'utf8')
    for (const match of code.matchAll(/from '(\.\.\/[^']+)'/g)) {
      const imported = relative(join(root, 'build'), join(dirname(path), match[1] ?? ''))
      const [target = ''] = imported.split(sep)
      if ([...shared, folder].includes(target)) continue
      if (!layers[folder]?.includes(target)) wrong.push(`${folder} → ${match[1]}`)
    }
    if (!['store', 'epub', 'pdf', 'pictures'].includes(folder) && /from 'node:fs/.test(code))
      wrong.push(`${path}: node:fs`)
    if (/process\.|Date\.now|Math\.random|console\./.test(code)) wrong.push(`${path}: not pure`)
  }
  expect(wrong).toEqual([])
})

test('no file is longer than 300 lines', async () => {
  const long: string[] = []
  for (const folder of ['build', 'scripts', 'tests']) {
    for (const path of await filesUnder(folder)) {
      if (!path.endsWith('.ts')) continue
      const lines = (await readFile(path, 'utf8')).split('\n').length
      if (lines > (folder === 'tests' ? 400 : 300)) long.push(`${path}: ${lines}`)
    }
  }
  expect(long).toEqual([])
})

test('the public surface is a list', async () => {
  expect(Object.keys(await import('../build/index.ts')).toSorted()).toEqual([
    'apply',
    'auditPdf',
    'auditText',
    'cleanedManuscript',
    'correctText',
    'editText',
    'editTexts',
    'exportNotes',
    'exportRecords',
    'exportText',
    'formatYaml',
    'inverse',
    'invert',
    'listEditions',
    'loadEdition',
    'makeBook',
    'makeOutputs',
    'originAt',
    'readPdf',
    'wordChanges',
    'writeEpub',
    'writePdf',
  ])
})
