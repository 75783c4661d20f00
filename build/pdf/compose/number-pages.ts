/** Write the number of a page, from 1, in its numbering. */
export function numberPages(numbering: 'arabic' | 'roman', number: number): string {
  return numbering === 'arabic' ? String(number) : roman(number)
}

const values = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(number: number): string {
  let rest = number
  let letters = ''
  for (const [letter, value] of values) {
    for (; rest >= value; rest -= value) letters += letter
  }
  return letters
}
