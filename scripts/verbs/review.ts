import {join} from 'node:path'
import {isError} from '../../build/finding.ts'
import type {PageOptions} from '../../build/review/make-page-data.ts'
import type {PageData} from '../../build/review/page-data.ts'
import {exit} from '../exit.ts'
import {writeWhole} from '../files/write-whole.ts'
import {printFindings} from '../report.ts'
import {bundlePage} from '../review/bundle-page.ts'
import {openDesk} from '../review/desk/desk.ts'
import type {Desk} from '../review/desk/desk.ts'
import {describeDrawn, draw} from '../review/draw.ts'
import {embedded, findImages, imagesOf} from '../review/find-images.ts'
import type {ImageFiles} from '../review/find-images.ts'
import {pageHtml} from '../review/page-html.ts'
import {pagePolicy} from '../review/page-policy.ts'
import {pageStyles} from '../review/page-styles.ts'
import {readReviewFlags, reviewFlags} from '../review/review-options.ts'
import type {ReviewOptions} from '../review/review-options.ts'
import {makeToken, serveDesk} from '../review/serve-desk.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {explainMissing, openEdition} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

/** `edition review`: judge what the edition does to its sources, one thing at a time. */
export const review: Verb = {
  name: 'review',
  usage: 'EDITION',
  help: `Opens a desk on which each record, mark and proposal is judged, by keys; it prints an address of this
machine, for a browser. What is said is written to the files of the editors at once: verdicts to
texts/TEXT/reviews/NAME.yaml. A record that has changed meanwhile is not overwritten. Ctrl-C ends it.
  --static   writes DIR/private/EDITION.review.html instead, one file that holds the sources: for one’s own use
  --public   writes DIR/EDITION.review.html, one file without the sources; who reviews brings a copy of them,
             which stays in their browser, and gets the verdicts as a file
With --sample N only N hits of the rules are shown, drawn at random, and it says how many of all may be wrong
when these are right.`,
  options: reviewFlags,
  async run(call) {
    const {workspace} = call
    const options = readReviewFlags(call)
    const out = String(call.flags['out'] ?? workspace.out)
    const code = await explainWhatIsThere(options, workspace)
    if (code !== null) return code
    const token = makeToken()
    const {desk, files} = await open(options, workspace, token)
    const data = await desk.data()
    if (options.sample) {
      for (const drawn of draw(data, options.sample).drawn) console.log(describeDrawn(drawn))
      console.log(data.sample?.says ?? draw(data, options.sample).says)
      if (options.sample.isList) return exit.fine
    }
    const parts = {script: await bundlePage(), css: await pageStyles()}
    if (options.mode === 'desk') return serve(desk, files, parts, options, workspace, token)
    const folder = options.mode === 'static' ? join(out, 'private') : out
    const path = join(folder, `${options.edition}.review.html`)
    await writeWhole(path, pageHtml({...parts, data}))
    console.log(show(path))
    return exit.fine
  },
}

/** Say what is wrong with an edition, and what it lacks; an exit code where nothing can be judged. */
async function explainWhatIsThere(
  {edition: name, texts}: ReviewOptions,
  workspace: Workspace,
): Promise<number | null> {
  const edition = await openEdition(workspace, name, texts)
  printFindings(edition.findings)
  for (const missing of edition.missing) console.error(explainMissing(missing, workspace))
  if (edition.texts.length > 0 && edition.config) return null
  return edition.findings.some(isError) ? exit.findings : exit.usage
}

/** Put an edition on a desk, with the pictures of its pages where there are some. */
async function open(
  options: ReviewOptions,
  workspace: Workspace,
  token: string,
): Promise<{desk: Desk; files: ReadonlyMap<string, string>}> {
  const {edition, mode, who, texts: only, images: folder, sample} = options
  const plain = {mode, who, only, images: {}, sample: () => null}
  const choose = (data: PageData): PageData['sample'] => {
    if (!sample) return null
    const {drawn, says} = draw(data, sample)
    return {ids: drawn.map(({text, item}) => `${text}/${item.id}`), says}
  }
  if (folder === undefined) {
    return {
      desk: await openDesk(workspace, edition, {...plain, sample: choose}),
      files: new Map(),
    }
  }
  const data = await (await openDesk(workspace, edition, plain)).data()
  const found = await findImages(
    folder,
    data.texts.map(({id}) => id),
  )
  const {images, files} = await addressesOf(found, labelsOf(data), mode, token)
  return {desk: await openDesk(workspace, edition, {...plain, images, sample: choose}), files}
}

function labelsOf({texts}: PageData): Map<string, string[]> {
  return new Map(
    texts.map(({id, items, passages}) => {
      const pages = [
        ...passages.map(({page}) => page),
        ...items.map(({locator}) => locator.page ?? null),
      ]
      return [id, [...new Set(pages.filter((page) => page !== null))]] as const
    }),
  )
}

/** Pictures are asked of the desk, or held by the page that is one file. */
async function addressesOf(
  found: ImageFiles,
  labels: ReadonlyMap<string, readonly string[]>,
  mode: ReviewOptions['mode'],
  token: string,
): Promise<{images: PageOptions['images']; files: ReadonlyMap<string, string>}> {
  const files = new Map<string, string>()
  const held = new Map<string, string>()
  if (mode !== 'desk') {
    for (const path of [...found.values()].flatMap((own) => [...own.values()])) {
      held.set(path, await embedded(path))
    }
  }
  const images = imagesOf(found, labels, (text, path) => {
    const address = held.get(path)
    if (address !== undefined) return address
    const name = `${text}/${files.size}`
    files.set(name, path)
    return `image/${name}?token=${token}`
  })
  return {images, files}
}

/** Serve until a signal ends it. */
async function serve(
  desk: Desk,
  images: ReadonlyMap<string, string>,
  parts: {readonly script: string; readonly css: string},
  {edition, port}: ReviewOptions,
  workspace: Workspace,
  token: string,
): Promise<number> {
  // The page says it too; that nobody may frame it can only be said here.
  const page = {
    html: pageHtml({...parts, data: null}),
    policy: `${pagePolicy(parts)}; frame-ancestors 'none'`,
  }
  const folder = join(workspace.manuscript, edition)
  const server = await serveDesk(desk, {port, page, folder, images, token})
  console.log(server.address)
  console.error('Ctrl-C ends it.')
  return new Promise<number>(() => undefined)
}
