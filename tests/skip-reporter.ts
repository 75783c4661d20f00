import type {Reporter, TestModule, Vitest} from 'vitest/node'

/**
 * Count the tests that were skipped, by their reasons; one without a reason fails the run.
 *
 * A test says its reason with `context.skip(condition, reason)`.
 */
export class SkipReporter implements Reporter {
  #isWhole = true

  onInit({config}: Vitest): void {
    // Who asks for some tests by their names knows that the others are skipped.
    this.#isWhole = config.testNamePattern === undefined
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!this.#isWhole) return
    const counts = new Map<string, number>()
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result()
        const reason = ((result.state === 'skipped' && result.note) || '').trim()
        const key = reason === '' ? `no reason is given for ${test.fullName}` : reason
        counts.set(key, (counts.get(key) ?? 0) + 1)
        if (reason === '') process.exitCode = 1
      }
    }
    for (const [reason, count] of counts) {
      console.log(`Skipped ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`)
    }
  }
}
