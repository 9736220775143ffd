import { fc, test as prop } from '@fast-check/vitest'
import { canonicalJson, digestOf } from '@corroborate/base'
import { fromBase64, toBase64 } from '@corroborate/ledger'
import { Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkSealed, openValue } from './open-record.ts'
import { digestOfSealed, sealValue, type SealedContext, type SealedRecord } from './sealed-record.ts'
import type { Trusted } from './trusted.ts'
import { signStatement } from './signed-statement.ts'
import { contextBy, expecting, person, receiversOf, trustOf, type Person } from './testing/team.ts'

let amal: Person
let basma: Person
let mallory: Person
let trusted: Trusted

beforeAll(async () => {
  ;[amal, basma, mallory] = await Promise.all([person('amal'), person('basma'), person('mallory')])
  trusted = await trustOf(basma, amal)
})

/** Amal seals for herself and Basma. */
async function sealed(
  value: string,
  changes: Partial<SealedContext> = {},
  to = [amal, basma],
): Promise<SealedRecord> {
  const context = contextBy(amal, changes)
  const outcome = await sealValue(value, context, { author: amal.author, recipients: receiversOf(...to) })
  if (!outcome.ok) throw new Error(outcome.detail)
  return outcome.value
}

/** Basma opens. */
function opened(record: SealedRecord, changes: Parameters<typeof expecting>[1] = {}) {
  return openValue(record, expecting([amal, basma], changes), { trusted, keys: basma.keys })
}

/** What a server can do that has no key: change the envelope. */
function changed(record: SealedRecord, changes: Partial<SealedRecord['statement']>): SealedRecord {
  return { ...record, statement: { ...record.statement, ...changes } }
}

describe('what was sealed opens', () => {
  test('with its value, author, place and version', async () => {
    const outcome = await opened(await sealed('علي حسن'))
    expect(outcome).toMatchObject({ ok: true, value: { value: 'علي حسن', author: 'amal', version: 1 } })
  })

  prop.prop([fc.string({ unit: 'binary', maxLength: 200 })], { numRuns: 25 })(
    'exactly, whatever well-formed text it is',
    async (value) => {
      const outcome = await opened(await sealed(value))
      expect(outcome.ok && outcome.value.value).toBe(value)
    },
  )

  test.each([
    ['empty', ''],
    ['spaces only', '   \n\t '],
    ['bidirectional controls', '\u202eعلي\u2066 Ali \u2069\u202c'],
    ['zero-width signs', 'A\u200bl\u200d\u200ci\ufeff'],
    ['decomposed letters', 'Jose\u0301 أ'],
    ['a zero character', 'a\u0000b'],
    ['letters beyond the first plane', '𐤀𐤁 👩‍👩‍👧'],
    ['three quarters of a megabyte', 'ن'.repeat(390_000)],
  ])('exactly: %s', async (_, value) => {
    const outcome = await opened(await sealed(value))
    expect(outcome.ok && outcome.value.value === value).toBe(true)
  })

  test.each([
    ['half of a letter', 'Ali \ud83d', 'lone-surrogate'],
    ['10 MB', 'x'.repeat(10_000_000), 'too-long'],
  ])('or is refused before: %s', async (_, value, reason) => {
    const asked = { author: amal.author, recipients: receiversOf(basma) }
    expect(await sealValue(value, contextBy(amal), asked)).toMatchObject({ ok: false, reason })
  })

  test('is refused when nobody could open it', async () => {
    const asked = { author: amal.author, recipients: [] }
    expect(await sealValue('Ali', contextBy(amal), asked)).toMatchObject({
      ok: false,
      reason: 'no-recipient',
    })
  })
})

describe('what the server sees', () => {
  test('has one length for "Ali" and a name of sixty letters', async () => {
    const lengths = await Promise.all(
      ['Ali', '', 'م'.repeat(60), 'Abd al-Rahman '.repeat(4)].map((name) => sealed(name)),
    )
    expect(new Set(lengths.map(({ file }) => file.length)).size).toBe(1)
  })

  test('differs for two equal values', async () => {
    const [one, other] = await Promise.all([sealed('Ali'), sealed('Ali')])
    expect(one.file).not.toBe(other.file)
    expect(one.statement.ciphertext).not.toBe(other.statement.ciphertext)
  })

  test('does not hold the value in any encoding', async () => {
    const written = JSON.stringify(await sealed('Zaynab al-Karim'))
    const bytes = new TextEncoder().encode('Zaynab al-Karim')
    for (const form of ['Zaynab al-Karim', toBase64(bytes).replace(/=+$/, ''), digestOf('Zaynab al-Karim')])
      expect(written).not.toContain(form)
  })
})

