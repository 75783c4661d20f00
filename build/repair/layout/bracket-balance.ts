/** Whether a bracket or a quotation is left open at the end of some words. */
export function leavesOpen(words: string): boolean {
  return (
    words.lastIndexOf('(') > words.lastIndexOf(')') ||
    words.lastIndexOf('“') > words.lastIndexOf('”')
  )
}

/** Whether a bracket or a quotation is closed that these words did not open. */
export function closesFirst(words: string): boolean {
  const isFirst = (close: string, open: string): boolean => {
    const [closes, opens] = [words.indexOf(close), words.indexOf(open)]
    return closes >= 0 && (opens < 0 || closes < opens)
  }
  return isFirst(')', '(') || isFirst('”', '“')
}
