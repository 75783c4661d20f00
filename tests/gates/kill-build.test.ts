import {cp, mkdir, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {recoverFiles} from '../../scripts/files/recover-files.ts'
import {chance} from '../../scripts/specimen/chance.ts'
import {buildOf, change, freshSpecimen} from '../fresh-specimen.ts'
import {litterIn, readSet, strangersTo} from '../output-sets.ts'
import {runEdition, startEdition} from '../run-edition.ts'

describe('builds', () => {
  const home = freshSpecimen()
  const args = (more: readonly string[] = []): string[] => [...buildOf(home), ...more]
  const entitle = (from: string, to: string): Promise<void> =>
    change(join(home.manuscript, 'specimen', 'edition.yaml'), `title: ${from}`, `title: ${to}`)

  test('killed at any moment: the set is the old or the new one after the next command', async () => {
    expect((await runEdition(args())).code).toBe(0)
    const old = await readSet(home.out)
    await cp(home.out, join(home.path, 'old'), {recursive: true})
    await entitle('', 'Another ')
    const begun = performance.now()
    expect((await runEdition(args())).code).toBe(0)
    const duration = performance.now() - begun
    const fresh = await readSet(home.out)
    expect(fresh['specimen.epub']).not.toBe(old['specimen.epub'])
    const random = chance(11)
    const seen = {old: 0, new: 0, cut: 0}
    for (let index = 0; index < 20; index++) {
      await rm(home.out, {recursive: true})
      await cp(join(home.path, 'old'), home.out, {recursive: true})
      const {child: process, result} = startEdition(args())
      if (index % 2 === 0) await pause(duration * random())
      else {
        // The end is the short part in which files are written.
        let isOver = false
        void result.then(() => (isOver = true))
        while (!isOver && (await litterIn(home.out)).length === 0) await pause(1)
        await pause(12 * random())
      }
      process.kill('SIGKILL')
      await result
      for (const [name, content] of Object.entries(await readSet(home.out))) {
        if (!name.startsWith('.')) expect([old[name], fresh[name]]).toContain(content)
      }
      if ((await litterIn(home.out)).length > 0) seen.cut++
      await recoverFiles(home.out)
      const after = await readSet(home.out)
      const isNew = after['specimen.epub'] === fresh['specimen.epub']
      expect(after).toEqual(isNew ? fresh : old)
      expect(await strangersTo(home.out, 'specimen.manifest.json')).toEqual([])
      seen[isNew ? 'new' : 'old']++
    }
    console.log(
      `20 kills: ${seen.old} left the old set, ${seen.new} the new one; ${seen.cut} left something for the next command`,
    )
    expect(Math.min(seen.old, seen.cut)).toBeGreaterThan(0)
    expect((await runEdition(args())).code).toBe(0)
    expect(await readSet(home.out)).toEqual(fresh)
  })

  test('four at once, of two states of the manuscript: each ends well, one set is there', async () => {
    const other = join(home.path, 'other')
    await cp(home.manuscript, other, {recursive: true})
    await change(join(other, 'specimen', 'edition.yaml'), 'title: ', 'title: Another ')
    const outs = await Promise.all(
      [[], ['--manuscript', other], [], ['--manuscript', other]].map((more) =>
        runEdition(args(more)),
      ),
    )
    expect(outs.map(({code}) => code)).toEqual([0, 0, 0, 0])
    expect(await strangersTo(home.out, 'specimen.manifest.json')).toEqual([])
    expect((await readdir(home.out)).toSorted()).toEqual([
      'specimen.epub',
      'specimen.manifest.json',
    ])
  })

  test('a command that is killed and whose folder is removed is no hindrance', async () => {
    await mkdir(home.out)
    const {child: process, result} = startEdition(args())
    await pause(200)
    process.kill('SIGKILL')
    await result
    await rm(home.out, {recursive: true})
    expect((await runEdition(args())).code).toBe(0)
    expect(await litterIn(home.out)).toEqual([])
  })
})
