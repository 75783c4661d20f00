import {openHelp} from '../dialogs/help-dialog.ts'
import {nextWaiting, stepIn} from '../state/queue.ts'
import {waitsIn} from '../state/review.ts'
import {commandNames} from './commands.ts'
import type {Command, CommandName} from './commands.ts'
import type {Editing} from './editing.ts'
import type {Ground} from './ground.ts'
import type {Judging} from './judging.ts'
import {
  canChoose,
  canEdit,
  canJudge,
  canPromote,
  canQuery,
  canSettle,
  canWithdraw,
  needsDesk,
  needsItem,
} from './refusals.ts'
import type {Acts} from './say.ts'

/** What commands do to the page itself. */
export interface Places {
  focusNote(): void
  focusFilter(): void
}

/** Make the commands of the page, in the order of the list of keys. */
export function makeCommands(
  ground: Ground,
  acts: Acts,
  judging: Judging,
  editing: Editing,
  places: Places,
): readonly Command[] {
  const {get, set} = ground
  const quiet = {words: '', isFault: false}
  const step = (by: 1 | -1): void => {
    const {queue, at} = get()
    set({at: stepIn(queue, at, by), message: quiet})
  }
  const waiting = (): void => {
    const review = get()
    const next = nextWaiting(review.queue, review.at, (entry) => waitsIn(review, entry))
    const words = 'Nothing more waits for you among the items that the filter leaves.'
    set(next ? {at: next, message: quiet} : {message: {words, isFault: false}})
  }
  const choose = (index: number): void => {
    const {at, chosen} = get()
    if (at) set({chosen: new Map([...chosen, [at.key, index]]), message: quiet})
  }
  const always = (): null => null
  const made: Record<CommandName, Omit<Command, 'name'>> = {
    next: {key: 'j', label: 'Next', help: 'next item', refusal: always, run: () => step(1)},
    previous: {
      key: 'k',
      label: 'Previous',
      help: 'previous item',
      refusal: always,
      run: () => step(-1),
    },
    waiting: {
      key: 'n',
      label: 'Next open',
      help: 'next item that waits for you',
      refusal: always,
      run: waiting,
    },
    accept: {
      key: 'a',
      label: 'Accept',
      help: 'accept; of a proposal the chosen reading',
      refusal: canJudge,
      run: () => void judging.judge('accept'),
    },
    reject: {
      key: 'x',
      label: 'Reject',
      help: 'reject: the source stands; of a proposal with a reason',
      refusal: canJudge,
      run: () => void judging.judge('reject'),
    },
    query: {
      key: 'q',
      label: 'Query …',
      help: 'ask a question',
      refusal: canQuery,
      run: () => void judging.query(),
    },
    form: {
      key: 'A',
      label: 'This form everywhere …',
      help: 'accept or reject all places of the same form',
      refusal: canJudge,
      run: () => void judging.judgeForm(),
    },
    edit: {
      key: 'e',
      label: 'Edit reading …',
      help: 'give another reading',
      refusal: canEdit,
      run: () => void editing.edit(),
    },
    promote: {
      key: 'p',
      label: 'Make a record …',
      help: 'make a record by hand of what a rule found',
      refusal: canPromote,
      run: () => void editing.promote(),
    },
    settle: {
      key: 's',
      label: 'Settle …',
      help: 'end a dispute',
      refusal: canSettle,
      run: () => void judging.settle(),
    },
    withdraw: {
      key: 't',
      label: 'Take back',
      help: 'take your verdict on this item back',
      refusal: canWithdraw,
      run: () => judging.withdraw(),
    },
    write: {
      key: 'm',
      label: 'Note',
      help: 'write a note',
      refusal: needsItem,
      run: () => places.focusNote(),
    },
    undo: {
      key: 'u',
      label: 'Undo',
      help: 'take back what you did last',
      refusal: always,
      run: () => acts.undo(),
    },
    first: {
      key: '1',
      label: '1',
      help: 'choose the first reading of a proposal',
      refusal: canChoose(0),
      run: () => choose(0),
    },
    second: {key: '2', label: '2', help: 'the second', refusal: canChoose(1), run: () => choose(1)},
    third: {key: '3', label: '3', help: 'the third', refusal: canChoose(2), run: () => choose(2)},
    filter: {
      key: '/',
      label: 'Filter',
      help: 'search among the items',
      refusal: always,
      run: () => places.focusFilter(),
    },
    find: {
      key: 'f',
      label: 'Find words …',
      help: 'find words of a source; correct, query or annotate them',
      refusal: needsDesk,
      run: () => void editing.find(),
    },
    help: {
      key: '?',
      label: 'Keys',
      help: 'this list',
      refusal: always,
      run: () => openHelp(ground, commands),
    },
  }
  const commands = commandNames.map((name): Command => ({name, ...made[name]}))
  return commands
}
