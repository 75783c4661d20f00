/** What a browser wrote is not as browsers write it. */
export class UnexpectedPdfError extends Error {}
