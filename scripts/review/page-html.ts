import type {PageData} from '../../build/review/page-data.ts'
import {inScript, pagePolicy} from './page-policy.ts'

/** What the document of the review page is made of. */
export interface PageParts {
  readonly script: string
  readonly css: string
  /** What the page is about; `null` where it asks the desk for it. */
  readonly data: PageData | null
}

/**
 * Write the review page as one document that asks for nothing else.
 *
 * Its policy lets only this script and these styles run, known by their hashes; the data can hold any words
 * of any source and stays data. No markup is ever made from words.
 */
export function pageHtml({script, css, data}: PageParts): string {
  if (/<\/style/i.test(css)) throw new TypeError('Styles must not end the element they stand in.')
  const policy = pagePolicy({script, css})
  const carried =
    data === null
      ? ''
      : `<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>\n`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Review</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<noscript><p>The review page needs JavaScript; it runs only the script in this file.</p></noscript>
${carried}<script type="module">${inScript(script)}</script>
</body>
</html>
`
}
