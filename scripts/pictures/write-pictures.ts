import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {makePictures} from './make-pictures.ts'
import {encodePng} from './png.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'
import {explainMissing, openEdition, openWorkspace, project} from '../workspace.ts'

/*
 * The pictures of the README: a page of a PDF, an EPUB in a reading system, with a note open, a review.
 * `npm run pictures`, with the name of an edition if another one than the specimen is wanted;
 * `--manuscript`, `--sources` and `--out` name folders.
 */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    manuscript: {type: 'string'},
    sources: {type: 'string', multiple: true},
    out: {type: 'string', default: join(project, '.github', 'pictures')},
  },
})
const workspace = openWorkspace(values, process.env)
const edition = await openEdition(workspace, positionals[0] ?? 'specimen')
for (const missing of edition.missing) throw new Error(explainMissing(missing, workspace))
const {pictures, isPinned} = await makePictures(edition)
if (!isPinned) console.error('Another browser than that of the lock file made these pictures.')
for (const [name, picture] of Object.entries(pictures)) {
  const bytes = encodePng(picture)
  await writeWhole(join(workspace.out, name), bytes)
  console.log(`${show(join(workspace.out, name))}\t${(bytes.length / 1000).toFixed(0)} kB`)
}
