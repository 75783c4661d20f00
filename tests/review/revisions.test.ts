import {describe, expect, test} from 'vitest'
import {report} from '../../build/review/revisions/report.ts'
import {gitHome} from './git-home.ts'
import {casesIn, ligature, texts} from './revision-cases.ts'
import {changesIn} from './run-diff.ts'

const home = gitHome()

describe('one change is one item, in one section', () => {
  test.each(Object.entries(casesIn(home)))('%s', async (_, {edit, told}) => {
    await edit()
    const {changes, remarks, findings} = await changesIn(home, 'HEAD..')
    expect(changes).toMatchObject(told)
    expect(changes).toHaveLength(told.length)
    expect(remarks).toEqual([])
    expect(findings).toEqual([])
    // And the report tells each once.
    const units = report({changes, remarks}).told
    expect(new Set(units.flatMap((one) => one.changes))).toEqual(new Set(changes))
    expect(units.flatMap((one) => one.changes)).toHaveLength(changes.length)
  })

  test('verdicts: given, changed, taken back, and stale', async () => {
    const path = `${texts}/ligature/reviews/anna.yaml`
    const said = (id: string, verdict: string, of: string): string =>
      `${id}:\n  verdict: ${verdict}\n  of: ${of}\n`
    await home.write(
      path,
      `${said('l13.letter', 'accept', '00000000')}${said('l5.word', 'accept', '00000000')}`,
    )
    home.commit()
    await home.write(
      path,
      `${said('l5.word', 'reject', '00000000')}${said('l8.le', 'query', '4a5b6c7d')}`,
    )
    await home.change(ligature, 'reading: "file"', 'reading: "filet"')
    home.commit()
    const {changes} = await changesIn(home, 'HEAD~1..')
    expect(changes).toMatchObject([
      {id: 'l8.le', sort: 'record', change: 'changed', section: 'reader', stale: ['anna']},
      {
        id: 'l5.word',
        sort: 'verdict',
        type: 'anna',
        change: 're-judged',
        section: 'verdicts',
        fields: ['verdict'],
        stale: ['anna'],
      },
      {id: 'l13.letter', sort: 'verdict', change: 'withdrawn', section: 'verdicts', stale: []},
      {id: 'l8.le', sort: 'verdict', change: 'added', section: 'verdicts', stale: ['anna']},
    ])
    expect(changes).toHaveLength(4)
  })

  test('other versions of tables are one line and no item', async () => {
    for (const rule of ['ligature', 'glue', 'line-hyphen']) {
      await home.change(`${texts}/ligature/hits/${rule}.tsv`, '1 en-1', '1 en-2')
    }
    await home.change(`${texts}/ligature/hits/glue.tsv`, '25:23\t,\t, \n', '')
    const {changes, remarks} = await changesIn(home, 'HEAD..')
    expect(changes).toEqual([])
    expect(remarks.map(({text, says}) => [text, says])).toEqual([
      [
        'ligature',
        'Other versions of the tables of hits: 1 en-1 → 1 en-2 (glue, ligature, line-hyphen).',
      ],
      [
        'ligature',
        '1 hit that is not at work, for something was done by hand there, changed in the tables.',
      ],
    ])
  })
})
