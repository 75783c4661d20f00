/** How a reviewer may be called; the file of their verdicts bears the name. */
const pattern = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/

/** Whether somebody may be called so: small letters and figures, parts divided by a point or hyphen. */
export function isReviewerName(name: string): boolean {
  return pattern.test(name)
}
