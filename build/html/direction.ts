/** Languages that are written from right to left. */
const rightToLeft = new Set([
  'ar',
  'arc',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-')
  return rightToLeft.has(primary) && !subtags.includes('latn') ? 'rtl' : 'ltr'
}
