import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checkEditorsClaims} from '../../build/check-editors-claims.ts'
import {withoutUnseen} from '../../build/without-unseen.ts'
import type {Annotation, Claim} from '../../build/annotations/annotation.ts'
import {termsOf} from '../../build/annotations/check-claims.ts'
import {annotationNames} from '../../build/html/annotation-notes.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {loadText} from '../../build/store/load-text.ts'
import {childrenOf, isLeaf, isParent} from '../../build/structure/tree.ts'
import type {Leaf, Parents} from '../../build/structure/tree.ts'
import type {EditedText, TextEdition} from '../../build/model/edited-text.ts'
import {readFile} from 'node:fs/promises'
import {project} from '../../scripts/workspace.ts'

const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])
const known = edition.config?.texts ?? []
const footnote = edition.texts.find(({id}) => id === 'footnote') as EditedText

/** The specimen, with something changed in the annotations of one text. */
function edit(change: (one: Annotation) => Annotation): TextEdition[] {
  const texts = edition.texts.map((text) => {
    const {annotations, slips} = text.annotations
    return {...text, annotations: {annotations: annotations.map(change), slips}}
  })
  return editTexts(texts, 'per-text')
}
const rules = (change: (one: Annotation) => Annotation): string[] => {
  const texts = edit(change)
  const found = [
    ...texts.flatMap(({findings}) => findings),
    ...checkEditorsClaims(texts, edition, known, 'en'),
  ]
  return found.map(({ruleId}) => String(ruleId))
}
const claims =
  (id: string, ...made: Claim[]) =>
  (one: Annotation): Annotation =>
    one.id === id ? {...one, claims: made} : one
const says = (words: string): Claim => ({
  says: words,
  basis: 'computed',
  how: 'Counted.',
  has: ['Rotterdam, 1697'],
})

/** The leaf right before the call of each annotation. */
function before(tree: Parents): Map<string, Leaf> {
  const found = new Map<string, Leaf>()
  let last: Leaf | undefined
  const walk = (parent: Parents): void => {
    for (const child of childrenOf(parent)) {
      if (isLeaf(child)) last = child
      else if (child.type === 'annotationCall' && last) found.set(child.id, last)
      else if (isParent(child)) walk(child)
    }
  }
  walk(tree)
  return found
}

test('nothing is found in the annotations of the specimen', () => {
  expect(rules((one) => one)).toEqual([])
})

test.each<[rule: string, change: (one: Annotation) => Annotation]>([
  ['claim-basis', claims('f.e.bayle', says('It was printed in Rotterdam in 1698.'))],
  ['claim-basis', claims('f.e.bayle', says('It was printed by Reinier Leers.'))],
  // 169 is no part of 1697.
  ['claim-basis', claims('f.e.bayle', says('It was printed in 169 sheets.'))],
  [
    'claim-document',
    claims('f.e.bayle', {says: 'So they say.', basis: 'document', of: 'nobody', has: ['so']}),
  ],
  [
    'claim-document',
    (one) => ({
      ...one,
      claims: one.claims.map((claim) =>
        claim.basis === 'text' ? {...claim, digest: '00000000'} : claim,
      ),
    }),
  ],
  [
    'claim-document',
    (one) => ({
      ...one,
      claims: one.claims.map((claim) =>
        claim.basis === 'text' ? {...claim, text: 'nowhere'} : claim,
      ),
    }),
  ],
  ['annotation-length', claims('f.e.bayle', says('A book.'))],
  ['annotation-place', (one) => (one.id === 'f.e.bayle' ? {...one, end: 3, start: 0} : one)],
])('%s', (rule, change) => {
  expect(rules(change)).toContain(rule)
})

test('annotation-lemma: the source does not have the words', async () => {
  const folder = join(project, 'manuscript', 'specimen', 'texts', 'footnote')
  const path = join(folder, 'annotations.yaml')
  const draft = (await readFile(path, 'utf8')).replace('Pierre Bayle', 'Pierre Boyle')
  const sources = [join(project, 'manuscript', 'specimen', 'sources')]
  const {text} = await loadText(folder, 'footnote', sources, new Map([[path, draft]]))
  const [edited] = editTexts(text ? [text] : [], 'per-text')
  expect(edited?.findings.map(({ruleId}) => ruleId)).toEqual(['annotation-lemma'])
  expect(edited && before(edited.tree).size).toBe(0)
})

