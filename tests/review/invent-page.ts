import type {PageData, PageText} from '../../build/review/page-data.ts'
import type {Policy} from '../../build/verdicts/verdict.ts'
import {InventedText} from './invent-text.ts'

/** What an invented page is to be. */
export interface Invented {
  readonly mode?: PageData['mode']
  readonly who?: string | null
  /** How many items there are at least; more than the planted ones are repairs of one kind. */
  readonly items?: number
  readonly sample?: PageData['sample']
}

const policy: Policy = {selfAcceptance: false, twoReviewers: ['author']}

/** A page of three invented texts with everything that can be judged, words that mean harm among them. */
export function inventPage({
  mode = 'static',
  who = 'ed',
  items = 60,
  sample = null,
}: Invented = {}): PageData {
  const whole = [damaged(), hostile(), long(Math.max(0, items - 40))]
  return {
    mode,
    edition: {id: 'specimen', title: 'Three Essays on Damaged Texts'},
    policy,
    who,
    sample,
    faults: [],
    texts: whole.map((text) => (mode === 'public' ? {...text, source: null} : text)),
  }
}

/** The sources of an invented page, by id of their text. */
export function inventedSources(items?: number): Map<string, string> {
  const {texts} = inventPage(items === undefined ? {} : {items})
  return new Map(texts.map(({id, source}) => [id, source ?? '']))
}

/** A text with every kind of record, mark and proposal. */
function damaged(): PageText {
  const text = new InventedText()
  text
    .plant({
      id: 'h1',
      lemma: 'The Missing Letters',
      act: 'heading',
      says: '1',
      by: 'ed',
      why: 'The title of the essay.',
    })
    .end({type: 'heading'})
  text
    .plant({
      id: 'c1',
      lemma: 'and so the page',
      act: 'cut',
      says: 'before',
      by: 'ed',
      why: 'The first leaf is lost.',
      cert: 'medium',
    })
    .write(' begins in the middle, as if somebody had been speaking for a while. The ')
    .plant({id: 'ligature@3:92', lemma: 'ocials', reading: 'officials'})
    .write(' of the archive\nhad scanned it twice, and the second time was worse: ')
    .plant({
      id: 'l4.diculty',
      lemma: 'diculty',
      reading: 'difficulty',
      by: 'ed',
      said: ['weber accept Seen on the scan.', 'ed accept'],
    })
    .write(' upon ')
    .plant({
      id: 'ligature@4:71',
      lemma: 'diculty',
      reading: 'difficulty',
      said: ['weber reject The typist wrote it so.', 'ito accept The glyph is there in the scan.'],
    })
    .write(',\nas the keeper said. What was one word became two, what was two be')
    .plant({
      id: 'line-hyphen@5:70',
      lemma: '-\n',
      reading: '',
      kind: 'line/hyphen',
      by: 'line-hyphen',
      why: 'A word was divided at the end of the line.',
    })
    .write('came one: ')
    .plant({
      id: 'glue@6:10',
      lemma: 'ofthe',
      reading: 'of the',
      kind: 'ocr/spacing',
      by: 'glue',
      why: 'Two words stand in the word list, and their run does not.',
      said: ['weber accept'],
    })
    .write(' many pages only a few are as\nthey were.')
    .end()
  text
    .write('He wrote to a friend that ')
    .plant({
      id: 'q8.1937',
      lemma: '1937–\n- Stalin',
      reading: '1937–[38]. Stalin',
      kind: 'ocr/lacuna',
      by: 'ed',
      cert: 'medium',
      evidence: 'conjecture',
      why: 'The second year stood at the head of a line and was taken for the number of a list; which year it was is a conjecture.',
      said: ['weber query Which edition has the year?'],
    })
    .write(' was the third volume, and that nobody had ')
    .plant({
      id: 'l9.later',
      lemma: 'later this evening',
      act: 'query',
      kind: 'author/slip',
      by: 'ed',
      cert: 'low',
      evidence: 'internal',
      why: 'Later that evening is expected.',
      said: ['weber accept'],
    })
    .write(' returned it.\nThe name ')
    .plant({
      id: 'l9.novikov',
      lemma: 'Nowikow',
      act: 'keep',
      kind: 'undetermined/name',
      by: 'ed',
      why: 'Another romanization, used throughout.',
      said: ['ed accept stale'],
    })
    .write(' stands there as he spelled it, and ')
    .plant({
      id: 'confusion@10:58',
      lemma: 'tbe',
      sort: 'proposal',
      reading: 'the',
      kind: 'ocr/character',
      by: 'confusion',
      why: 'One letter apart from a frequent word.',
      candidates: [
        {reading: 'the', p: 0.91},
        {reading: 'tube', p: 0.06},
        {reading: 'tbe.', p: 0.03},
      ],
    })
    .write(' journal ')
    .plant({
      id: 'e10',
      lemma: 'Letters of Lead',
      act: 'emphasis',
      by: 'ed',
      why: 'Set in italic in print.',
    })
    .write(' printed it; ')
    .plant({
      id: 'g10',
      lemma: 'Bleisatz',
      act: 'language',
      says: 'de',
      by: 'ed',
      why: 'A German word.',
    })
    .write(' they called it. The sentence goes on over the')
    .plant({
      id: 'page-join@11:60',
      lemma: '\n\n[1]\n\nTHE MISSING LETTERS          2\n\n',
      act: 'join',
      says: 'space',
      by: 'page-join',
      why: 'A page ends in the middle of a sentence.',
      said: ['ed accept'],
    })
    .page('[2]')
    .plant({id: 'p2', lemma: '', act: 'page', says: '[2]', by: 'ed', why: 'The second sheet.'})
    .write('page, and nobody minds.')
    .end()
  text
    .plant({
      id: 'q16',
      lemma:
        'A letter that is lost is not a letter that was never there; it has left a place, and the place can be read by whoever knows the alphabet.',
      act: 'quotation',
      by: 'ed',
      why: 'Set as a block in print.',
    })
    .end({isQuoted: true})
  text
    .plant({
      id: 'd18',
      lemma: '— 2 —',
      act: 'drop',
      says: 'folio',
      by: 'ed',
      why: 'The folio stands in the margin.',
    })
    .write('Blanks are letters too.')
    .plant({
      id: 'tab@18:30',
      lemma: '\t',
      reading: ' ',
      kind: 'ocr/spacing',
      by: 'tab',
      why: 'A tab stands where a blank belongs.',
    })
    .write('A narrow one')
    .plant({
      id: 'l18.nbsp',
      lemma: '\u00A0',
      reading: ' ',
      kind: 'ocr/spacing',
      by: 'ed',
      why: 'No line was broken here in print.',
    })
    .write('costs nothing.')
    .plant({
      id: 'paragraph-end@18:58',
      lemma: '\n',
      reading: '\n\n',
      kind: 'line/paragraph',
      by: 'paragraph-end',
      why: 'A short line ends a paragraph.',
      said: ['ito reject', 'weber reject'],
    })
    .write('So it went on.')
    .end()
  text
    .plant({
      id: 'n20',
      lemma: '* The editors thank the library.',
      act: 'note',
      by: 'ed',
      why: 'A note without a number.',
    })
    .end({note: 'star'})
  return text.text('letters', 'The Missing Letters', 'en', policy)
}

