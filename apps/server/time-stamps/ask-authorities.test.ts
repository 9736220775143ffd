import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, makeSigning, signCheckpoint } from '@corroborate/casework'
import { lastCheckpoint, timeStampsOf, timeStampsOfChain } from '@corroborate/store'
import { ledgerKeyOf, makeSignedHeads, verifyToken } from '@corroborate/vault'
import { deskIn } from '../../../casework/testing/house.ts'
import { eachEngine } from '../../../store/testing/engines.ts'
import {
  hasOpenssl,
  opensslAuthority,
  servedAuthority,
  type OpensslAuthority,
} from '../../../vault/time-stamps/testing/openssl-authority.ts'
import { askAuthority, stampBy, stampDaily, type StampingDesk } from './ask-authorities.ts'

const here = hasOpenssl()
if (!here) console.warn('skipped: openssl is not installed, and no authority can be run here')

const DAY = 24 * 60 * 60 * 1000
const folder = mkdtempSync(join(tmpdir(), 'corroborate-stamps-'))
const running: {
  readonly authority: OpensslAuthority
  readonly url: string
  readonly stop: () => Promise<void>
}[] = []
beforeAll(async () => {
  if (!here) return
  for (let i = 0; i < 2; i++) {
    const authority = opensslAuthority()
    running.push({ authority, ...(await servedAuthority(authority)) })
  }
})
afterAll(async () => {
  for (const { authority, stop } of running) {
    await stop()
    authority.remove()
  }
  rmSync(folder, { recursive: true })
})

const authorities = () => running.map(({ url, authority: { roots } }) => ({ url, roots }))

eachEngine((engine, open) => {
  test.skipIf(!here)('a head is stamped by each authority, once a day and where it has grown', async () => {
    const store = await open()
    const signing = makeSigning({
      key: ledgerKeyOf('corroborate.invalid/test', randomBytes(32)),
      heads: await makeSignedHeads(join(folder, `${engine}.json`)),
    })
    const operator = deskIn(store, 'operator')
    let now = Date.now()
    const desk: StampingDesk = {
      ...{
        db: store.db,
        authorities: authorities(),
        ask: askAuthority,
        random: randomBytes,
        clock: () => now,
      },
    }
    const grow = async (name: string) => {
      valueOf(await enrolMember(operator, { name }))
      valueOf(await signCheckpoint({ ...operator, signing }, 'house'))
    }
    await grow('A. Member')
    expect(await stampDaily(desk)).toEqual([])
    const head = await lastCheckpoint(store.db, 'house')
    const digest = createHash('sha256')
      .update(head?.note ?? '')
      .digest()
    const stamps = await timeStampsOf(store.db, digest.toString('hex'))
    expect(stamps.map(({ authority, size }) => [authority, size]).sort()).toEqual(
      running.map(({ url }) => [url, head?.size]).sort(),
    )
    for (const { authority, token } of stamps) {
      const roots = authorities().find(({ url }) => url === authority)?.roots ?? ''
      expect(verifyToken(token, { digest, roots })).toMatchObject({ ok: true })
    }

    await grow('B. Member')
    await stampDaily(desk)
    expect(await timeStampsOfChain(store.db, 'house')).toHaveLength(2)
    now += DAY + 60_000
    await stampDaily(desk)
    expect(await timeStampsOfChain(store.db, 'house')).toHaveLength(4)
    await stampDaily(desk)
    expect(await timeStampsOfChain(store.db, 'house')).toHaveLength(4)
  })
})

eachEngine((engine, open) => {
  test.skipIf(!here)(
    'an authority that is away, or is not believed, is named and holds up nobody',
    async () => {
      const store = await open()
      const [first, second] = running
      if (!first || !second) throw new Error('no authority runs')
      const desk: StampingDesk = {
        db: store.db,
        authorities: [
          { url: 'http://127.0.0.1:9/', roots: first.authority.roots },
          { url: first.url, roots: second.authority.roots },
          { url: second.url, roots: second.authority.roots },
        ],
        ...{ ask: askAuthority, random: randomBytes, clock: Date.now },
      }
      const digest = createHash('sha256').update(engine).digest()
      const told = await stampBy(desk, { digest, chain: 'house', size: 1 })
      expect(told).toEqual([
        expect.stringMatching(/^The authority http:\/\/127\.0\.0\.1:9\/ has not stamped the time: /),
        `The authority ${first.url} has not stamped the time: nobody whom you believe stands behind CN=Invented authority.`,
      ])
      const held = await timeStampsOf(store.db, digest.toString('hex'))
      expect(held.map(({ authority }) => authority)).toEqual([second.url])
    },
  )
})
