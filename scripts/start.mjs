// `npm start`: install what is missing, build the desk if its sources changed, serve.
import { ensureDesk, ensureInstalled, pinnedNode, root, run } from './install.mjs'
import { join } from 'node:path'

try {
  await ensureInstalled()
  await ensureDesk()
  process.exitCode = await run(
    pinnedNode,
    [join(root, 'apps/cli/main.ts'), 'serve', ...process.argv.slice(2)],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    },
  )
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
