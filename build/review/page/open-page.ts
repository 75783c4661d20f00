import {askWho} from './dialogs/ask-who.ts'
import {openExport} from './dialogs/export-dialog.ts'
import {makeAddressBar} from './flow/address.ts'
import type {Command, CommandName} from './flow/commands.ts'
import type {Desk} from './flow/desk.ts'
import {makeEditing} from './flow/editing.ts'
import type {Ground} from './flow/ground.ts'
import {makeJudging} from './flow/judging.ts'
import {keepKeySettings, readKeySettings} from './flow/key-settings.ts'
import {listenForKeys} from './flow/keys.ts'
import {makeLine} from './flow/line.ts'
import {makeCommands} from './flow/make-commands.ts'
import {makePost} from './flow/post.ts'
import type {Post} from './flow/post.ts'
import {makeReload} from './flow/reload.ts'
import {makeActs} from './flow/say.ts'
import {keepName, openShelf, readName, readVoices} from './flow/shelf.ts'
import type {PageData} from '../page-data.ts'
import {exportReviews} from './state/exported.ts'
import {noFilters} from './state/filters.ts'
import {beginReview} from './state/review.ts'
import type {Review} from './state/review.ts'
import {announcer} from './view/announcer.ts'
import {cardView} from './view/card.ts'
import type {View} from './view/element.ts'
import {faultsView} from './view/faults.ts'
import {filterBar} from './view/filter-bar.ts'
import {headerView} from './view/header.ts'
import {layOut} from './view/lay-out.ts'
import type {PageViews} from './view/lay-out.ts'
import {noteField} from './view/note-field.ts'
import {pagePicture} from './view/page-picture.ts'
import {queueList} from './view/queue-list.ts'
import {selectionBar} from './view/selection-bar.ts'
import {sourcePanel} from './view/source-panel.ts'
import {statusView} from './view/status.ts'
import {stripView} from './view/strip.ts'

/** Open the review page with its data; `desk` is the program that writes, where there is one. */
export function openPage(data: PageData, desk: Desk | null): void {
  const shelf = openShelf()
  let review: Review = beginReview(data, readKeySettings(shelf))
  review = desk
    ? {...review, who: data.who ?? readName(shelf)}
    : {...review, ...readVoices(shelf, data)}
  const views: View[] = []
  const ground: Ground = {
    desk,
    shelf,
    get: () => review,
    set(change) {
      if (change.keys) keepKeySettings(shelf, change.keys)
      if (change.who) keepName(shelf, change.who)
      review = {...review, ...change}
      for (const view of views) view.update()
      address.update()
    },
  }
  const {get, set} = ground
  const address = makeAddressBar(ground)
  const post = desk && connect(ground, desk)
  const acts = makeActs(ground, post)
  const judging = makeJudging(ground, acts)
  const editing = makeEditing(ground, acts, judging)
  const list = makeCommands(ground, acts, judging, editing, {
    focusNote: () => note.focus(),
    focusFilter: () => filters.focus(),
  })
  const commands = Object.fromEntries(list.map((one) => [one.name, one])) as Record<
    CommandName,
    Command
  >
  const open = (at: Review['at']): void => set({at, message: {words: '', isFault: false}})

  const note = noteField(ground, () => judging.saveNote())
  const filters = filterBar(ground, address.narrow)
  const card = cardView(ground, {
    commands,
    note,
    messages: statusView(ground),
    onlyForm: (form) => address.narrow({...noFilters, form}, false),
  })
  const parts: PageViews = {
    header: headerView(ground, commands, {
      changeName: () => void changeName(ground),
      export: desk ? null : () => openExport(data.edition.id, exportReviews(get())),
    }),
    faults: faultsView(ground),
    sources: sourcePanel(ground),
    strip: stripView(ground, open),
    filters,
    queue: queueList(ground, open),
    card,
    picture: pagePicture(ground),
    announcer: announcer(ground),
    selection: selectionBar(ground, card.element, (span, act) => {
      const {at} = get()
      if (at) void editing.about(at.text, span, act)
    }),
  }
  views.push(...Object.values(parts))
  document.title = `${data.edition.title} – review`
  document.body.replaceChildren(...layOut(parts))
  listenForKeys(ground, list)
  address.read()
  addEventListener('resize', () => set({}))
}

async function changeName({get, set}: Ground): Promise<void> {
  const who = await askWho(get().who)
  if (who !== null) set({who})
}

/** Send what is done to the desk, and follow what changes there. */
function connect(ground: Ground, desk: Desk): Post {
  const line = makeLine()
  const reload = makeReload(ground, desk, line, () => post.underWay())
  const post = makePost(desk, line, reload)
  let isLost = false
  desk.listen(reload, (isHeard) => {
    if (isHeard && isLost) {
      ground.set({message: {words: 'The desk answers again.', isFault: false}})
      reload()
    } else if (!isHeard && !isLost) {
      const words = 'The desk cannot be heard; the page goes on trying.'
      ground.set({message: {words, isFault: true}})
    }
    isLost = !isHeard
  })
  return post
}
