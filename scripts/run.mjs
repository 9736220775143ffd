// Runs a TypeScript file of the project with the pinned Node: `node scripts/run.mjs apps/cli/main.ts build …`.
import { ensureInstalled, pinnedNode, root, run } from './install.mjs'
import { join } from 'node:path'

const [file, ...args] = process.argv.slice(2)
try {
  await ensureInstalled()
  process.exitCode = await run(pinnedNode, [join(root, file), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
