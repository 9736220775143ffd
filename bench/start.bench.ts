import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { against } from './measure.ts'

/** From the command to the printed link: the first start makes the store and takes in both examples, the others find them. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'))

function start(): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [
      join(root, 'scripts/start.mjs'),
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
    ])
    let seconds = Number.NaN
    child.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('Stop with Ctrl-C')) return
      seconds = (performance.now() - began) / 1000
      child.kill('SIGTERM')
    })
    child.on('close', () =>
      Number.isNaN(seconds) ? reject(new Error('it did not start')) : resolve(seconds),
    )
  })
}

console.log(`  first start, both examples taken in: ${(await start()).toFixed(2)} s`)
const later = [await start(), await start(), await start()].sort((a, b) => a - b)
console.log(`  later starts, median of ${later.length}: ${against(3, later[1] ?? Number.NaN, 's')}`)
rmSync(folder, { recursive: true })
