import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

/**
 * Bundle the script of the review page.
 *
 * Shape: nothing → one script that asks for nothing else, the same for the same sources.
 * Throws: an error of the bundler.
 */
export async function bundlePage(): Promise<string> {
  const input = fileURLToPath(new URL('../../build/review/page/main.ts', import.meta.url))
  const bundle = await rolldown({input, platform: 'browser', tsconfig: false})
  try {
    const {output} = await bundle.generate({format: 'iife', minify: true, comments: false})
    const [chunk, ...rest] = output
    if (rest.length > 0) throw new TypeError('The review page must be one script.')
    return chunk.code
  } finally {
    await bundle.close()
  }
}
