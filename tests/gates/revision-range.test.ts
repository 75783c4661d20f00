import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {parseRange} from '../../scripts/git/parse-range.ts'
import {git, gitHome} from '../review/git-home.ts'
import {changesIn, runDiff} from '../review/run-diff.ts'

const home = gitHome()
const ligature = 'specimen/texts/ligature/corrections.yaml'
const footnote = 'specimen/texts/footnote/corrections.yaml'

const ids = async (range: string): Promise<string[]> =>
  (await changesIn(home, range)).changes.map(({id}) => id)

describe('a range', () => {
  test('names two revisions, or one and the files as they lie there', async () => {
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    home.commit()
    home.git('tag', 'first')
    await home.change(ligature, 'reading: "Griffo"', 'reading: "Two"')
    home.commit()
    await home.change(footnote, 'reading: "turns"', 'reading: "three"')
    expect(await ids('main~2..first')).toEqual(['l8.le'])
    expect(await ids('main~2..main')).toEqual(['l8.le', 'l19.grio'])
    expect(await ids('first..')).toEqual(['f67.tums', 'l19.grio'])
    expect(await ids('HEAD..')).toEqual(['f67.tums'])
    expect(await ids('main..HEAD')).toEqual([])
    // Backwards too.
    const {changes} = await changesIn(home, 'main..main~2')
    expect(changes.map(({after}) => after?.['reading'])).toEqual(['file', 'Griffo'])
  })

  test('with three points begins where both parted', async () => {
    home.git('checkout', '--quiet', '-b', 'work')
    await home.change(footnote, 'reading: "turns"', 'reading: "three"')
    home.commit()
    home.git('checkout', '--quiet', 'main')
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    home.commit()
    home.git('checkout', '--quiet', 'work')
    await home.change(footnote, 'reading: "Gottlieb"', 'reading: "four"')
    expect(await ids('main..work')).toEqual(['l8.le', 'f67.tums'])
    expect(await ids('main...work')).toEqual(['f67.tums'])
    expect(await ids('main...')).toEqual(['f67.tums', 'f29.gottleib'])
  })

  test('is read the same, whatever line ends the work tree has', async () => {
    await home.write(ligature, (await home.read(ligature)).replaceAll('\n', '\r\n'))
    expect(await ids('HEAD..')).toEqual([])
  })

  test.each(['main', '..main', '..', 'a..b..c', 'a....b'])('is not: %s', (range) => {
    expect(() => parseRange(range)).toThrow(/is no range of revisions; expected A\.\.B, A\.\./)
  })
})

