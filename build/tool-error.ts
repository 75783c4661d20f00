/**
 * A tool that the project does not hold itself, such as a browser, is missing or has failed.
 *
 * The message says what failed, what was seen, and what to do; commands end with exit code 3.
 */
export class ToolError extends Error {}
