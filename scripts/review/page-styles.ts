import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {project} from '../workspace.ts'

/** The cuts of the text face that the page needs. */
const cuts = [
  {file: 'Regular', weight: '400', style: 'normal'},
  {file: 'It', weight: '400', style: 'italic'},
  {file: 'Bold', weight: '600 700', style: 'normal'},
] as const

/**
 * Read the styles of the review page, with the face in which the texts are set.
 *
 * Shape: nothing → CSS that asks for nothing else: the files of the face are held in it.
 */
export async function pageStyles(): Promise<string> {
  const own = await readFile(join(project, 'styles', 'review.css'), 'utf8')
  const folder = dirname(createRequire(import.meta.url).resolve('source-serif/package.json'))
  const faces = cuts.map(async ({file, weight, style}) => {
    const path = join(folder, 'WOFF2', 'TTF', `SourceSerif4-${file}.ttf.woff2`)
    const data = (await readFile(path)).toString('base64')
    return `@font-face{font-family:Edition;font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`
  })
  return [...(await Promise.all(faces)), own].join('\n')
}
