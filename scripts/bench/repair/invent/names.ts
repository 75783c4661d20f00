import type {Draw} from '../draw.ts'

/*
 * Names that no list of English words has, in the romanizations that a book on Inner Asia mixes.
 * The persons are invented; no work of theirs exists.
 */

const syllables = {
  wadeGiles: {
    family: ['Chang', 'Lu', 'Feng', 'Hsü', 'Kuo', 'T’ang', 'Ts’ai', 'P’eng', 'Tuan', 'Yüan', 'Fei'],
    given: [
      ['Tso', 'Kuo', 'Shao', 'Ch’ing', 'Yü', 'Tse', 'Hsüeh', 'Li', 'Pao', 'Chien', 'Fu'],
      ['lin', 'an', 't’ing', 'fu', 'hsiang', 'ch’ang', 'liang', 'feng', 'yi', 'chün', 'kuei'],
    ],
  },
  pinyin: {
    family: ['Fang', 'Song', 'Qiu', 'Zhou', 'Xue', 'Fu', 'Lü', 'Yan', 'Guo', 'Fei', 'Cao'],
    given: ['Guowen', 'Yiheng', 'Xiaofan', 'Zhengfu', 'Wenli', 'Jianfei', 'Yufeng', 'Qifan', 'Xi'],
  },
} as const

const mongolian = {
  father: ['Dashdorjiin', 'Lkhagvyn', 'Sodnomyn', 'Tserendorjiin', 'Chuluuny', 'Gelegiin'],
  given: ['Tsend', 'Bold-Erdene', 'Enkhtaivan', 'Batsükh', 'Sükhbold', 'Öldziikhutag', 'Nyamaa'],
}

const russian = {
  given: ['Arkadii', 'V. A.', 'Fyodor', 'Il’ia', 'S. M.', 'Vyacheslav', 'Evgenii', 'N. F.'],
  family: [
    'Krasnoborov',
    'Sheliapin',
    'Solomonov',
    'Agafonov',
    'Zhdanovskii',
    'Tarasenchuk',
    'Iur’ev',
    'Shcherbatovskii',
  ],
}

const japanese = {
  given: ['Kōzō', 'Tsuneo', 'Fumiko', 'Shin’ichi', 'Yūsaku', 'Masafumi', 'Ryōhei'],
  family: ['Morinaga', 'Hirabayashi', 'Fujikake', 'Ōnuma', 'Kuwabara', 'Matsumori', 'Nishiwaki'],
}

const western = {
  given: [
    'Edith',
    'A. F.',
    'Gottfried',
    'Hugh',
    'Margaret',
    'J. B.',
    'Étienne',
    'Rhiannon',
    'Olaf',
  ],
  family: [
    'McCaffrey',
    'Pfeiffer',
    'Ehrmann-Lüders',
    'O’Flaherty',
    'Marchbanks',
    'Kirkbride',
    'MacLeish',
    'Lefèvre',
    'Griffith-Jones',
    'Sjöholm',
    'Tremayne',
    'Lindstrand',
    'Riesinger',
    'Kropp',
  ],
}

/** A person as the text names them, and by the family name alone. */
export interface Person {
  readonly full: string
  readonly short: string
}

const makers: readonly ((draw: Draw) => Person)[] = [
  (draw) => {
    const {family, given} = syllables.wadeGiles
    const short = draw.pick(family)
    return {full: `${short} ${draw.pick(given[0])}-${draw.pick(given[1])}`, short}
  },
  (draw) => {
    const short = draw.pick(syllables.pinyin.family)
    return {full: `${short} ${draw.pick(syllables.pinyin.given)}`, short}
  },
  (draw) => {
    const short = draw.pick(mongolian.given)
    return {full: `${draw.pick(mongolian.father)} ${short}`, short}
  },
  (draw) => twoNames(draw, russian),
  (draw) => twoNames(draw, japanese),
  (draw) => twoNames(draw, western),
]

/** Invent a person. */
export function inventPerson(draw: Draw): Person {
  return draw.pick(makers)(draw)
}

function twoNames(
  draw: Draw,
  {given, family}: {given: readonly string[]; family: readonly string[]},
): Person {
  const short = draw.pick(family)
  return {full: `${draw.pick(given)} ${short}`, short}
}

/** Places of the border, under the names that maps of several languages give them. */
export const places: readonly string[] = [
  'Khabarovsk',
  'Hsing-an',
  'Xing’an',
  'Ch’ang-ch’un',
  'Ulaanbaatar',
  'Ulan-Ude',
  'Jehol',
  'Kalgan',
  'Barga',
  'Hailar',
  'Fengtian',
  'Dalai-nor',
  'Kiakhta',
  'Sükhbaatar',
  'Tsitsihar',
  'Qiqihar',
  'Blagoveshchensk',
  'Hulunbuir',
  'Tannu-Tuva',
  'Fukuoka',
  'Ufa',
  'Xi’an',
]
