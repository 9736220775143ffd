import { z } from 'zod'
import { text } from './act-shapes.ts'

/** Base64url of at most so many characters. */
const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, { error: 'base64url' })

/** A credential's id has at most 1,023 bytes (WebAuthn level 3, section 4). */
export const passkeyId = base64url(1_364)
const credential = { id: passkeyId, rawId: passkeyId, type: z.literal('public-key') }
/** What extensions answered is of no use here, and is not read. */
const unread = { clientExtensionResults: z.unknown().transform(() => ({})) }

/** What `navigator.credentials.create` made, as its `toJSON` says it. */
export const passkeyToAdd = z.strictObject({
  name: text.max(80),
  response: z.object({
    ...{ ...credential, ...unread },
    response: z.object({
      clientDataJSON: base64url(8_000),
      attestationObject: base64url(40_000),
      transports: z.array(z.string().max(40)).max(10).exactOptional(),
    }),
  }),
})

/** What `navigator.credentials.get` signed, likewise. */
export const passkeyShown = z.strictObject({
  response: z.object({
    ...{ ...credential, ...unread },
    response: z.object({
      clientDataJSON: base64url(8_000),
      authenticatorData: base64url(8_000),
      signature: base64url(4_000),
    }),
  }),
})

export const passkeyToRemove = z.strictObject({ passkey: passkeyId })

const hex = (bytes: number) =>
  z
    .string()
    .length(2 * bytes)
    .regex(/^[0-9a-f]+$/, { error: 'hexadecimal' })
export const sessionToEnd = z.strictObject({ session: hex(32) })

const code = z.string().regex(/^\d{6}$/, { error: 'six digits' })
/** By which somebody signs in. */
const name = text.max(80)

export const passphraseToSet = z.strictObject({
  ...{ name, salt: hex(16), verifier: hex(32), totpSecret: hex(20), code },
  kdf: z.strictObject({ name: z.string().max(40), memory: z.int(), passes: z.int(), lanes: z.int() }),
})

export const saltToGive = z.strictObject({ name })

export const passphraseShown = z.strictObject({ name, verifier: hex(32), code })
