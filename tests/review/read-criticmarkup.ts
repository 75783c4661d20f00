/** A text in CriticMarkup, as its author's description of five signs has it. */
export interface ReadCriticmarkup {
  readonly rejected: string
  readonly accepted: string
  readonly comments: readonly string[]
}

/** Where each sign ends, by how it begins. */
const signs: Readonly<Record<string, string>> = {
  '{++': '++}',
  '{--': '--}',
  '{~~': '~~}',
  '{==': '==}',
  '{>>': '<<}',
}

/**
 * Read CriticMarkup in one pass: where a sign begins, it goes on to the first place where it ends.
 *
 * It knows nothing of who wrote the text. Throws: when a sign does not end.
 */
export function readCriticmarkup(text: string): ReadCriticmarkup {
  let [rejected, accepted] = ['', '']
  const comments: string[] = []
  for (let at = 0; at < text.length;) {
    const sign = text.slice(at, at + 3)
    const close = signs[sign]
    if (close === undefined) {
      rejected += text.charAt(at)
      accepted += text.charAt(at)
      at++
      continue
    }
    const end = text.indexOf(close, at + 3)
    if (end < 0) throw new Error(`The sign ${sign} at ${at} does not end.`)
    const content = text.slice(at + 3, end)
    if (sign === '{++') accepted += content
    else if (sign === '{--') rejected += content
    else if (sign === '{>>') comments.push(content)
    else if (sign === '{==') {
      rejected += content
      accepted += content
    } else {
      const arrow = content.indexOf('~>')
      if (arrow < 0) throw new Error(`The substitution at ${at} has no arrow.`)
      rejected += content.slice(0, arrow)
      accepted += content.slice(arrow + 2)
    }
    at = end + 3
  }
  return {rejected, accepted, comments}
}
