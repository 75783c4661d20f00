/** Exit codes. */
export const exit = {fine: 0, findings: 1, usage: 2, tool: 3, interrupted: 130} as const

/** A wrong call, a wrong configuration or a missing source: exit code 2. */
export class UsageError extends Error {}
