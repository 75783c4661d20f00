import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {sha256} from '../../build/text/digest.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'
import {project} from '../workspace.ts'
import {specimenTexts} from './specimen.ts'

// Damages the undamaged texts of the specimen anew. After a change the sources are to be pinned
// again in text.yaml, and records and marks to be moved; a test says when that is due.
for (const {id, file, damage} of specimenTexts) {
  const original = join(project, 'tests', 'fixtures', 'specimen', `${id}.md`)
  const {source} = damage(await readFile(original, 'utf8'))
  const path = join(project, 'manuscript', 'specimen', 'sources', file)
  await writeWhole(path, source)
  console.log(`${show(path)}\t${sha256(source)}\t${Buffer.byteLength(source)} bytes`)
}
