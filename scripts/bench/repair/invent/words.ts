/* The words from which sentences are made; each list fits one place of the sentences. */

/** Those who do something. */
export const offices: readonly string[] = [
  'the frontier office',
  'the staff of the consulate',
  'the chief surveyor',
  'the Anglo-Russian commission',
  'the bureau of resettlement',
  'the sub-prefect',
  'the Sino-Soviet joint committee',
  'a house of Scottish printers',
  'the chief of the customs staff',
  'the captain of the river police',
  'the vice-consul',
  'the famine committee',
  'the district magistrate',
  'an ex-officer of the guards',
  'the Board of Customs and Salt',
  'the quartermaster-general',
  'the court historian',
  'the postmaster',
  'the editor-in-chief of the gazette',
  'the Nationalist high command',
]

/** What they do it to. */
export const things: readonly string[] = [
  'a bundle of depositions',
  'the tariff of 1887',
  'forty certified copies',
  'the draft of a non-aggression pact',
  'a large map in six sheets',
  'the confiscated boats',
  'a re-edited list of magistrates',
  'the last draft of the treaty',
  'a well-known but ill-copied chronicle',
  'the so-called Tanaka papers',
  'a fragment of the twelfth-century stele',
  'the iron chests of the bank',
  'twenty-two boxes of correspondence',
  'an old-fashioned telescope',
  'the half-finished census',
  'the reports on barley, hemp and wool',
  'a sworn statement of two pages',
  'the seal of the river guild',
  'a list of bishops',
  'the difference between two printed texts',
  'the third and last volume',
  'a hand-drawn sketch of the harbour',
]

/** What they do, in the past. */
export const deeds: readonly string[] = [
  'copied out',
  'refused to sign',
  'confirmed',
  'repeated',
  'offered to buy back',
  'impounded',
  'catalogued',
  'described at length',
  'could hardly identify',
  'never came across',
  'altered',
  'copied by lamplight',
  'measured again',
  'sent back by the evening train',
  'briefly considered and then rejected',
  'had never seen',
  'cross-examined the owners of',
  'mislaid',
  'described, in a none too diplomatic manner,',
  'withheld',
]

/** When, where and how. */
export const circumstances: readonly string[] = [
  'before the first frost',
  'at the beginning of the twentieth century',
  'in spite of a loud protest',
  'under the influence of the war party',
  'in the year of the drought',
  'without so much as a nod',
  'at great cost and with little gain',
  'for reasons that are still poorly understood',
  'in the post-war years',
  'on the left bank of the river',
  'after a fortnight of fruitless talks',
  'as a matter of self-defence',
  'by way of Fukuoka',
  'in a high-handed manner',
  'in the presence of two witnesses',
  'to the satisfaction of nobody',
  'from the first to the last page',
  'with the help of a co-operative notary',
  'long before the telegraph line was laid',
]

/** What an account may be. */
export const qualities: readonly string[] = [
  'a matter-of-fact account',
  'self-contradictory',
  'of doubtful authenticity',
  'in the main trustworthy',
  'pro-Japanese in tone',
  'anti-clerical to a fault',
  'better than its reputation',
  'semi-official at best',
  'a state-of-the-art forgery',
  'surprisingly well informed',
  'a scientific curiosity',
  'untouched by the later quarrel',
  'half-forgotten',
  'crowded with small sums',
  'readable, if not always correct',
]

/** Works that nobody wrote; set in italics. */
export const titles: readonly string[] = [
  'The River and the Road',
  'Forty Years of Frontier Law',
  'A Survey of the Unfinished Border',
  'Istoriia odnoi granitsy',
  'Chung-kuo pien-chiang chien-shih',
  'Zhongguo bianfang dang’an',
  'Manshū kokkyō no kiroku',
  'Khil khyazgaaryn tüükh',
  'Towns and Garrisons of the North-East',
  'Die Grenze als Schriftstück',
  'Le Fleuve oublié',
  'The Trade of the Amur Ports',
  'Maps That Were Refused',
  'The Affair of the Two Seals',
  'Lanterns on the Ice',
  'Materialy po istorii Dal’nego Vostoka',
  'Pien-wu tang-an hsüan-chi',
  'A Guide to Provincial Archives',
]

/** Periodicals that never came out. */
export const journals: readonly string[] = [
  'Journal of Border Studies',
  'Far Eastern Notes',
  'Revue des archives perdues',
  'Pien-chiang yen-chiu',
  'Voprosy granitsy',
  'The Surveyor’s Quarterly',
  'Annals of Invented History',
  'Kokkyō kenkyū',
]

/** Newspapers likewise. */
export const papers: readonly string[] = [
  'Harbin Daily Star',
  'Amur Gazette',
  'North China Telegraph',
  'Vestnik granitsy',
  'Jen-min pien-pao',
  'Frankfurter Grenzbote',
]

/** Words of other languages, set in italics. */
export const foreign: readonly string[] = [
  'de facto',
  'ex officio',
  'fait accompli',
  'modus vivendi',
  'ad hoc',
  'samizdat',
  'zastava',
  'hoshun',
  'yamen',
  'pao-chia',
  'a fortiori',
]

/** Publishers of those works. */
export const presses: readonly string[] = [
  'Fairfield Press',
  'Izdatel’stvo Sever',
  'Unwritten University Press',
  'Larkin & Voss',
  'Chung-hua pien-she',
  'Librairie du Fleuve',
  'Government Printing House',
  'Hokuhō Shobō',
]

/** Where they have their seat. */
export const towns: readonly string[] = [
  'New York',
  'Harbin',
  'Moscow',
  'Taipei',
  'Ulaanbaatar',
  'Cambridge, MA',
  'Frankfurt',
  'Tokyo',
  'Peking',
  'Leeds',
  'Paris',
]
