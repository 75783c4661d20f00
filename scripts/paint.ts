import {styleText} from 'node:util'
import type {ReportPaint} from '../build/review/revisions/terminal-report.ts'

/** Paint for what is printed on stdout: signs, and colour on a terminal. Colour never is the only sign. */
export function paint(): ReportPaint {
  const signs: ReportPaint = {
    removed: (words) => (words === '' ? '' : `[-${words}-]`),
    added: (words) => (words === '' ? '' : `{+${words}+}`),
    dim: (words) => words,
  }
  if (process.stdout.isTTY !== true || process.env['NO_COLOR']) return signs
  return {
    removed: (words) => styleText('red', signs.removed(words)),
    added: (words) => styleText('green', signs.added(words)),
    dim: (words) => styleText('dim', words),
  }
}
