import { readFileSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { bundled } from '../../apps/walk/bundled.ts'
import { openBrowser } from '../../apps/walk/browser.ts'
import { against } from '../measure.ts'
import type { Measured } from './in-page.ts'

/**
 * In a real browser: sealing and opening 1,000 identities for five recipients (aim: under 2 s each), and a recording of 1 GiB that was chosen from
 * the disk, beside what the browser's own ciphers do in pieces of the same size (aim: half of that).
 * `IDENTITIES` and `MEBIBYTES` in the environment make it shorter.
 */
const [identities, mebibytes] = [
  Number(process.env.IDENTITIES ?? 1_000),
  Number(process.env.MEBIBYTES ?? 1_024),
]
const scripts = new Map([
  ['/bench.js', await bundled(new URL('./in-page.ts', import.meta.url))],
  ['/run-worker.js', await bundled(new URL('../../apps/desk/src/exhibits/run-worker.ts', import.meta.url))],
])
const PAGE = '<!doctype html><input type="file"><script src="/bench.js"></script>'
const folder = await mkdtemp(join(tmpdir(), 'corroborate-bench-'))
const browser = await openBrowser()
try {
  const recording = join(folder, 'recording.bin')
  await makeFile(recording)
  const page = await browser.newPage()
  // Never looked up. A page without TLS has no ciphers of the browser's own.
  await page.route('https://bench.invalid/**', (route) => {
    const body = scripts.get(new URL(route.request().url()).pathname)
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: PAGE })
      : route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto('https://bench.invalid/')
  await page.setInputFiles('input', recording)
  const before = await mostMemoryOfPage(browser)
  say(
    await page.evaluate(
      (many) =>
        (globalThis as typeof globalThis & { measure: (many: number) => Promise<Measured> }).measure(many),
      identities,
    ),
  )
  const after = await mostMemoryOfPage(browser)
  if (before !== null && after !== null)
    console.log(`  the page's process had ${before} MB before, ${after} MB at its most (with its threads)`)
} finally {
  await browser.close()
  await rm(folder, { recursive: true })
}

/** Not zeros with holes: the disk is read. */
async function makeFile(path: string): Promise<void> {
  const file = await open(path, 'w')
  const piece = new Uint8Array(1024 * 1024).fill(7)
  for (let i = 0; i < mebibytes; i++) await file.write(piece)
  await file.close()
}

/** The most that the process of the page has held at one time, in MB, as Linux counts it; null where it does not run. */
async function mostMemoryOfPage(of: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const session = await of.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const most = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]))
  return Math.round(Math.max(...most) / 1024)
}

function say({ identities: { sealed, opened }, recording }: Measured): void {
  console.log(`  ${identities} identities sealed: ${against(2, sealed, 's')}`)
  console.log(`  ${identities} identities opened: ${against(2, opened, 's')}`)
  const { threads } = recording
  const own = [
    ['AES-256-GCM', recording.ownAes],
    ['ChaCha20-Poly1305', recording.ownChaCha],
  ] as const
  for (const [name, limits] of own)
    console.log(
      `  the browser's own ${name}: ${limits === null ? 'it has none' : `${speed(limits.one)}; ${threads} pieces at once ${speed(limits.atOnce)}`}`,
    )
  for (const [what, took] of [
    [`sealed by ${threads} threads`, recording.sealed],
    ['the same with the digest, put into a Blob, as the desk sends it', recording.prepared],
    [`opened by ${threads} threads`, recording.opened],
  ] as const)
    console.log(
      `  a recording of ${mebibytes} MiB ${what}: ${speed(took)}${own
        .map(([name, limits]) =>
          limits === null
            ? ''
            : `, ${share(limits.one, took)} of its ${name} (${share(limits.atOnce, took)} at once)`,
        )
        .join('')} (aim: 0.5)`,
    )
}

function share(limit: number, took: number): string {
  return (limit / took).toFixed(2)
}

function speed(seconds: number): string {
  return `${seconds.toFixed(1)} s, ${(mebibytes / seconds).toFixed(0)} MiB/s`
}
