import type {Draw} from '../draw.ts'
import {inventPerson, places} from './names.ts'

/*
 * Sentences in which nothing is wrong, though much looks it: names and forms that no dictionary
 * has, and words that would be others if a ligature were put into them.
 */
const patterns: readonly string[] = [
  'Please return the form(s) to {person} by 17:30 h; late form(s) are not accepted.',
  'The function `findOffset(src, i)` returns −1 where no “fi” is found; see https://example.org/find-it?id=fi2.',
  'Mr. McDonald, Mrs. MacLeod and Dr. O’Hara-Ffrench shared a cab with J. R. R. de la Tour.',
  'They ed the text, i.e. they were its eds; the re-ed. of 1902 was a reed in the wind.',
  'The sh in Welsh “sh” is no fish; the our in “colour” is no flour; an ash is not a flash.',
  'A nance of Nantes, a rm of RMs, an ect of Ects: so ran the list of abbreviations (abbr.).',
  'In Pinyin {place} is Ha’erbin, in Wade-Giles Ha-erh-pin; cf. T’ung-chih, Hsüan-t’ung, Xi’an.',
  'The siglum f. stands for folio, ff. for folios or for what follows: f. 12r, ff. 13v–15r.',
  'Khorloogiin, Puntsagiin and Lkhamsürengiin are genitives; Bat-Ochir and Choi-zhav are names.',
  'See p. 3f., §§ 4ff., Bd. II/2, S. 17, nos. 3–5, and MS Add. 1234, fo. 5.',
  'The ship’s engineer, one Ofir Tal, asked about the of-fice of “Ofcom” and the eet of Leet.',
  'He wrote “ocial” for “social”, sic, and {person} let it stand [sic!].',
  'Kyōsan shugi to kokusai seiji is the title; its author, {person}, read it at Tōkyō Daigaku.',
  'Prices: $3,500/ton; 5 % of £12.6m; 3-1/2 in. by 22-1/2 in.; 10:35pm; 6–7 p.m.; 1960s; ’55.',
  'The ice-free port of {place} (lat. 43°07′ N) is called Vladivostok in Izvestiia and Pravda.',
  'Rus’, Gor’kii, Il’ich and Ob’ keep their soft signs; Yan’an and Ji’an their apostrophes.',
  'E-mail jdoe@example.org or xx_conf.ini; the variable nIdx0 and the file README.md are not prose.',
  'The WWII-era NKVD–MGB files, the USSR’s and the PRC’s, were de-classified in the mid-1990s.',
  'Van der Meer, von Sternberg, ap Rhys and al-Afghani are filed under M, S, R and A.',
  'A re is played before a mi; a aw is nothing; a ow is a cry of pain in some novels.',
  'Ying, Ning and Ting are names; so are Rie, Shing, Aord, Dier and Oce in this register.',
]

/** Write one of them. */
export function inventOddSentence(draw: Draw): string {
  return draw.pick(patterns).replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    return slot === 'place' ? draw.pick(places) : inventPerson(draw).full
  })
}
