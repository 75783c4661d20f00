import {defineConfig} from 'vitest/config'
import {SkipReporter} from './skip-reporter.ts'

/** Slow gates: programs of others, processes that hang, large layouts. */
const gates = 'tests/gates/**'

export default defineConfig(({mode}) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: mode === 'gates' ? [`${gates}/*.test.ts`] : ['tests/**/*.test.ts'],
    exclude: mode === 'gates' ? [] : [gates],
    // Nothing is timed by it: it ends what hangs, on slow machines too.
    testTimeout: 400_000,
    hookTimeout: 400_000,
    reporters: ['default', new SkipReporter()],
    // One is the default for two cores, and the tests wait for other processes most of the time.
    maxWorkers: 2,
    // Files share what is read once; nothing below scripts/ has a state to spoil.
    isolate: mode === 'gates',
  },
}))
