/** Sounds that begin a syllable in the romanization of Wade and Giles, and those that end one. */
const initials = "p|p'|m|f|t|t'|n|l|k|k'|h|ch|ch'|hs|sh|j|ts|ts'|tz|tz'|ss|sz|w|y|"
const finals =
  'a|o|e|eh|ih|u|ai|ei|ao|ou|an|en|ang|eng|ung|erh|i|ia|iai|iao|ieh|iu|ien|in|iang|ing|iung|io|' +
  'ua|uo|ui|uai|uei|uan|un|uang|ueh|uen|ü|üeh|üan|ün|ue|yüeh|yüan|yün|yu|yung'

const syllable = new RegExp(`^(?:${initials})(?:${finals})$`, 'u')

/** Whether a word may be a syllable of Chinese in the romanization of Wade and Giles. */
export function isWadeGiles(word: string): boolean {
  return syllable.test(word.toLowerCase().replaceAll(/[’ʼ‘]/g, "'"))
}
