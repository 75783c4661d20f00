import type {Draw} from '../draw.ts'
import {compounds, nouns} from './compounds.ts'
import {inventPerson, places} from './names.ts'
import {circumstances, deeds, foreign, offices, papers, qualities, things, titles} from './words.ts'

/** The sentences, with a name in braces wherever something may stand; italics in asterisks. */
const patterns: readonly string[] = [
  '{Office} {deed} {thing} {circumstance}.',
  '{Circumstance}, {office} {deed} {thing}, and {person} kept silent.',
  'In {year}, {person} {deed} {thing}; nobody in {place} objected.',
  'It was {person} who first {deed} {thing} {circumstance}.',
  'The account of {person} is {quality}; that of {person} is {quality}.',
  '{Person} called the arrangement *{foreign}*, and {office} was of the same opinion.',
  'The *{paper}* of {place} reported that {office} {deed} {thing}.',
  'According to the *{paper}* correspondent in {place}, {person} {deed} {thing} in {year}.',
  '“We have found {thing},” wrote {person} to {office}, “and cannot afford to lose it.”',
  '“There is no room,” {person} replied, “for a second map.”',
  'Of the {number} copies that were sent to {place}, {small} were lost {circumstance}.',
  '{Person}, whose *{title}* is still cited, held the opposite view.',
  'Readers of *{title}* will remember how {office} {deed} {thing}.',
  'The two- and three-page letters from {place} were never bound; the pre- and post-war ones were.',
  'Between {place} and {place} the line was not defined until {span}. What followed is well known.',
  'The harvest failed in {span}. Few of the refugees from {place} returned.',
  '{Person} kept a diary until {span}. Its {compound} style has often been praised.',
  'The {noun} lasted from {span}. Nobody in {place} had asked for it.',
  'A third edition came out in {span}. It differs from the first in small matters.',
  'The price of barley rose by {small} per cent in {year}, and that of hemp by {small}.',
  'This *{foreign}* state of affairs suited {office} [and, one suspects, {person}].',
  '{Person} (Ch. {person}) was at that time {office} in {place}.',
  'When {office} {deed} {thing}, the Sino-Mongolian talks at {place} were broken off.',
  'None of this is in {person}, although {thing} lay open {circumstance}.',
  'The north-eastern provinces, {place} included, had {number} schools and {small} libraries.',
  'Its author, the self-taught {person}, gives three different dates for the same battle.',
  'Whether {office} really {deed} {thing} is a question of wording.',
  'For the first time since {year} the officials at {place} could reflect on what they had signed.',
  'A fire in the attic of the office destroyed {thing}; {person} fled to {place}.',
  '{Person} and {person} met in {place} on {day}, and agreed on nothing.',
  'The stream of paper swelled {circumstance}, and a staff of twelve no longer sufficed.',
  'He had tea with {person}, an absent-minded colonel of great self-confidence.',
  'The Manchu-Mongol aristocracy, as {person} put it, “had its hand in every purse.”',
  'Proof was at last found in {place}: {thing}, sealed and unread.',
  'Thereafter the difficulties multiplied, for {office} {deed} {thing}.',
  'The {compound} {noun} of {place} outlived the {compound} {noun} that had called for it.',
  'Every {compound} {noun} needs its {compound} {noun}; {person} had neither.',
  'A {compound} and {compound} {noun}: so {person} sums up the years from {year} onwards.',
  'To {office} this looked like a {compound} {noun}, to {person} like a {compound} one.',
  'What {person} took for a {noun} was, in fact, a {compound} {noun} of the {compound} kind.',
  '{Circumstance} the {noun} became a {compound} affair, and the {noun} of {place} suffered for it.',
  'No {noun} was ever more {compound} than that of {year}, or less {compound} than that of {year}.',
  'Of its {compound} beginnings the {noun} in {place} kept nothing but a {compound} {noun}.',
  'Nobody will call {person} {compound}; the {noun} that bears the name is another matter.',
  '{Person} left a {compound} {noun}, two {compound} letters, and a {noun} without a seal.',
  'The {noun} was {quality}, the {noun} {quality}; {person} signed both.',
  'At {place} a {compound} {noun} awaited {person}, at {place} a {compound} {noun}.',
  'Neither the {noun} nor the {noun} is mentioned in the {compound} *{title}*.',
  'By {year} the {compound} faction around {person} had lost its {noun} and its influence.',
  'For a {noun} of this kind, {person} insisted, “one needs a {compound} {noun} and a long memory.”',
  'The telegram of {day} speaks of a {noun}; its Chinese version, of a {compound} {noun}.',
  'How the {noun} came to be {compound} is told, {quality} as it is, by {person}.',
  'Since {year} the {compound} {noun} has been copied, lost, and copied again.',
  'A cross-border railway, first proposed by {person}, was to run from {place} to {place}.',
]

/** Write one sentence. */
export function inventSentence(draw: Draw): string {
  const sentence = draw.pick(patterns).replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const isCapital = /^[A-Z]/.test(slot)
    const words = fill(slot.toLowerCase(), draw)
    return isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words
  })
  return sentence.replaceAll(/\b([Aa]) (?=(?!one-)(?:[aeioAEIO]|u[ npt]n?|X-))/g, '$1n ')
}

const months = ['January', 'February', 'April', 'June', 'August', 'September', 'November']

function fill(slot: string, draw: Draw): string {
  const lists: Record<string, readonly string[]> = {
    office: offices,
    deed: deeds,
    thing: things,
    circumstance: circumstances,
    quality: qualities,
    foreign,
    paper: papers,
    title: titles,
    place: places,
    compound: compounds,
    noun: nouns,
  }
  const list = lists[slot]
  if (list) return draw.pick(list)
  if (slot === 'person') {
    const person = inventPerson(draw)
    return draw.happens(0.6) ? person.full : person.short
  }
  const year = draw.between(1858, 1961)
  if (slot === 'year') return String(year)
  if (slot === 'day') return `${draw.between(1, 28)} ${draw.pick(months)} ${year}`
  if (slot === 'span') {
    const end = year + (draw.happens(0.75) ? 1 : draw.between(2, 6))
    const isSameCentury = Math.floor(end / 100) === Math.floor(year / 100)
    return `${year}–${isSameCentury ? String(end).slice(2) : end}`
  }
  if (slot === 'small') return draw.pick(['three', 'twelve', 'thirty', 'fifty', 'twenty-one'])
  if (slot === 'number') return draw.pick(['12,500', '155', 'eighty-four', '1,340', 'six hundred'])
  throw new RangeError(`Nothing fits “${slot}”`)
}

/** Write a paragraph of so many sentences. */
export function inventParagraph(draw: Draw, sentences: number): string {
  return Array.from({length: sentences}, () => inventSentence(draw)).join(' ')
}

/** Write the heading of a section. */
export function inventHeading(draw: Draw): string {
  return draw.pick([
    'The Clerk and His Papers',
    'A Quarrel over Words',
    'Three Maps of One River',
    'The First Survey',
    'What the Officers Found',
    'Trade, Traffic and Tariffs',
    'The Years of the Drought',
    'A Difficult Neighbour',
    'Epilogue: The Unfinished Line',
    'Names and Numbers',
    `The Years of ${inventPerson(draw).short}`,
    `From ${draw.pick(places)} to ${draw.pick(places)}`,
  ])
}
