import {createRequire} from 'node:module'
import {join} from 'node:path'
import process from 'node:process'

/**
 * Say how to require from a package of the benchmark: from the project's own, or from the folder
 * that the environment variable `BENCH_CORPORA` names, one that has `node_modules` in it.
 *
 * Throws: `Error` when it is not installed in either.
 */
export function requireFor(name: string): NodeJS.Require {
  const places = [import.meta.url]
  if (process.env.BENCH_CORPORA) places.push(join(process.env.BENCH_CORPORA, 'package.json'))
  for (const place of places) {
    const require = createRequire(place)
    try {
      require.resolve(`${name}/package.json`)
      return require
    } catch {
      // The next place may have it.
    }
  }
  throw new Error(`The package “${name}” is not installed; run \`npm ci\``)
}
