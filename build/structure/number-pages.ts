/** How the printed pages of a text are numbered. */
export type Pagination =
  {readonly status: 'printed' | 'inferred'; readonly first: number} | {readonly status: 'none'}

/**
 * Number the pages of a text: each follows from the one before, unless its mark says otherwise. An inferred
 * number always stands in brackets.
 *
 * Shape: labels that page marks give, in the order of the text, and pagination → the labels of all pages, that
 * of the first page, which has no mark, before them; `undefined` when the pages have no numbers.
 */
export function numberPages(
  given: readonly (string | undefined)[],
  pagination: Pagination,
): string[] | undefined {
  if (pagination.status === 'none') return undefined
  let next = pagination.first + 1
  const labels = given.map((own) => {
    const label = own ?? String(next)
    next = (/^\d+$/.test(label) ? Number(label) : next) + 1
    return label
  })
  const all = [String(pagination.first), ...labels]
  return pagination.status === 'inferred' ? all.map((label) => `[${label}]`) : all
}
