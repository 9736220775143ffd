// Runs a TypeScript file of the project with the pinned Node: `node scripts/run.mjs apps/cli/main.ts build …`.
import { ensureInstalled, runWithPinnedNode } from './install.mjs'

const [file, ...args] = process.argv.slice(2)
try {
  await ensureInstalled()
  process.exitCode = await runWithPinnedNode(file, args)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
