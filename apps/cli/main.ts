import { build } from './build.ts'
import { importFolder } from './import.ts'
import { serveDesk } from './serve.ts'
import { verify } from './verify.ts'
import { parseCommandLine, usage } from './command-line.ts'
import { failureInWords } from './failure.ts'

/** 0: done. 1: refused, because a law of the design or a proof does not hold. 2: the input or the command is wrong. */
function main(words: readonly string[]): number | Promise<number> {
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
      return serveDesk(asked.value)
    case 'build':
      return build(asked.value)
    case 'import':
      return importFolder(asked.value)
    case 'verify':
      return verify(asked.value)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(failureInWords(error))
  process.exitCode = 1
}
