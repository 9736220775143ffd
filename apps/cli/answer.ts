import { parseCommandLine, type CommandLine } from './command-line.ts'
import { failureInWords } from './failure.ts'
import { usage } from './usage.ts'

/** Each command by its name, with what was asked of it. */
type Asked = { readonly [Name in CommandLine['command']]: Extract<CommandLine, { command: Name }> }
type Name = keyof Asked

/**
 * 0: done. 1: refused, because a law of the design or a proof does not hold. 2: the input or the command is wrong.
 * Each command is read from disk only when it is asked for, so that help and a mistyped word are answered at once.
 */
const COMMANDS: { readonly [Each in Name]: (asked: Asked[Each]) => Promise<number> } = {
  help: () => Promise.resolve(told(usage)),
  serve: async (asked) => (await import('./serve.ts')).serveDesk(asked),
  build: async (asked) => (await import('./build.ts')).build(asked),
  import: async (asked) => (await import('./import.ts')).importFolder(asked),
  estimate: async (asked) => (await import('./estimate.ts')).estimate(asked),
  lists: async (asked) => (await import('./lists-read.ts')).readList(asked),
  texts: async (asked) => (await import('./texts.ts')).texts(asked),
  transcribe: async (asked) => (await import('./transcribe.ts')).transcribe(asked),
  link: async (asked) => (await import('./link.ts')).link(asked),
  search: async (asked) => (await import('./search.ts')).search(asked),
  index: async (asked) => (await import('./search.ts')).index(asked),
  desk: async (asked) => (await import('./desk.ts')).desk(asked),
  watch: async (asked) => (await import('./watch/watch.ts')).watch(asked),
  witness: async (asked) => (await import('./witness.ts')).witness(asked),
  exhibits: async (asked) => (await import('./exhibits.ts')).addExhibits(asked),
  exchange: async (asked) => (await import('./exchange.ts')).exchange(asked),
  fixity: async (asked) => (await import('./fixity.ts')).fixity(asked),
  members: async (asked) => (await import('./members.ts')).members(asked),
  verify: async (asked) => (await import('./verify.ts')).verify(asked),
  package: async (asked) => (await import('./package.ts')).makePackageFile(asked),
  'package-in': async (asked) => (await import('./package-in.ts')).takePackageIn(asked),
  'verify-package': async (asked) => (await import('./verify-package.ts')).verifyPackageFile(asked),
  'recovery-key': async (asked) => (await import('./backup.ts')).recoveryKey(asked),
  backup: async (asked) => (await import('./backup.ts')).backup(asked),
  restore: async (asked) => (await import('./backup.ts')).restore(asked),
}

/** Answers one command line, on the console; what it answers is the exit code. */
export async function answer(words: readonly string[]): Promise<number> {
  try {
    const asked = parseCommandLine(words)
    if (asked.ok) return await run(asked.value.command, asked.value)
    console.error(`${asked.detail}\n\n${usage}`)
    return 2
  } catch (error) {
    console.error(failureInWords(error))
    return 1
  }
}

function run<Each extends Name>(name: Each, asked: Asked[Each]): Promise<number> {
  return COMMANDS[name](asked)
}

function told(words: string): number {
  console.log(words)
  return 0
}
