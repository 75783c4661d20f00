import type {Draw} from '../draw.ts'
import {inventPerson} from './names.ts'
import {inventSentence} from './sentences.ts'
import {journals, presses, titles, towns} from './words.ts'

/** Write a note such as scholars write: mostly works that are cited, sometimes a remark. */
export function inventNote(draw: Draw): string {
  const kind = draw()
  if (kind < 0.12) return `*Ibid.*, ${pages(draw)}.`
  if (kind < 0.16) return '*Ibid.*'
  if (kind < 0.3) return `${inventPerson(draw).short}, *${draw.pick(titles)}*, ${pages(draw)}.`
  if (kind < 0.5) return `${book(draw)}.`
  if (kind < 0.68) return `${article(draw)}.`
  if (kind < 0.76) return `See ${article(draw)}. ${inventSentence(draw)}`
  if (kind < 0.82) return `${book(draw)}; ${article(draw)}.`
  if (kind < 0.9) return `${archive(draw)}.`
  const length = draw.happens(0.15) ? draw.between(4, 9) : draw.between(1, 3)
  return `${Array.from({length}, () => inventSentence(draw)).join(' ')} See ${book(draw)}.`
}

function pages(draw: Draw): string {
  const first = draw.between(2, 420)
  if (draw.happens(0.5)) return `p. ${first}`
  return `pp. ${first}${draw.happens(0.7) ? '–' : '-'}${first + draw.between(1, 9)}`
}

function book(draw: Draw): string {
  const place = `${draw.pick(towns)}: ${draw.pick(presses)}, ${draw.between(1895, 2012)}`
  return `${inventPerson(draw).full}, *${draw.pick(titles)}* (${place}), ${draw.between(3, 480)}`
}

function article(draw: Draw): string {
  const first = draw.between(3, 600)
  const volume = draw.between(2, 60)
  const month = draw.pick(['December', 'Fall', 'January–March', 'July'])
  const number = draw.happens(0.6) ? `, no. ${draw.between(1, 4)}` : ''
  const year = draw.between(1921, 2016)
  return (
    `${inventPerson(draw).full}, “${draw.pick(titles)}, ${draw.between(1860, 1950)}.” ` +
    `*${draw.pick(journals)}* ${volume}${number} (${month} ${year}), ${first}–${first + draw.between(4, 30)}`
  )
}

function archive(draw: Draw): string {
  const names = `${inventPerson(draw).full} to ${inventPerson(draw).full}`
  const leaf = `fond ${draw.between(2, 99)}, opis ${draw.between(1, 40)}, delo ${draw.between(1, 600)}, l. ${draw.between(1, 90)}`
  return `${names}, ${draw.between(1, 28)} March ${draw.between(1900, 1950)}, AVPDR: ${leaf}`
}
