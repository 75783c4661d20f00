/** Fenced blocks, inline code, targets of links and images, tags, addresses and references. */
const code =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[^]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![^]))|`{1,2}[^`\n]{1,400}(?:\n[^`\n]{1,400})?`{1,2}|(?<=\])\([^()\s]{1,2000}(?:\s+"[^"\n]{0,200}")?\)|^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*|<[a-zA-Z/!][^<>\n]{0,400}>|&#?\w{1,32};/gm

/**
 * Hide what is no language in a Markdown text.
 *
 * Shape: text → a text of the same length, in which code, addresses and markup are NUL characters
 * (line ends stay); rules that look at words see nothing there.
 */
export function maskCode(text: string): string {
  if (!/[`~<&]|\]\(|\]:/.test(text)) return text
  return text.replaceAll(code, (found) => {
    // Tags of notes and italics are read as markup, not as code.
    if (/^<\/?(?:sup|sub|i|b|em|strong|u|small)\b/i.test(found)) return found
    return found.replaceAll(/[^\r\n]/g, '\0')
  })
}