describe('attacks that the browser refuses', () => {
  test('a value moved from one record to another', async () => {
    const record = await sealed('Ali', { record: 'source-b' })
    expect(await opened(record)).toMatchObject({ ok: false, reason: 'wrong-context' })
    expect(await opened(changed(record, { record: 'source-a' }))).toMatchObject({
      ok: false,
      reason: 'bad-signature',
    })
  })

  test('a value moved from field to field', async () => {
    const record = await sealed('+963 11 000 000', { field: 'contact' })
    expect(await opened(record)).toMatchObject({ ok: false, reason: 'wrong-context' })
    expect(await opened(changed(record, { field: 'name' }))).toMatchObject({
      ok: false,
      reason: 'bad-signature',
    })
  })

  test('a ciphertext put under an envelope that its author signed for another place', async () => {
    const [name, contact] = await Promise.all([sealed('Ali'), sealed('+963', { field: 'contact' })])
    expect(await opened({ ...name, file: contact.file })).toMatchObject({
      ok: false,
      reason: 'changed-ciphertext',
    })
  })

  test('an author who signs an envelope around another place’s ciphertext', async () => {
    const contact = await sealed('+963', { field: 'contact' })
    const statement = { ...contact.statement, field: 'name' }
    const resigned = { ...signStatement('sealed record', statement, amal.keys.seed), file: contact.file }
    expect(await opened(resigned)).toMatchObject({ ok: false, reason: 'wrong-context' })
  })

  test('an older version than the one that was seen', async () => {
    const first = await sealed('Ali')
    const second = await sealed('Ali Hasan', { version: 2, previous: digestOfSealed(first) })
    const seen = { version: 2, digest: digestOfSealed(second) }
    expect(await opened(first, { seen })).toMatchObject({ ok: false, reason: 'lower-version' })
    expect(await opened(second, { seen })).toMatchObject({ ok: true })
  })

  test('another version under the number that was seen, as two browsers make that edit one record', async () => {
    const [mine, theirs] = await Promise.all([sealed('Ali'), sealed('Aly')])
    const seen = { version: 1, digest: digestOfSealed(mine) }
    expect(await opened(theirs, { seen })).toMatchObject({ ok: false, reason: 'other-version' })
    const onTheirs = await sealed('Aly Hasan', { version: 2, previous: digestOfSealed(theirs) })
    expect(await opened(onTheirs, { seen })).toMatchObject({ ok: false, reason: 'other-version' })
  })

  test('a record forged to the custodians’ public keys', async () => {
    const context = { ...contextBy(amal), salt: '00', value: 'Somebody else' }
    const encrypter = new Encrypter()
    for (const { recipient } of [amal, basma]) encrypter.addRecipient(recipient)
    const file = await encrypter.encrypt(canonicalJson(context))
    const { statement } = await sealed('Ali')
    const forged = { ...statement, ciphertext: digestOf(file) }
    const record = { ...signStatement('sealed record', forged, mallory.keys.seed), file: toBase64(file) }
    expect(await opened(record)).toMatchObject({ ok: false, reason: 'bad-signature' })
  })

  test('an author whom nobody compared', async () => {
    const asked = { author: mallory.author, recipients: receiversOf(basma) }
    const record = await sealValue('Ali', contextBy(mallory), asked)
    expect(record.ok && (await opened(record.value))).toMatchObject({ ok: false, reason: 'unknown-author' })
    const posing = await sealValue('Ali', contextBy(amal), asked)
    expect(posing.ok && (await opened(posing.value))).toMatchObject({ ok: false, reason: 'unknown-author' })
  })

  test('a recipient who may not receive it', async () => {
    const record = await sealed('Ali', {}, [basma, mallory])
    expect(await opened(record)).toMatchObject({ ok: false, reason: 'unlisted-recipient' })
  })

  test('a recipient who is not in the signed list', async () => {
    const record = await sealed('Ali', {}, [amal, basma, mallory])
    const statement = { ...record.statement, recipients: receiversOf(amal, basma) }
    const hidden = { ...signStatement('sealed record', statement, amal.keys.seed), file: record.file }
    expect(await opened(hidden)).toMatchObject({ ok: false, reason: 'unlisted-recipient' })
  })

  test.each(['30', '1', '99999999999999999999'])(
    'a passphrase with scrypt work factor %s',
    async (factor) => {
      const record = await sealed('Ali')
      const text = Array.from(fromBase64(record.file) ?? [], (byte) => String.fromCharCode(byte)).join('')
      const scrypt = `-> scrypt bm90IGEgc2FsdCwgMTZi ${factor}`
      const file = Uint8Array.from(text.replace(/-> X25519 \S+/, scrypt), (letter) => letter.charCodeAt(0))
      const statement = { ...record.statement, ciphertext: digestOf(file) }
      const asking = { ...signStatement('sealed record', statement, amal.keys.seed), file: toBase64(file) }
      expect(await opened(asking)).toMatchObject({ ok: false, reason: 'work-factor' })
    },
  )

  test('one flipped bit anywhere, never partial plaintext', async () => {
    const record = await sealed('Ali')
    const bytes = fromBase64(record.file) ?? new Uint8Array()
    for (const at of [0, 30, 200, bytes.length - 1]) {
      const flipped = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
      const statement = { ...record.statement, ciphertext: digestOf(flipped) }
      expect((await opened({ ...record, file: toBase64(flipped) })).ok).toBe(false)
      const resigned = {
        ...signStatement('sealed record', statement, amal.keys.seed),
        file: toBase64(flipped),
      }
      expect((await opened(resigned)).ok).toBe(false)
    }
  })

  test('whoever is no recipient learns nothing, with the keys of a removed member too', async () => {
    const record = await sealed('Ali', {}, [amal, basma])
    const outcome = await openValue(record, expecting([amal, basma]), {
      trusted: await trustOf(mallory, amal),
      keys: mallory.keys,
    })
    expect(outcome).toMatchObject({ ok: false, reason: 'does-not-open' })
  })

  test('all but the last can be told without any secret key', async () => {
    const record = await sealed('Ali')
    expect((await checkSealed(record, expecting([amal, basma]), trusted)).ok).toBe(true)
    const moved = changed(record, { version: 7 })
    expect(await checkSealed(moved, expecting([amal, basma]), trusted)).toMatchObject({
      reason: 'bad-signature',
    })
  })
})
