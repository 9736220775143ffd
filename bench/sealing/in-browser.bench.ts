import { readFileSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { bundled } from '../../apps/walk/bundled.ts'
import { openBrowser } from '../../apps/walk/browser.ts'
import { against } from '../measure.ts'
import type { Measured, OwnCiphers, Page } from './in-page.ts'

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
  const before = await mostMemoryOf(browser)
  const measured = await page.evaluate(
    (many) => (globalThis as typeof globalThis & Page).measure(many),
    identities,
  )
  // Looked at before the browser's own ciphers, which leave more behind.
  const after = await mostMemoryOf(browser)
  const { threads } = measured.recording
  const own = await page.evaluate(
    (atOnce) => (globalThis as typeof globalThis & Page).ownCiphers(atOnce),
    threads,
  )
  say(measured, own)
  if (before && after)
    for (const [of, which] of [
      ['the page, with its threads', 'renderer'],
      ['the browser itself, which keeps the Blob', 'browser'],
    ] as const)
      console.log(`  memory at its most, of ${of}: ${after[which]} MB (${before[which]} MB before)`)
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

/** The most that processes of the browser have held at one time, in MB, as Linux counts it; null where it does not run. */
async function mostMemoryOf(
  of: Browser,
): Promise<{ readonly renderer: number; readonly browser: number } | null> {
  if (process.platform !== 'linux') return null
  const session = await of.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const most = (wanted: string) =>
    Math.max(...processInfo.filter(({ type }) => type === wanted).map(({ id }) => peakOf(id)))
  return { renderer: most('renderer'), browser: most('browser') }
}

function peakOf(id: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

function say({ identities: { sealed, opened }, recording }: Measured, { aes, chaCha }: OwnCiphers): void {
  console.log(`  ${identities} identities sealed: ${against(2, sealed, 's')}`)
  console.log(`  ${identities} identities opened: ${against(2, opened, 's')}`)
  const { threads } = recording
  const own = [
    ['AES-256-GCM', aes],
    ['ChaCha20-Poly1305', chaCha],
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
