import { existsSync, mkdirSync } from 'node:fs'
import { rm, rename } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as driver, type Browser } from 'playwright-core'

const pack = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
const needed = [
  '--no-sandbox',

  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
]

/**
 * A real Chromium, unpacked from its npm package into a folder of this user's own: the package itself would put it
 * where another user's copy may already lie, and that copy cannot be run.
 */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const launch = (libraries: string | undefined) =>
    driver.launch({
      executablePath,
      args: needed,
      env: { ...process.env, ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) },
    })
  // A bare machine may lack the system libraries that a browser links to: the package brings those as well.
  return launch(undefined).catch(() => launch(join(folder, 'al2023/lib')))
}

async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `corroborate-chromium-${userInfo().uid}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  const fresh = `${folder}-${process.pid}`
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  await unpackInto(fresh)
  // Somebody else may have been faster; then ours is not needed.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }))
  return folder
}

/** The package unpacks into the folder for temporary files, so it is told that this is the one. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(pack, part))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
