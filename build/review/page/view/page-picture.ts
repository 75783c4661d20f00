import type {Ground} from '../flow/ground.ts'
import {addressOf} from './card-head.ts'
import {el, fill, whenOther} from './element.ts'
import type {View} from './element.ts'

/** The picture of the printed page on which the open item stands, where one was supplied. */
export function pagePicture({get}: Ground): View {
  const element = el('aside', {class: 'picture', 'aria-label': 'The page as printed'})
  const update = whenOther(
    () => {
      const {at} = get()
      const page = at?.item.locator.page
      const address = at && page ? addressOf(at.text.images, page) : null
      return {address, page, title: at?.text.title}
    },
    ({address, page, title}) => {
      element.hidden = address === null
      if (address === null) {
        fill(element, [])
        return
      }
      const picture = el('img', {
        src: address,
        alt: `Page ${page} of ${title} as printed`,
        referrerpolicy: 'no-referrer',
      })
      const link = el(
        'a',
        {
          href: address,
          target: '_blank',
          rel: 'noopener noreferrer',
          referrerpolicy: 'no-referrer',
        },
        'Open it by itself',
      )
      fill(element, [
        el('figure', {}, picture, el('figcaption', {}, `Page ${page} as printed. `, link)),
      ])
    },
  )
  return {element, update}
}
