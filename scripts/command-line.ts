import {parseArgs} from 'node:util'
import {explainSystemError} from '../build/explain-system-error.ts'
import {ToolError} from '../build/tool-error.ts'
import {exit, UsageError} from './exit.ts'
import {show} from './show.ts'
import type {Option, Verb} from './verb.ts'
import {openWorkspace} from './workspace.ts'

/** The verbs, in the order of the help. Each is loaded only when it is called. */
const verbs: Readonly<Record<string, {readonly summary: string; load(): Promise<Verb>}>> = {
  init: {
    summary: 'begin an edition of texts of your own',
    load: async () => (await import('./verbs/init.ts')).init,
  },
  build: {
    summary: 'make the EPUB, the PDF and the cleaned manuscripts of an edition',
    load: async () => (await import('./verbs/build.ts')).build,
  },
  check: {
    summary: 'find everything that is wrong in an edition, and write nothing',
    load: async () => (await import('./verbs/check.ts')).check,
  },
  diff: {
    summary: 'show what the records of a text change, word by word',
    load: async () => (await import('./verbs/diff.ts')).diff,
  },
  review: {
    summary: 'judge each record, mark and proposal, in a browser',
    load: async () => (await import('./verbs/review.ts')).review,
  },
  where: {
    summary: 'find words, or say what stands at a place of a source',
    load: async () => (await import('./verbs/where.ts')).where,
  },
  add: {
    summary: 'write a record: a correction, a query, or a place seen and kept',
    load: async () => (await import('./verbs/add.ts')).add,
  },
  mark: {
    summary: 'write a mark: page, join, quotation, emphasis, heading, drop, cut, …',
    load: async () => (await import('./verbs/mark.ts')).mark,
  },
  propose: {
    summary: 'refresh what the repair rules find, and list what waits for an editor',
    load: async () => (await import('./verbs/propose.ts')).propose,
  },
  repair: {
    summary: 'print the repaired text of any file, or what would repair it',
    load: async () => (await import('./verbs/repair.ts')).repair,
  },
  fmt: {
    summary: 'write the YAML files of the manuscript in their one form',
    load: async () => (await import('./verbs/fmt.ts')).fmt,
  },
  export: {
    summary: 'print records, notes or the text itself as JSON',
    load: async () => (await import('./verbs/export.ts')).exportVerb,
  },
}

/** Options that every verb takes. */
const common: Readonly<Record<string, Option>> = {
  sources: {
    type: 'string',
    multiple: true,
    value: 'DIR',
    help: 'a folder that holds sources; may be repeated',
  },
  manuscript: {
    type: 'string',
    value: 'DIR',
    help: 'the folder of the manuscripts (default: manuscript)',
  },
  help: {type: 'boolean', short: 'h', help: 'print this help'},
}

/**
 * Run a command.
 *
 * Shape: its words, as after the name of the program → the exit code; what it says goes to the console.
 */
export async function main(args: readonly string[]): Promise<number> {
  const isHelp = ['--help', '-h', 'help'].includes(args[0] ?? '')
  // `help VERB` is `VERB --help`.
  const [name, ...rest] = isHelp && args[1] ? [args[1], '--help'] : args
  if (name === undefined || (isHelp && !args[1])) {
    console.log(overview())
    return name === undefined ? exit.usage : exit.fine
  }
  try {
    const verb = Object.hasOwn(verbs, name) ? await verbs[name]?.load() : undefined
    if (!verb) throw new UsageError(`No verb \`${name}\`; \`npm run edition -- help\` lists them.`)
    const {values, positionals} = parse(verb, rest)
    refuseSwallowed(verb, values)
    if (values['help']) {
      console.log(helpOf(verb))
      return exit.fine
    }
    const workspace = openWorkspace(values, process.env)
    return await verb.run({words: positionals, flags: values, workspace})
  } catch (error) {
    return fail(error)
  }
}

function parse(verb: Verb, args: string[]) {
  const options = Object.entries({...verb.options, ...common}).map(
    ([name, {type, multiple = false, short}]) =>
      [name, {type, multiple, ...(short ? {short} : {})}] as const,
  )
  try {
    return parseArgs({args, options: Object.fromEntries(options), allowPositionals: true})
  } catch (error) {
    // What Node says after its first sentence is of no help here.
    const [first] = (error as Error).message.split('. ')
    throw new UsageError(`${first}. See \`npm run edition -- ${verb.name} --help\`.`)
  }
}

/** What is given to npm without `--` before it, npm keeps: nobody would notice. */
function refuseSwallowed(verb: Verb, values: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys({...verb.options, ...common})) {
    const swallowed = process.env[`npm_config_${name.replaceAll('-', '_')}`]
    if (swallowed === undefined || swallowed === '' || values[name] !== undefined) continue
    throw new UsageError(
      `npm took --${name} for an option of its own; write -- before it: npm run edition -- ${verb.name} … --${name} …`,
    )
  }
}

/** Say what went wrong: one sentence for a wrong call, the stack for what nobody foresaw. */
export function fail(error: unknown): number {
  if (error instanceof ToolError) {
    console.error(error.message)
    return exit.tool
  }
  if (error instanceof UsageError) {
    console.error(error.message)
    return exit.usage
  }
  const why = explainSystemError(error)
  if (why !== null) {
    const {path, syscall = 'a call of the system'} = error as NodeJS.ErrnoException
    console.error(path ? `${show(path)} cannot be used: ${why}.` : `${syscall} failed: ${why}.`)
    return exit.tool
  }
  console.error(error)
  return exit.tool
}

function overview(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length))
  const list = Object.entries(verbs).map(
    ([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return [
    'Usage: npm run edition -- VERB …',
    '',
    ...list,
    '',
    '`npm run edition -- VERB --help` explains one.',
    'Exit codes: 0 fine, 1 findings, 2 usage, configuration or missing source, 3 a tool or the system failed,\n130 interrupted (143 by SIGTERM, 129 by SIGHUP).',
  ].join('\n')
}

function helpOf(verb: Verb): string {
  const rows = Object.entries({...verb.options, ...common}).map(([name, {value, help}]) => {
    return [`--${name}${value ? ` ${value}` : ''}`, help] as const
  })
  const width = Math.max(...rows.map(([flag]) => flag.length))
  return [
    `Usage: npm run edition -- ${verb.name} ${verb.usage}`,
    '',
    verb.help,
    '',
    ...rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`),
  ].join('\n')
}