/** Words that would do harm where words are taken for markup, and words that are hard to show. */
function hostile(): PageText {
  const text = new InventedText()
  text
    .write('He typed ')
    .plant({
      id: 'x1.image',
      lemma: '<img src=x onerror="window.harmed=1">',
      reading: '<b onclick=alert(1)>bold</b>',
      kind: 'ocr/character',
      by: 'ed',
      why: '<script>window.harmed=2</script>',
      said: ['weber accept </script><script>window.harmed=3</script>'],
    })
    .write(' and then ')
    .plant({
      id: 'x2.script',
      lemma: '</script><!--',
      reading: '',
      kind: 'ocr/character',
      by: 'ed',
      why: 'Nothing of the kind was printed: "quoted" & \'quoted\'.',
    })
    .write(', a line\nand ')
    .plant({
      id: 'x3.right',
      lemma: 'שלום עולם',
      reading: 'שלום, עולם',
      kind: 'undetermined/punctuation',
      by: 'ed',
      cert: 'low',
      evidence: 'external',
      why: 'A comma is expected.',
    })
    .write(' with ')
    .plant({
      id: 'x4.override',
      lemma: 'abc\u202Edef\u202C',
      reading: 'abcdef',
      kind: 'ocr/encoding',
      by: 'ed',
      why: 'Characters that turn the line round.',
    })
    .write(' and ')
    .plant({
      id: 'x5.wide',
      lemma: '𝔊𝔬𝔱𝔥',
      reading: '𝔊𝔬𝔱𝔥e',
      kind: 'ocr/character',
      by: 'ed',
      why: 'A letter is lost.',
    })
    .write(' and ')
    .plant({
      id: 'x6.long',
      lemma:
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
          2,
        ),
      reading: 'Donaudampfschiffahrtsgesellschaft',
      kind: 'undetermined/wording',
      by: 'ed',
      why: 'A very long word.',
    })
    .write(' in a row.')
    .end()
  return text.text('harm', '<i>Harm</i> & שלום', 'en', policy)
}

const forms: readonly (readonly [string, string])[] = [
  ['ocials', 'officials'],
  ['dierent', 'different'],
  ['eect', 'effect'],
  ['nally', 'finally'],
  ['conict', 'conflict'],
]

/** A text with many repairs, all of them hits. */
function long(items: number): PageText {
  const text = new InventedText()
  for (let number = 0; number < Math.max(4, items); number++) {
    const [lemma, reading] = forms[number % forms.length] ?? ['', '']
    const said = number % 3 === 0 ? ['weber accept'] : number % 17 === 0 ? ['weber reject'] : []
    text
      .write(`In case ${number + 1} the `)
      .plant({id: `ligature@${number}:9`, lemma, reading, said})
      .write(' were not of one mind, and the report says so in the margin.')
    if (number % 3 === 2) text.end()
    else text.write('\n')
  }
  text.end()
  return text.text('reports', 'Reports from the Reading Room', 'en', policy)
}