describe('folders', () => {
  test('without any source, and none of its words', async () => {
    await home.remove('specimen/sources')
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    for (const format of ['terminal', 'markdown', 'json']) {
      const {code, stdout, stderr} = await runDiff(home, 'HEAD..', {format})
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain('l8.le')
      expect(stdout).not.toContain('it is not in the')
    }
    const {stderr, stdout} = await runDiff(home, 'HEAD..', {'with-source': true})
    expect(stderr).toContain('No source is there of specimen/ligature; its words are left out.')
    expect(stdout).toContain('l8.le')
  })

  test('with its source shows the words around, where places are in it', async () => {
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    await home.change('specimen/edition.yaml', 'paper: a4', 'paper: letter')
    const terminal = await runDiff(home, 'HEAD..', {'with-source': true})
    expect(terminal.stdout).toContain('source: it is not in the [le].⏎Between the two a small')
    const markdown = await runDiff(home, 'HEAD..', {'with-source': true, format: 'markdown'})
    expect(markdown.stdout).toContain(
      '  - source: `it is not in the [le].⏎Between the two a small`',
    )
    const {stdout} = await runDiff(home, 'HEAD..', {'with-source': true, format: 'json'})
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [{context: {before: 'it is not in the ', words: 'le'}}, {id: 'paper'}],
    })
  })

  test('whose source was replaced: moved places are counted, and what is gone has no words around', async () => {
    const sha256 = 'd2cbd917f6faf87b9f60c382e68e389665a2982312cd9aeacff19f291f312ea8'
    await home.change('specimen/texts/ligature/text.yaml', sha256, 'a'.repeat(64))
    await home.change(ligature, 'at: 8:72', 'at: 9:72')
    await home.change('specimen/texts/ligature/hits/ligature.tsv', '8:1\trst', '9:1\trst')
    const {changes, remarks} = await changesIn(home, 'HEAD..')
    expect(changes.map(({id, change, section}) => [id, change, section])).toEqual([
      ['source', 'changed', 'reader'],
      ['ligature@9:1', 'moved', 'numbers'],
      ['l8.le', 'moved', 'numbers'],
    ])
    expect(remarks.map(({says}) => says)).toEqual([
      'The source is another one: places before and now are in two texts.',
    ])
    const back = await runDiff(home, 'HEAD..', {'with-source': true})
    expect(back.stderr).toContain('No source is there of specimen/ligature')
    expect(back.stdout).toContain('records: 1 moved; hits: 1 moved')
  })

  test('that were renamed are the same: manuscripts, editions, texts', async () => {
    await home.move('specimen/texts/ligature', 'specimen/texts/ligatures')
    await home.change('specimen/edition.yaml', '- ligature', '- ligatures')
    await home.move('specimen', 'sampler')
    await home.move('.', '../books')
    home.commit()
    const moved = {...home, manuscript: join(home.path, 'books')}
    const {changes, remarks} = await changesIn(moved, 'HEAD~1..HEAD')
    expect(changes.map(({sort, id}) => [sort, id])).toEqual([['edition', 'texts']])
    expect(remarks.map(({says}) => says)).toEqual([
      'At HEAD~1 the editions lie in “manuscript/”.',
      'The folder of the edition “specimen” is called “sampler” now.',
      'The folder of the text “ligature” is called “ligatures” now.',
    ])
    // Asked for by the old name, in which there is nothing any more.
    const old = await changesIn(home, 'HEAD~1..HEAD')
    expect(old.changes).toHaveLength(1)
    expect(old.remarks[0]?.says).toBe('At HEAD the editions lie in “books/”.')
  })

  test('that are new or gone have all their entries, and one for the keys of text.yaml', async () => {
    await home.move('specimen/texts/names', '../names')
    home.commit()
    const {changes} = await changesIn(home, 'HEAD~1..HEAD')
    const names = changes.filter(({text}) => text === 'names')
    expect(new Set(names.map(({change}) => change))).toEqual(new Set(['withdrawn']))
    expect(names.filter(({sort}) => sort === 'text').map(({id}) => id)).toEqual(['names'])
    expect(names.length).toBeGreaterThan(60)
    expect(changes).toHaveLength(names.length)
    const back = (await changesIn(home, 'HEAD..HEAD~1')).changes
    expect(back.map(({id}) => id).toSorted()).toEqual(names.map(({id}) => id).toSorted())
    expect(new Set(back.map(({change}) => change))).toEqual(new Set(['added']))
  })

  test('of which a revision has none', async () => {
    home.git('checkout', '--quiet', '--orphan', 'empty')
    home.git('rm', '-r', '--quiet', '--cached', '.')
    home.git('commit', '--quiet', '--allow-empty', '--message', 'nothing')
    const {changes} = await changesIn(home, 'empty..main')
    expect(changes.filter(({sort}) => sort === 'edition').map(({id}) => id)).toEqual(['specimen'])
    const {code, stderr} = await runDiff(home, 'empty..empty')
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('neither at `empty` nor `empty`; name its folder with --manuscript.'),
    ])
  })

  test('with odd names, and a root that is the manuscript itself', async () => {
    const root = await mkdtemp(join(tmpdir(), 'edition-git-'))
    try {
      await home.move('.', `../${"it's *odd* [x]"}`)
      home.commit()
      const odd = {...home, manuscript: join(home.path, "it's *odd* [x]")}
      expect((await changesIn(odd, 'HEAD~1..HEAD')).remarks).toHaveLength(1)
      expect((await changesIn(odd, 'HEAD..')).remarks).toEqual([])
      git(root, ['init', '--quiet'])
      git(root, ['fetch', '--quiet', home.path, 'main'])
      git(root, ['read-tree', '--prefix=', `FETCH_HEAD~1:manuscript`])
      git(root, ['commit', '--quiet', '--message', 'root'])
      git(root, ['checkout', '--quiet', '.'])
      const told = await changesIn({...home, manuscript: root}, 'HEAD..')
      expect(told).toMatchObject({changes: [], remarks: []})
    } finally {
      await rm(root, {recursive: true})
    }
  })
})

