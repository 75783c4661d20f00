import type {PageText} from '../../page-data.ts'
import type {Ground} from '../flow/ground.ts'
import {checkSource} from '../state/check-source.ts'
import type {CheckedSource} from '../state/check-source.ts'
import {el, setText} from './element.ts'
import type {View} from './element.ts'

/**
 * Where a reviewer brings the sources that the page does not hold.
 *
 * A file is read in the browser and compared with what the edition was made from; nothing of it is sent
 * anywhere.
 */
export function sourcePanel({get, set}: Ground): View {
  const {texts} = get().data
  const rows = texts.map((text) => sourceRow(text, (file) => void bring(text, file)))
  const byId = new Map(texts.map((text, index) => [text.id, rows[index]]))
  const summary = el('summary')
  const details = el(
    'details',
    {class: 'sources', open: true},
    summary,
    el(
      'p',
      {},
      'This page holds no source, only the words that the editors changed. Choose your own copy of each text, or drop it here; nothing of it leaves your browser.',
    ),
    subtleOfBrowser() === null && el('p', {class: 'fault'}, insecure),
    el('ul', {}, ...rows.map(({row}) => row)),
  )
  const element = el('section', {'aria-label': 'Sources'}, details)
  const take = (text: PageText, checked: CheckedSource): void => {
    if ('source' in checked) {
      set({brought: new Map([...get().brought, [text.id, checked.source]])})
      if (get().brought.size === texts.length) details.open = false
    }
    byId.get(text.id)?.say(checked)
  }
  const bring = async (text: PageText, file: File): Promise<void> => {
    take(text, await check(file, text.sha256))
  }
  /** A dropped file belongs to the text whose source it is. */
  const drop = async (file: File): Promise<void> => {
    const checks = await Promise.all(texts.map(({sha256}) => check(file, sha256)))
    const index = checks.findIndex((one) => 'source' in one)
    const [first] = checks
    const text = texts[index]
    if (text) take(text, checks[index] as CheckedSource)
    else if (first) for (const row of rows) row.say(first)
  }
  element.addEventListener('dragover', (event) => event.preventDefault())
  element.addEventListener('drop', (event) => {
    event.preventDefault()
    for (const file of event.dataTransfer?.files ?? []) void drop(file)
  })
  return {
    element,
    update() {
      const {data, brought} = get()
      element.hidden = data.mode !== 'public'
      setText(summary, `Sources: ${brought.size} of ${texts.length} here`)
    },
  }
}

async function check(file: File, expected: string): Promise<CheckedSource> {
  return checkSource(new Uint8Array(await file.arrayBuffer()), expected, subtleOfBrowser())
}

/** What computes a SHA-256; browsers have it only on pages that nobody can have changed on the way. */
function subtleOfBrowser(): SubtleCrypto | null {
  const found = globalThis.crypto as Partial<Crypto> | undefined
  return found?.subtle ?? null
}

const insecure =
  'This browser cannot check a file here: it does so only on pages served over https or from this computer. Open the page so, or save it and open the saved file.'

interface SourceRow {
  readonly row: HTMLElement
  say(checked: CheckedSource): void
}

function sourceRow(
  {id, title, language, file, sha256}: PageText,
  bring: (file: File) => void,
): SourceRow {
  const input = el('input', {
    id: `source-${id}`,
    type: 'file',
    'aria-describedby': `source-${id}-says`,
    change: () => {
      const [chosen] = input.files ?? []
      if (chosen) bring(chosen)
    },
  })
  const says = el('p', {id: `source-${id}-says`, role: 'status', class: 'says'})
  says.textContent = `Not here yet. It was received as ${file}.`
  const row = el(
    'li',
    {},
    el('label', {for: input.id}, el('span', {lang: language}, title)),
    input,
    says,
  )
  return {
    row,
    say(checked) {
      const isHere = 'source' in checked
      says.className = isHere ? 'says fine' : 'says fault'
      setText(says, isHere ? 'Here: it is the source of this edition.' : faultOf(checked, sha256))
    },
  }
}

function faultOf(
  {fault, found}: Extract<CheckedSource, {fault: string}>,
  expected: string,
): string {
  if (fault === 'insecure') return insecure
  if (fault === 'encoding')
    return 'It is the right file, but it is not UTF-8; the edition cannot be read against it.'
  return `It is another file. Expected SHA-256 ${expected}, found ${found}.`
}
