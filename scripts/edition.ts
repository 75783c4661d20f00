import {parseArgs} from 'node:util'
import {add} from './verbs/add.ts'
import {build} from './verbs/build.ts'
import {check} from './verbs/check.ts'
import {diff} from './verbs/diff.ts'
import {exportVerb} from './verbs/export.ts'
import {fmt} from './verbs/fmt.ts'
import {mark} from './verbs/mark.ts'
import {propose} from './verbs/propose.ts'
import {where} from './verbs/where.ts'
import {exit, UsageError} from './verb.ts'
import type {Option, Verb} from './verb.ts'
import {openWorkspace} from './workspace.ts'

const verbs: readonly Verb[] = [build, check, diff, where, add, mark, propose, fmt, exportVerb]

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
  help: {type: 'boolean', help: 'print this help'},
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview())
    return name === undefined ? exit.usage : exit.fine
  }
  const verb = verbs.find((one) => one.name === name)
  try {
    if (!verb) throw new UsageError(`No verb \`${name}\`; \`npm run edition -- help\` lists them.`)
    const {values, positionals} = parse(verb, rest)
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
    ([name, {type, multiple = false}]) => [name, {type, multiple}] as const,
  )
  try {
    return parseArgs({args, options: Object.fromEntries(options), allowPositionals: true})
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message} See \`npm run edition -- ${verb.name} --help\`.`,
    )
  }
}

/** Say what went wrong: one sentence for a wrong call, the stack for what nobody foresaw. */
function fail(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message)
    return exit.usage
  }
  const {code, message, path} = error as NodeJS.ErrnoException
  if (code && systemErrors.has(code)) {
    console.error(`${path ?? ''}: ${message}`)
    return exit.tool
  }
  console.error(error)
  return exit.tool
}

const systemErrors = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
  'ENOTDIR',
  'EISDIR',
])

function overview(): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length))
  const list = verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`)
  return [
    'Usage: npm run edition -- VERB …',
    '',
    ...list,
    '',
    '`npm run edition -- VERB --help` explains one.',
    'Exit codes: 0 fine, 1 findings, 2 usage, configuration or missing source, 3 a tool failed, 130 interrupted.',
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
