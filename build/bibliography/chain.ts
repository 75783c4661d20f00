import type {Citation} from './citation.ts'
import type {PlacedCitation} from './placed-citations.ts'

/** A citation with what it stands for. */
export interface ResolvedCitation extends PlacedCitation {
  /** Its locator, or for a bare *Ibid.* that of what it repeats. */
  readonly locator: string | undefined
  /** Whether its antecedent is the citation right before it, as its reader expects. */
  readonly isNext: boolean
}

/**
 * A chain that does not hold: the citation, its antecedent or, where that is lost, the citation before it, and
 * why.
 */
export interface BrokenChain {
  readonly citation: Citation
  readonly other: Citation | undefined
  readonly reason: string
}

/**
 * Follow each citation to the one it goes back to.
 *
 * Chains hold by id, never by position: what is put between an *Ibid.* and its antecedent changes nothing
 * but that the antecedent is no longer the citation before it, which the outputs then say.
 *
 * Shape: citations in the order of the notes, the family of an item (what it is published in, or itself) → the
 * same with what they stand for, and every chain that does not hold: no antecedent where the form needs one, or
 * one that is not there, does not come before, or cites another work: of an *Ibid.* another item, of *op. cit.*
 * and short titles one of another family.
 */
export function resolveChains(
  placed: readonly PlacedCitation[],
  familyOf: (item: string) => string = (item) => item,
): {
  resolved: ResolvedCitation[]
  broken: BrokenChain[]
} {
  const byId = new Map<string, ResolvedCitation>()
  const all = new Map(placed.map((one) => [one.citation.id, one]))
  const broken: BrokenChain[] = []
  let before: PlacedCitation | undefined
  const resolved = placed.map((one): ResolvedCitation => {
    const {citation} = one
    const antecedent = all.get(citation.antecedent ?? '')
    const known = byId.get(citation.antecedent ?? '')
    const other = antecedent?.citation
    const reason = faultOf(citation, other, known !== undefined, before?.citation, familyOf)
    if (reason !== null) broken.push({citation, other: other ?? before?.citation, reason})
    const repeats = citation.form === 'ibid' ? known?.locator : undefined
    const made = {
      ...one,
      locator: citation.locator ?? repeats,
      isNext: antecedent !== undefined && antecedent === before,
    }
    byId.set(citation.id, made)
    // What is only named comes between no *Ibid.* and what it means.
    if (citation.form !== 'mention') before = one
    return made
  })
  return {resolved, broken}
}

function faultOf(
  {form, item, antecedent}: Citation,
  other: Citation | undefined,
  comesBefore: boolean,
  before: Citation | undefined,
  familyOf: (item: string) => string,
): string | null {
  const goesBack = form === 'ibid' || form === 'opcit' || form === 'short'
  if (antecedent === undefined) {
    return goesBack ? `Expected an antecedent for a citation of form \`${form}\`; add it.` : null
  }
  if (!goesBack) return `Unexpected antecedent of a citation of form \`${form}\`; remove it.`
  if (!other) {
    const now = before ? ` (before it stands \`${before.id}\`)` : ''
    return `Unexpected antecedent \`${antecedent}\`, which no note has; name the citation it goes back to${now}.`
  }
  if (!comesBefore)
    return `Unexpected antecedent \`${antecedent}\`, which does not come before; name another.`
  const isSame = form === 'ibid' ? other.item === item : familyOf(other.item) === familyOf(item)
  if (!isSame) {
    return `Unexpected item \`${item}\`, where the antecedent \`${antecedent}\` cites \`${other.item}\`; correct one of them.`
  }
  return null
}