describe('what cannot be done is said, and what to do', () => {
  const refused = async (
    range: string,
    says: string | RegExp,
    manuscript?: string,
  ): Promise<void> => {
    const where = manuscript === undefined ? home : {...home, manuscript}
    const {code, stdout, stderr} = await runDiff(where, range)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(says)
  }

  test('options in the place of revisions, and names that are none', async () => {
    await refused('--output=x..main', 'names no revision; expected one such as main or HEAD~1.')
    await refused('main..-rf', '`-rf` names no revision')
    await refused('main..a\0b', 'names no revision')
    await refused('main..nowhere', /No revision `nowhere` in this repository; `git branch --all`/)
    await refused('main..HEAD:manuscript', 'No revision `HEAD:manuscript`')
    await refused('main..$(touch pwned)', 'No revision')
  })

  test('no repository, or one without a work tree or a commit', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'edition-none-'))
    try {
      await refused('main..', 'is in no work tree of a git repository', folder)
      await refused('main..', 'is in no work tree', join(home.path, '.git'))
      git(folder, ['init', '--quiet'])
      await refused('main..', 'nothing has been committed yet.', folder)
    } finally {
      await rm(folder, {recursive: true})
    }
  })

  test('a shallow clone, and branches that have nothing in common', async () => {
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    home.commit()
    const clone = join(home.path, 'clone')
    home.git('clone', '--quiet', '--depth=1', `file://${home.path}`, clone)
    await refused(
      'HEAD~1..HEAD',
      /the clone is shallow.*git fetch --unshallow.*fetch-depth: 0/,
      join(clone, 'manuscript'),
    )
    home.git('checkout', '--quiet', '--orphan', 'other')
    home.git('commit', '--quiet', '--message', 'another beginning')
    await refused(
      'main...other',
      /No commit that `main` and `other` have in common; compare them as they are/,
    )
  })

  test('options that belong to other forms of the command', async () => {
    for (const flags of [{format: 'tei'}, {all: true}]) {
      expect((await runDiff(home, 'main..', flags)).code).toBe(2)
    }
  })

  test('git is not there', async () => {
    vi.stubEnv('PATH', '/nonexistent')
    try {
      const {code, stderr} = await runDiff(home, 'main..')
      expect([code, stderr]).toEqual([
        3,
        'Git, which reads revisions, cannot be run: it is not there; install it.\n',
      ])
    } finally {
      vi.unstubAllEnvs()
    }
  })
})

describe('a file that cannot be read is a finding, and the rest goes on', () => {
  test('as it is now: at its revision and line, with exit code 1', async () => {
    await home.write(ligature, 'l4.paragraph:\n  at: 4:18\n lemma: "x"\n')
    await home.change(footnote, 'reading: "turns"', 'reading: "three"')
    await home.change('specimen/texts/footnote/structure.yaml', 'depth: 1', 'depth: 9')
    home.commit()
    const told = await changesIn(home, 'HEAD~1..HEAD')
    // Nothing is said of the records that cannot be read, nor of the hits that they stood for.
    expect(told.changes.map(({id}) => id)).toEqual(['h5', 'f67.tums'])
    expect(told.findings.map(({file, line, ruleId}) => [file, line, ruleId])).toEqual([
      ['HEAD:manuscript/specimen/texts/ligature/corrections.yaml', 3, 'yaml-syntax'],
      ['HEAD:manuscript/specimen/texts/footnote/structure.yaml', 30, 'schema-value'],
    ])
    const {code, stdout, stderr} = await runDiff(home, 'HEAD~1..HEAD', {format: 'markdown'})
    expect(code).toBe(1)
    expect(stderr).toContain('HEAD:manuscript/specimen/texts/ligature/corrections.yaml:3:')
    expect(stdout).toContain('### What is wrong in the files\n\n- `HEAD:manuscript/specimen/texts/')
  })

  test('as it was: a warning, for nobody can mend it', async () => {
    const good = await home.read(ligature)
    await home.write(ligature, 'l4.paragraph: [\n')
    await home.write('specimen/texts/ligature/hits/glue.tsv', '# glue 1 en-1\n25:23,\n')
    home.commit()
    await home.write(ligature, good)
    const {code, stdout, stderr} = await runDiff(home, 'HEAD..')
    expect(code).toBe(0)
    expect(stderr).toMatch(/corrections\.yaml:2:1 {2}warning [^]*\n0 errors, 1 warning\n/)
    expect(stdout).toBe('HEAD..: nothing that the editors say has changed.\n')
    const table = await runDiff(home, 'HEAD~1..')
    expect(table.code).toBe(1)
    expect(table.stderr).toMatch(
      /hits\/glue\.tsv:2:1 {2}error {2}Unexpected line in a table of hits;/,
    )
  })

  test('what was wrong in files that did not change is passed over', async () => {
    await home.change('specimen/texts/footnote/structure.yaml', 'depth: 1', 'depth: 9')
    home.commit()
    await home.change(ligature, 'reading: "file"', 'reading: "one"')
    expect((await changesIn(home, 'HEAD..')).findings).toEqual([])
  })
})
