import {reviewerName} from '../../../verdicts/verdict.ts'
import {el} from '../view/element.ts'
import {ask} from './ask.ts'

/** Ask the reviewer for the name under which their verdicts are written; `null` when they turn away. */
export async function askWho(before: string | null): Promise<string | null> {
  const answers = await ask({
    title: 'Who is reviewing?',
    says: [
      el(
        'p',
        {},
        'Your verdicts are written to a file of your own, and everybody who reads the edition sees whose they are.',
      ),
    ],
    fields: [
      {
        name: 'who',
        label: 'A short name',
        kind: 'line',
        value: before ?? '',
        hint: 'Small letters and figures, such as ed or m.weber.',
        check: (value) =>
          reviewerName.test(value.trim())
            ? null
            : 'Begin with a small letter; go on with small letters and figures, parted by a point or a hyphen.',
      },
    ],
    confirm: 'Go on',
  })
  return answers?.['who']?.trim() ?? null
}
