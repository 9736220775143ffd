import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import {
  LEDGER_KEY_RANDOM,
  ledgerKeyOf,
  makeLedgerKey,
  openLedgerKey,
  readLedgerKeyFile,
  writeLedgerKeyFile,
} from './ledger-key.ts'

const SECRET = 'lusab-babad invented'

test('the key that comes out of its file signs as the one that went in, and its secret is not in the file', async () => {
  const random = randomBytes(LEDGER_KEY_RANDOM)
  const text = writeLedgerKeyFile(await makeLedgerKey(SECRET, random))
  expect(text).not.toContain(random.subarray(0, 32).toString('hex'))
  const [one, other] = [
    valueOf(await openLedgerKey(SECRET, valueOf(readLedgerKeyFile(text)))),
    valueOf(await openLedgerKey(` ${SECRET} `, valueOf(readLedgerKeyFile(text)))),
  ]
  const message = new TextEncoder().encode('a checkpoint')
  expect(one.signerOf('house').sign(message)).toEqual(other.signerOf('house').sign(message))
  expect(one.signerOf('house').key.name).toBe(one.originOf('house'))
})

test('each chain has a name of its own that says nothing of it, and another key gives it another', () => {
  const keys = [1, 2].map(() => ledgerKeyOf('corroborate.invalid/a', randomBytes(32)))
  const names = keys.flatMap((key) => ['house', 'saydnaya'].map((chain) => key.originOf(chain)))
  expect(new Set(names).size).toBe(4)
  for (const name of names) {
    expect(name).toMatch(/^corroborate\.invalid\/a\/[0-9a-f]{32}$/)
    expect(name).not.toContain('saydnaya')
  }
})

test('a wrong passphrase and any changed field do not open it', async () => {
  const file = await makeLedgerKey(SECRET, randomBytes(LEDGER_KEY_RANDOM))
  const refused = { ok: false, reason: 'does-not-open' }
  expect(await openLedgerKey('another', file)).toMatchObject(refused)
  const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)
  for (const changed of [
    { ...file, name: 'corroborate.invalid/elsewhere' },
    { ...file, wrapped: flipped(file.wrapped) },
  ])
    expect(await openLedgerKey(SECRET, changed)).toMatchObject(refused)
  expect(await openLedgerKey(SECRET, { ...file, memory: 8 })).toMatchObject({ reason: 'bad-params' })
})

test.each(['', 'null', '{}', '{"format":"corroborate-ledger-key","version":1}'])(
  'what is no such file is damaged: %s',
  (text) => {
    expect(readLedgerKeyFile(text)).toMatchObject({ ok: false, reason: 'damaged' })
  },
)

test('a file of a later version is not read', () => {
  expect(readLedgerKeyFile('{"format":"corroborate-ledger-key","version":2}')).toMatchObject({
    reason: 'newer-version',
  })
})
