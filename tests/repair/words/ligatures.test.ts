import {describe, expect, test} from 'vitest'
import {loadLanguage} from '../../../build/store/load-language.ts'
import {damagedForms} from '../../../build/repair/words/ligature-forms.ts'
import {indexLigatures, lossesOf, wordsOf} from '../../../build/repair/words/ligature-index.ts'

describe('what is left of a word', () => {
  test('is each of its letters without the ligature, or with a letter of it', () => {
    expect(damagedForms('office').toSorted()).toEqual(
      ['ofce', 'offce', 'ofice', 'oice', 'oce'].toSorted(),
    )
    expect(damagedForms('fluff').toSorted()).toEqual(
      ['u', 'uf', 'uff', 'fu', 'fuf', 'fuff', 'flu', 'fluf'].toSorted(),
    )
    expect(damagedForms('paper')).toEqual([])
  })

  test('leads back to it, with all that was lost', async () => {
    const {words} = await loadLanguage()
    const joined = words.filter((word) => /ff|f[il]/.test(word))
    expect(joined.length).toBeGreaterThan(10_000)
    for (const word of joined) {
      for (const form of damagedForms(word)) {
        const losses = lossesOf(word, form)
        expect(losses?.length, `${word} from ${form}`).toBeGreaterThan(0)
      }
    }
  })

  test('is nothing that another word leaves', () => {
    expect(lossesOf('office', 'ocean')).toBeNull()
    expect(lossesOf('office', 'officer')).toBeNull()
    expect(lossesOf('office', 'office')).toEqual([])
  })

  test('never lost a capital', async () => {
    const index = indexLigatures(await loadLanguage())
    expect(wordsOf('ower', index)).toContain('flower')
    expect(wordsOf('Ower', index)).not.toContain('flower')
    expect(wordsOf('Oce', index)).toContain('office')
    expect(wordsOf('OCE', index)).toEqual([])
  })
})
