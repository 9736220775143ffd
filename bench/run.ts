import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run bench [name …]`: each bench in a process of its own, one after the other, so that none warms or starves the next. */
const folder = dirname(fileURLToPath(import.meta.url))
const asked = process.argv.slice(2)
const benches = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => asked.length === 0 || asked.some((name) => file.startsWith(name)))
  .sort()

for (const bench of benches) {
  // CPU seconds grow on a machine that does much else: caches are shared.
  const [load = 0] = loadavg()
  console.log(`\n${bench.replace('.bench.ts', '')} (load of the machine ${load.toFixed(1)})`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, bench)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
if (benches.length === 0) {
  console.error(`There is no bench named ${asked.join(', ')}`)
  process.exitCode = 2
}
