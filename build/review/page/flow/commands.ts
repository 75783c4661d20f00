import type {Ground} from './ground.ts'
import type {Review} from '../state/review.ts'

/** What a reviewer can do by a key or a button. */
export interface Command {
  readonly name: CommandName
  readonly key: string
  /** What the button says. */
  readonly label: string
  /** What the key does, for the list of keys. */
  readonly help: string
  /** Why it cannot be done now, in a sentence; `null` when it can. */
  refusal(review: Review): string | null
  run(): void
}

/** The names of commands, in the order of the list of keys. */
export const commandNames = [
  'next',
  'previous',
  'waiting',
  'accept',
  'reject',
  'query',
  'form',
  'edit',
  'promote',
  'settle',
  'withdraw',
  'write',
  'undo',
  'first',
  'second',
  'third',
  'filter',
  'find',
  'help',
] as const
export type CommandName = (typeof commandNames)[number]

/** Do something, or say why it cannot be done. */
export function runCommand(ground: Ground, command: Command): void {
  const refusal = command.refusal(ground.get())
  if (refusal === null) command.run()
  else ground.set({message: {words: refusal, isFault: true}})
}
