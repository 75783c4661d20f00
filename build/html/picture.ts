import type {Element} from 'hast'
import {h} from 'hastscript'
import type {DrawnPicture} from '../pictures/picture.ts'
import type {Labels} from './labels.ts'

/** A picture as it is shown. */
export interface EditionPicture extends DrawnPicture {
  /** Its caption; empty where the heading above it says enough. */
  readonly title: string
  /** What stands below it, besides. */
  readonly note: string
  /** What stands for it where it cannot be seen. */
  readonly alt: string
}

/** Pictures by the names under which they are shown. */
export type Pictures = ReadonlyMap<string, EditionPicture>

/** Where a picture lies, from the documents. */
export function pictureFile(name: string): string {
  return `images/${name}.svg`
}

/**
 * Show a picture.
 *
 * Shape: name, picture, labels → a figure with its caption, and a list of what is to be seen in it, for those who cannot
 * see it; on paper without the list.
 */
export function figureOf(name: string, picture: EditionPicture, labels: Labels): Element[] {
  const id = `picture-${name}`
  const {title, note, alt, description} = picture
  const list = `${id}-places`
  const described = description.length > 0 ? {ariaDescribedBy: [list]} : {}
  const words = note === '' ? [] : [` ${note}`]
  const figure = h('figure.picture', {id}, [
    h('img', {src: pictureFile(name), alt, ...described}),
    ...(title === '' ? [] : [h('figcaption', [h('i', `${title}.`), ...words])]),
  ])
  if (description.length === 0) return [figure]
  const entries = description.map(({label, position}) => h('li', `${label}: ${position}`))

  return [
    figure,
    h('div.off-paper.described', {id: list}, [h('p', labels.onTheMap), h('ul', entries)]),
  ]
}
