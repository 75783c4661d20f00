/** Exit codes. */
export const exit = {fine: 0, findings: 1, usage: 2, tool: 3} as const

/** Signals that end a command, with the exit codes that shells give them: 128 and their number. */
export const signals = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const

/** A wrong call, a wrong configuration or a missing source: exit code 2. */
export class UsageError extends Error {}
