// `npm test`: every gate and every test, from an empty folder. Ends with the line `N passed, N failed`.
import { ensureDesk, ensureInstalled, root, run } from './install.mjs'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const gates = [
  ['format', 'check:format'],
  ['lint', 'check:lint'],
  ['types', 'check:types'],
  ['direction of imports', 'check:direction'],
]
const count = { passed: 0, failed: 0, skipped: 0 }

try {
  await ensureInstalled()
  await ensureDesk()
  // The tests wait for pages and processes, and the gates use that time. One gate after the other: linting is large.
  await Promise.all([gatesInTurn(), tests()])
} catch (error) {
  console.error(error.message)
  count.failed += 1
}
if (count.skipped > 0) console.log(`${count.skipped} skipped (each says why above)`)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1

async function gatesInTurn() {
  for (const [name, script] of gates) await gate(name, script)
}

/** What a gate says is kept together and shown when it is done: the tests speak at the same time. */
async function gate(name, script) {
  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-gate-'))
  const said = join(folder, 'said')
  const file = openSync(said, 'w')
  const code = await run('npm', ['run', '--silent', script], { stdio: ['ignore', file, file] })
  closeSync(file)
  process.stdout.write(readFileSync(said))
  rmSync(folder, { recursive: true })
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)`)
  count[code === 0 ? 'passed' : 'failed'] += 1
}

async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-test-'))
  const report = join(folder, 'report.json')
  const code = await run(
    'npm',
    [
      'run',
      '--silent',
      'check:tests',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root },
  )
  const result = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(folder, { recursive: true })
  count.passed += result.numPassedTests
  count.failed += result.numFailedTests
  count.skipped += result.numPendingTests + result.numTodoTests
  // A file that could not be read at all has no failed test to count, and must not be silent.
  if (code !== 0 && result.numFailedTests === 0) count.failed += Math.max(1, result.numFailedTestSuites)
}
