import {createHash} from 'node:crypto'

/**
 * The policy that the review page stands under, for its document and for what serves it.
 *
 * Only this script and these styles run, known by their hashes; pictures may come from elsewhere, everything
 * else from the server of the page alone; words can become neither markup nor code.
 */
export function pagePolicy({script, css}: {readonly script: string; readonly css: string}): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(inScript(script))}`,
    `style-src ${hashOf(css)}`,
    "img-src 'self' data: https:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** Write code so that it neither ends its element nor begins a comment of the document. */
export function inScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3C`)
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
