import { parseCommandLine, usage } from './command-line.ts'
import { failureInWords } from './failure.ts'

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
  switch (asked.value.command) {
    case 'help':
      console.log(usage)
      return 0
    case 'serve':
      return (await import('./serve.ts')).serveDesk(asked.value)
    case 'build':
      return (await import('./build.ts')).build(asked.value)
    case 'import':
      return (await import('./import.ts')).importFolder(asked.value)
    case 'estimate':
      return (await import('./estimate.ts')).estimate(asked.value)
    case 'lists':
      return (await import('./lists-read.ts')).readList(asked.value)
    case 'texts':
      return (await import('./texts.ts')).texts(asked.value)
    case 'link':
      return (await import('./link.ts')).link(asked.value)
    case 'watch':
      return (await import('./watch/watch.ts')).watch(asked.value)
    case 'witness':
      return (await import('./witness.ts')).witness(asked.value)
    case 'package':
      return (await import('./package.ts')).makePackageFile(asked.value)
    case 'recovery-key':
      return (await import('./backup.ts')).recoveryKey(asked.value)
    case 'backup':
      return (await import('./backup.ts')).backup(asked.value)
    case 'restore':
      return (await import('./backup.ts')).restore(asked.value)
    case 'verify-package':
      return (await import('./verify-package.ts')).verifyPackageFile(asked.value)
    case 'verify':
      return (await import('./verify.ts')).verify(asked.value)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(failureInWords(error))
  process.exitCode = 1
}
