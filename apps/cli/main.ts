import { parseCommandLine, type CommandLine } from './command-line.ts'
import { failureInWords } from './failure.ts'
import { usage } from './usage.ts'

/**
 * 0: done. 1: refused, because a law of the design or a proof does not hold. 2: the input or the command is wrong.
 * Each command is read from disk only when it is asked for, so that help and a mistyped word are answered at once.
 */
async function main(words: readonly string[]): Promise<number> {
  const asked = parseCommandLine(words)
  if (!asked.ok) {
    console.error(`${asked.detail}\n\n${usage}`)
    return 2
  }
  const { value } = asked
  if (value.command === 'exhibits') return (await import('./exhibits.ts')).addExhibits(value)
  if (value.command === 'exchange') return (await import('./exchange.ts')).exchange(value)
  if (value.command === 'fixity') return (await import('./fixity.ts')).fixity(value)
  if (value.command !== 'help') return run(value)
  console.log(usage)
  return 0
}

async function run(
  asked: Exclude<CommandLine, { command: 'help' | 'exhibits' | 'exchange' | 'fixity' }>,
): Promise<number> {
  switch (asked.command) {
    case 'serve':
      return (await import('./serve.ts')).serveDesk(asked)
    case 'build':
      return (await import('./build.ts')).build(asked)
    case 'import':
      return (await import('./import.ts')).importFolder(asked)
    case 'estimate':
      return (await import('./estimate.ts')).estimate(asked)
    case 'lists':
      return (await import('./lists-read.ts')).readList(asked)
    case 'texts':
      return (await import('./texts.ts')).texts(asked)
    case 'link':
      return (await import('./link.ts')).link(asked)
    case 'watch':
      return (await import('./watch/watch.ts')).watch(asked)
    case 'witness':
      return (await import('./witness.ts')).witness(asked)
    case 'package':
      return (await import('./package.ts')).makePackageFile(asked)
    case 'package-in':
      return (await import('./package-in.ts')).takePackageIn(asked)
    case 'recovery-key':
      return (await import('./backup.ts')).recoveryKey(asked)
    case 'backup':
      return (await import('./backup.ts')).backup(asked)
    case 'restore':
      return (await import('./backup.ts')).restore(asked)
    case 'verify-package':
      return (await import('./verify-package.ts')).verifyPackageFile(asked)
    case 'verify':
      return (await import('./verify.ts')).verify(asked)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(failureInWords(error))
  process.exitCode = 1
}
