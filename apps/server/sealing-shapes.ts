import { z } from 'zod'
import { id, text } from './act-shapes.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hexadecimal' })
const base64 = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'Base 64' })
const signature = base64(88)
const recipient = z.string().regex(/^age1[0-9a-z]{58}$/, { error: 'an age recipient' })
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, { error: 'a UTC time to the millisecond' })
const version = z.int().min(1).max(1_000_000)
const member = id<'member'>()

const card = z.strictObject({
  statement: z.strictObject({
    member,
    version,
    previous: digest.nullable(),
    time,
    recipient,
    signing: digest,
  }),
  signature,
  bySuccession: signature.nullable(),
})

const wrapped = { nonce: z.string().regex(/^[0-9a-f]{24}$/), wrapped: base64(1_000) }
const whole = z.number().int()
const wrappedKeys = z.strictObject({
  format: z.literal('corroborate-member-keys'),
  version: z.literal(1),
  ...{ member, recipient, signing: digest },
  byPassphrase: z.strictObject({
    ...wrapped,
    salt: z.string().regex(/^[0-9a-f]{32}$/),
    kdf: z.strictObject({ name: z.string().max(40), memory: whole, passes: whole, lanes: whole }),
  }),
  byRecoveryKey: z.strictObject(wrapped),
  byPasskey: z.strictObject({ passkey: z.string().max(4_000), file: base64(8_000) }).nullable(),
})

export const keysToPublish = z.strictObject({ card, wrapped: wrappedKeys })

export const numberToCompare = z.strictObject({
  said: z.strictObject({ statement: z.strictObject({ by: member, member, card: digest, time }), signature }),
})

const author = { author: member, authorCard: digest, time }
const split = z.strictObject({
  needed: z.int().min(2).max(255),
  shares: z.array(digest).min(2).max(255),
  key: digest,
})

export const custodiansToName = z.strictObject({
  list: z.strictObject({
    statement: z.strictObject({
      ...{ investigation: id<'investigation'>(), version, previous: digest.nullable(), ...author },
      custodians: z
        .array(z.strictObject({ member, card: digest }))
        .min(1)
        .max(50),
      identityKey: z.strictObject({ recipient, split: split.nullable() }),
    }),
    signature,
  }),
})

const field = z.string().regex(/^[a-z][a-z-]{0,39}$/, { error: 'a field: small letters and hyphens' })
/** What a value of 1 MiB comes to in Base 64, with its header. */
const LONGEST_FILE = 1_500_000

export const sealedRecord = z.strictObject({
  statement: z.strictObject({
    ...{
      investigation: id<'investigation'>(),
      record: z.string().max(80),
      field,
      version,
      previous: digest.nullable(),
    },
    ...author,
    recipients: z
      .array(z.strictObject({ name: z.string().max(80), recipient }))
      .min(1)
      .max(60),
    ciphertext: digest,
  }),
  signature,
  file: base64(LONGEST_FILE),
})

export const valueToSeal = z.strictObject({ sealed: sealedRecord })
export const openingToAsk = z.strictObject({ record: z.string().max(80), field, reason: text })
export const openingToRelease = z.strictObject({ copy: sealedRecord })
