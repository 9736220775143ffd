import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { bytesSource } from '@corroborate/interchange'
import { verifyPackage } from '@corroborate/ledger'
import { checkToken, DIGESTS_OF_NODE, SHA_256_OF_NODE } from '@corroborate/vault'
import { packageItems } from '../apps/cli/package-folder.ts'
import { stampHead, type Authority } from '../apps/server/time-stamps/ask-authorities.ts'
import { eachEngine } from '../store/testing/engines.ts'
import {
  hasOpenssl,
  opensslAuthority,
  type OpensslAuthority,
} from '../vault/time-stamps/testing/openssl-authority.ts'
import { makePackage } from './acts.ts'
import { reseal, type Files } from './testing/reseal-package.ts'
import { buildHouse } from './testing/house.ts'
import { SCRIPT, signingForTest, writeInto } from './testing/packages.ts'

const here = hasOpenssl()
if (!here) console.warn('skipped: openssl is not installed, and no authority can be run here')

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'corroborate-tokens-'))
let running: readonly OpensslAuthority[] = []
beforeAll(() => {
  if (here) running = [opensslAuthority(), opensslAuthority()]
})
afterAll(() => {
  for (const { remove } of running) remove()
  rmSync(folder, { recursive: true })
})

const verified = async (into: string, roots: string | null) =>
  verifyPackage(valueOf(await packageItems(into)), {
    ...{ policy: null, against: null, digests: DIGESTS_OF_NODE, sha256: SHA_256_OF_NODE },
    tokens: checkToken(roots),
  })
const byItself = (into: string) => spawnSync(process.execPath, [VERIFIER, into], { encoding: 'utf8' })

/** Everything of an investigation, without files. */
const WHOLE = { scope: { kind: 'investigation' }, script: SCRIPT, files: null } as const

eachEngine((engine, open) => {
  test.skipIf(!here)('a package carries the tokens on its head, and everybody can verify them', async () => {
    const { desk, investigation, store, stranger } = await buildHouse(await open())
    const signing = await signingForTest()
    const asked = { investigation, ...WHOLE, signing }
    const authorities = running.map(({ roots }, i): Authority => ({ url: `https://${i}.invalid/`, roots }))
    const calls: string[] = []
    const ask = (url: string, request: Uint8Array) => {
      calls.push(url)
      const [at = 0] = authorities.flatMap((one, i) => (one.url === url ? [i] : []))
      return Promise.resolve(running[at]?.answer(request) ?? new Uint8Array())
    }
    const stamp = async (head: Parameters<typeof stampHead>[1]) => {
      const stamping = { db: store.db, authorities, ask, random: randomBytes, clock: Date.now }
      expect(await stampHead(stamping, head)).toEqual([])
    }
    expect(await makePackage(stranger, asked, stamp)).toMatchObject({ reason: 'not-found' })
    expect(calls).toEqual([])
    const plan = valueOf(await makePackage(desk, asked, stamp))
    expect(plan.about.tokens).toBe(2)
    const into = join(folder, engine)
    await writeInto(into, plan.files)
    const { size } = plan.about.ledger

    const roots = running.map((one) => one.roots).join('\n')
    expect(valueOf(await verified(into, roots)).stamped).toMatchObject([
      { size, authority: 'CN=Invented authority' },
      { size, authority: 'CN=Invented authority' },
    ])
    expect(valueOf(await verified(into, null)).stamped[0]).toMatchObject({ size, authority: null })
    expect(byItself(into)).toMatchObject({ status: 0 })
    expect(await verified(into, running[0]?.roots ?? '')).toMatchObject({ reason: 'wrong-token' })
    writeFileSync(join(folder, 'roots.pem'), roots)
    const [step] = /openssl ts -verify.*/.exec(readFileSync(join(into, 'VERIFY.txt'), 'utf8')) ?? []
    const command = (step ?? '').replaceAll('/N', `/${size}`).replace('ROOTS.pem', '../roots.pem')
    expect(spawnSync('bash', ['-c', command], { cwd: into, encoding: 'utf8' }).stdout).toMatch('OK')

    const files: Files = new Map(
      readdirSync(into, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(into.length + 1), readFileSync(path)]),
    )
    for (const [name, change, says] of [
      ['other', (token: Buffer) => withImprint(token, Buffer.alloc(32, 7)), /is of another digest/],
      ['none', () => Buffer.from('x'), /is of another digest|cannot be read/],
    ] as const) {
      const broken: Files = new Map(files)
      const token = `data/tokens/${size}-1.tst`
      broken.set(token, change(files.get(token) ?? Buffer.of()))
      reseal(broken, { key: signing.key, chain: investigation })
      const at = join(folder, `${engine}-${name}`)
      await writeInto(
        at,
        [...broken].map(([path, bytes]) => ({ ...bytesSource(path, bytes), size: bytes.length })),
      )
      expect(await verified(at, null)).toMatchObject({ reason: 'wrong-token' })
      const alone = byItself(at)
      expect([alone.status, alone.stdout]).toMatchObject([1, expect.stringMatching(says) as string])
    }
  })

  test('without an authority the package says that nobody was asked, and is whole', async () => {
    const { desk, investigation } = await buildHouse(await open())
    const signing = await signingForTest()
    const asked = { investigation, ...WHOLE, signing }
    const plan = valueOf(await makePackage(desk, asked))
    const into = join(folder, `${engine}-unstamped`)
    await writeInto(into, plan.files)
    expect(readFileSync(join(into, 'VERIFY.txt'), 'utf8')).toContain(
      '6. Time-stamps (RFC 3161): none: no authority was asked, or none answered.',
    )
    expect(await verified(into, null)).toMatchObject({ ok: true, value: { stamped: [] } })
  })
})

/** A token in which another digest stands where the one that was stamped stood. */
function withImprint(token: Buffer, digest: Buffer): Buffer {
  const header = Buffer.from('300d06096086480165030402010500 0420'.replace(' ', ''), 'hex')
  const changed = Buffer.from(token)
  digest.copy(changed, changed.indexOf(header) + header.length)
  return changed
}
