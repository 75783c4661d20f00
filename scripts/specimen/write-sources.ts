import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {sha256} from '../../build/text/digest.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'
import {project} from '../workspace.ts'
import {specimenTexts} from './specimen.ts'

// Damages the undamaged texts of the specimen anew; `--check` only says what would change. After
// a change the sources are to be pinned again in text.yaml, and records and marks to be moved.
const {values} = parseArgs({options: {check: {type: 'boolean'}}})
let changed = 0
for (const {id, file, damage} of specimenTexts) {
  const original = join(project, 'tests', 'fixtures', 'specimen', `${id}.md`)
  const {source} = damage(await readFile(original, 'utf8'))
  const path = join(project, 'manuscript', 'specimen', 'sources', file)
  if (source === (await readFile(path, 'utf8').catch(() => ''))) continue
  changed++
  if (values.check !== true) await writeWhole(path, source)
  console.log(`${show(path)}\t${sha256(source)}\t${Buffer.byteLength(source)} bytes`)
}
if (changed === 0)
  console.log('The sources of the specimen are what the script makes of the texts.')
if (values.check === true && changed > 0) process.exitCode = 1
