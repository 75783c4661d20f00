import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Claim, Documents} from '../annotations/annotation.ts'
import {documentEntryId} from './ids.ts'
import type {Labels} from './labels.ts'
import type {Pictures} from './picture.ts'
import type {FindPlace, PlaceReference} from './places.ts'

/** Name of the document that lists what was read. */
export const documentsName = 'documents'

/** What is needed to say what claims rest on. */
export interface ClaimContext {
  readonly findPlace: FindPlace
  readonly documents: Documents
  /** What prose and chronologies show. */
  readonly pictures: Pictures
  readonly labels: Labels
}

/**
 * Write claims, each with a reference to what it rests on.
 *
 * Shape: claims, context, id of the text in whose document they stand, if any → words; a place of that text is
 * referred to by its paragraph or note alone, one of a text that is not in the book not at all.
 */
export function claimWords(
  claims: readonly Claim[],
  context: ClaimContext,
  own?: string,
): ElementContent[] {
  return claims.flatMap((claim, index) => {
    const reference = referenceOf(claim, context, own)
    // The same place, said once for all the sentences that rest on it.
    const next = claims[index + 1]
    const isSame = next && reference && sameBasis(claim, next, context, own)
    return [
      ...(index === 0 ? [] : [blank]),
      ...emphasised(claim.says),
      ...(reference && !isSame ? [blank, reference] : []),
    ]
  })
}

const blank = {type: 'text', value: ' '} as const

function sameBasis(one: Claim, other: Claim, context: ClaimContext, own?: string): boolean {
  const words = [one, other].map((claim) => JSON.stringify(referenceOf(claim, context, own)))
  return words[0] === words[1]
}

/** Where a claim can be looked up, in brackets. */
function referenceOf(
  claim: Claim,
  {findPlace, documents, labels}: ClaimContext,
  own?: string,
): ElementContent | undefined {
  switch (claim.basis) {
    case 'text': {
      const text = claim.text ?? own ?? ''
      const place = findPlace(text, claim.at)
      return place && referenceWords(place, text === own)
    }
    case 'data':
    case 'document': {
      const document = documents.get(claim.of)
      if (!document) return undefined
      const href = `${documentsName}.xhtml#${documentEntryId(document.id)}`
      const words = [document.short ?? document.title, claim.locator].filter(Boolean).join(', ')
      return bracketed(h('a', {href}, words))
    }
    case 'unseen':
      return bracketed({type: 'text', value: labels.notSeen})
    case 'computed':
      return undefined
  }
}

/** A reference to a place, in brackets; its text is named where it is another one. */
export function referenceWords(place: PlaceReference, isOwn: boolean): ElementContent | undefined {
  const words = [isOwn ? '' : place.text, place.locator].filter(Boolean).join('\u00A0')
  return words === '' ? undefined : bracketed(h('a', {href: place.href}, words))
}

/**
 * Put references that stand side by side into one pair of brackets, each text named once.
 *
 * Shape: words → words; what stands between two references is blank.
 */
export function mergeReferences(nodes: readonly ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = []
  for (const node of nodes) {
    const [last, gap] = [merged.at(-2), merged.at(-1)]
    const isNext = gap?.type === 'text' && gap.value.trim() === ''
    if (isNext && last && isReference(last) && isReference(node)) {
      merged.pop()
      const links = [...last.children.slice(1, -1), {type: 'text', value: '; '} as const]
      const [, link] = node.children
      const added = link?.type === 'element' ? withoutText(link, textIn(links)) : link
      merged[merged.length - 1] = h('span.basis', ['(', ...links, ...(added ? [added] : []), ')'])
    } else merged.push(node)
  }
  return merged
}

function isReference(node: ElementContent): node is Element {
  const {className} = node.type === 'element' ? node.properties : {}
  return Array.isArray(className) && className.includes('basis')
}

/** The text that the last of some references names. */
function textIn(nodes: readonly ElementContent[]): string {
  const names = nodes.flatMap((node) => {
    const [words] = node.type === 'element' ? node.children : []
    return words?.type === 'text' ? (/^(.+)\u00A0(?:¶|n\.)/.exec(words.value)?.[1] ?? []) : []
  })
  return names.at(-1) ?? ''
}

function withoutText(link: Element, text: string): Element {
  const [words] = link.children
  const lead = `${text}\u00A0`
  if (text === '' || words?.type !== 'text' || !words.value.startsWith(lead)) return link
  return {...link, children: [{type: 'text', value: words.value.slice(lead.length)}]}
}

function bracketed(words: ElementContent): ElementContent {
  return h('span.basis', ['(', words, ')'])
}

/** Words with `*these*` in italics. */
export function emphasised(says: string): ElementContent[] {
  return says.split('*').flatMap((words, index): ElementContent[] => {
    if (words === '') return []
    return [index % 2 === 1 ? h('i', words) : {type: 'text', value: words}]
  })
}
