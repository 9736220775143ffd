import { bundled } from '../../apps/walk/bundled.ts'
import { openBrowser } from '../../apps/walk/browser.ts'
import { against } from '../measure.ts'
import type { Measured } from './in-page.ts'

/**
 * In a real browser: sealing and opening 1,000 identities for five recipients (aim: under 2 s each), and a recording of 1 GiB as a stream,
 * beside what the browser's own ciphers do in pieces of the same size (aim: half of that).
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
const browser = await openBrowser()
try {
  const page = await browser.newPage()
  // Never looked up. A page without TLS has no ciphers of the browser's own.
  await page.route('https://bench.invalid/**', (route) => {
    const body = scripts.get(new URL(route.request().url()).pathname)
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="/bench.js"></script>' })
      : route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto('https://bench.invalid/')
  say(
    await page.evaluate(
      ([many, large]) =>
        (
          globalThis as typeof globalThis & { measure: (many: number, large: number) => Promise<Measured> }
        ).measure(many ?? 0, large ?? 0),
      [identities, mebibytes],
    ),
  )
} finally {
  await browser.close()
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
    ['the same with both digests, as the desk sends it', recording.prepared],
    ['opened by one thread', recording.opened],
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