describe('calls', () => {
  const {tree} = edit((one) => one).find(({text}) => text.id === 'footnote') as TextEdition

  test('stand right behind their lemmata', () => {
    const {annotations} = footnote.annotations
    const found = before(tree)
    for (const {id, end} of annotations) expect(found.get(id)?.position.end.offset, id).toBe(end)
    expect(found.size).toBe(annotations.length)
  })

  test('are numbered in the order of reading: those of a note where it is called', () => {
    expect([...annotationNames(tree)]).toEqual([
      ['f.e.bayle', 'E1'],
      ['f.e.rabener', 'E2'],
      ['f.e.strahan', 'E3'],
      ['f.e.ibid', 'E4'],
    ])
  })

  test('do not drift when records come and go', () => {
    const {records, annotations} = footnote
    expect(records.length).toBeGreaterThan(5)
    for (const left of records) {
      const text = {...footnote, records: records.filter((one) => one !== left)}
      const [edited] = editTexts([text], 'per-text')
      const found = before((edited as TextEdition).tree)
      for (const {id, end} of annotations.annotations) {
        const leaf = found.get(id)
        // Without a record that a note needs, the text has errors, and no calls are set.
        if (leaf) expect(leaf.position.end.offset, `${id} without ${left.id}`).toBe(end)
        else expect((edited as TextEdition).findings.length, left.id).toBeGreaterThan(0)
      }
    }
  })
})

test('what rests on nothing seen is left out, but for drafts', () => {
  const count = (texts: readonly EditedText[]): number =>
    texts.flatMap((text) => text.annotations.annotations.flatMap((one) => one.claims)).length
  expect(count(withoutUnseen(edition, true).texts)).toBe(5)
  const final = withoutUnseen(edition, false).texts
  expect(count(final)).toBe(4)
  const {annotations, slips} = footnote.annotations
  const unseen: Claim = {says: 'Nobody knows.', basis: 'unseen'}
  const all = annotations.map((one) => ({...one, claims: [unseen]}))
  const texts = [{...footnote, annotations: {annotations: all, slips}}]
  const bare = withoutUnseen({...edition, texts}, false).texts
  expect(bare[0]?.annotations.annotations).toEqual([])
})

test('a claim rests on the words of its place, and on none beside them', () => {
  const {claims: own} = footnote.annotations.annotations[0] as Annotation
  const [place] = own
  if (place?.basis !== 'text') throw new Error('The first claim rests on no place of a text')
  // Right before the place stands the mark of its note, and right behind it a point and another note.
  expect(rules(claims('f.e.bayle', {...place, says: 'So Pierre Bayle, in 1697.'}))).toEqual([])
  expect(
    rules(claims('f.e.bayle', {...place, says: 'So Pierre Bayle and Alexander Pope.'})),
  ).toEqual(['claim-basis'])
})

test('in an extract, claims on another text are not held against what is not there', () => {
  const texts = edit((one) => ({
    ...one,
    claims: one.claims.map((claim) => (claim.basis === 'text' ? {...claim, text: 'names'} : claim)),
  })).filter(({text}) => text.id === 'footnote')
  expect(checkEditorsClaims(texts, edition, known, 'en')).toEqual([])
  expect(checkEditorsClaims(texts, edition, ['footnote'], 'en').length).toBeGreaterThan(0)
})

test.each<[words: string, terms: string[]]>([
  ['The talks opened on 30 June 1945.', ['30', 'June', '1945']],
  ['In 1945, Soong and Stalin met; *Pravda* said so.', ['1945', 'Soong', 'Stalin', 'Pravda']],
  ["Stalin's notes. Nobody read them.", []],
  ['He read Stalin’s notes, and NSC 68.', ['Stalin', 'NSC', '68']],
])('the terms of: %s', (words, terms) => {
  expect(termsOf(words)).toEqual(terms)
})
