import { parseCommandLine, type CommandLine } from './command-line.ts'
import { failureInWords } from './failure.ts'
import type {
  BackupCommand,
  PackageCommand,
  PackageInCommand,
  RecoveryKeyCommand,
  RestoreCommand,
  VerifyPackage,
} from './package-command-line.ts'
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
  if (isCarried(value)) return carry(value)
  if (value.command !== 'help') return run(value)
  console.log(usage)
  return 0
}

async function run(asked: Exclude<CommandLine, Carried | { command: 'help' }>): Promise<number> {
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
    case 'search':
      return (await import('./search.ts')).search(asked)
    case 'index':
      return (await import('./search.ts')).index(asked)
    case 'watch':
      return (await import('./watch/watch.ts')).watch(asked)
    case 'witness':
      return (await import('./witness.ts')).witness(asked)
    case 'exhibits':
      return (await import('./exhibits.ts')).addExhibits(asked)
    case 'exchange':
      return (await import('./exchange.ts')).exchange(asked)
    case 'fixity':
      return (await import('./fixity.ts')).fixity(asked)
    case 'members':
      return (await import('./members.ts')).members(asked)
    case 'verify':
      return (await import('./verify.ts')).verify(asked)
  }
}

/** What is put together to leave the house, and what comes into it so. */
type Carried =
  PackageCommand | PackageInCommand | VerifyPackage | RecoveryKeyCommand | BackupCommand | RestoreCommand

function isCarried(asked: CommandLine): asked is Carried {
  return ['package', 'package-in', 'verify-package', 'recovery-key', 'backup', 'restore'].includes(
    asked.command,
  )
}

async function carry(asked: Carried): Promise<number> {
  switch (asked.command) {
    case 'package':
      return (await import('./package.ts')).makePackageFile(asked)
    case 'package-in':
      return (await import('./package-in.ts')).takePackageIn(asked)
    case 'verify-package':
      return (await import('./verify-package.ts')).verifyPackageFile(asked)
    case 'recovery-key':
      return (await import('./backup.ts')).recoveryKey(asked)
    case 'backup':
      return (await import('./backup.ts')).backup(asked)
    case 'restore':
      return (await import('./backup.ts')).restore(asked)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(failureInWords(error))
  process.exitCode = 1
}
