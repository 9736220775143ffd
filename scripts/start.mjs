// `npm start`: install what is missing, build the desk if its sources changed, serve.
import { ensureDesk, ensureInstalled, runWithPinnedNode } from './install.mjs'

try {
  await ensureInstalled()
  await ensureDesk()
  process.exitCode = await runWithPinnedNode('apps/cli/main.ts', ['serve', ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
