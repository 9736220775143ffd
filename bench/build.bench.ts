import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { against, percentile } from './measure.ts'

/** `corroborate build examples/saydnaya`, whole, as a person runs it: start of the program included. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runs = Array.from({ length: 5 }, () => {
  const out = mkdtempSync(join(tmpdir(), 'corroborate-bench-'))
  const began = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'apps/cli/main.ts'), 'build', join(root, 'examples/saydnaya'), '--out', out],
    { encoding: 'utf8' },
  )
  const seconds = (performance.now() - began) / 1000
  rmSync(out, { recursive: true })
  if (status !== 0) throw new Error(stderr)
  return seconds
})
console.log(
  `  build of examples/saydnaya (HTML, PDF, annex), median of ${runs.length}: ${against(2, percentile(runs, 0.5), 's')}`,
)
