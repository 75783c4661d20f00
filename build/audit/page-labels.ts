import type {EditedText} from '../model/edited-text.ts'

/** The labels of the printed pages that the marks say, counted by the audit itself. */
export function pageLabels({config: {pagination}, marks}: EditedText): string[] {
  if (pagination.status === 'none') return []
  let number = pagination.first
  const labels = [String(number)]
  for (const mark of marks) {
    if (mark.type !== 'page') continue
    number = mark.label && /^\d+$/.test(mark.label) ? Number(mark.label) : number + 1
    labels.push(mark.label ?? String(number))
  }
  return labels.map((label) => (pagination.status === 'inferred' ? `[${label}]` : label))
}
