import { fc, test as prop } from '@fast-check/vitest'
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromHex } from './hex.ts'
import { isSignedOnPlatform, signOnPlatform } from './platform-ed25519.ts'

afterEach(() => vi.restoreAllMocks())

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((seed) => bytesToHex(seed))
const messages = fc.uint8Array({ maxLength: 300 }).map((message) => new Uint8Array(message))

prop.prop([seeds, messages], { numRuns: 20 })(
  'the platform makes the signature of the script',
  async (seed, message) => {
    const signature = ed25519.sign(message, fromHex(seed))
    expect(await signOnPlatform(message, { seed })).toEqual(signature)
    const signing = bytesToHex(ed25519.getPublicKey(fromHex(seed)))
    expect(await isSignedOnPlatform(new Uint8Array(signature), message, signing)).toBe(true)
    expect(await isSignedOnPlatform(new Uint8Array(signature), Uint8Array.of(...message, 0), signing)).toBe(
      false,
    )
  },
)

test('where the platform has no Ed25519, a script signs and verifies', async () => {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
  const [seed, message] = ['07'.repeat(32), new Uint8Array(5)]
  const signing = bytesToHex(ed25519.getPublicKey(fromHex(seed)))
  const signature = new Uint8Array(await signOnPlatform(message, { seed }))
  expect(await isSignedOnPlatform(signature, message, signing)).toBe(true)
  expect(await isSignedOnPlatform(signature, new Uint8Array(6), signing)).toBe(false)
})

/**
 * Signatures on which implementations differ: keys and shares of small or mixed order, an unreduced S, points written in a second way.
 * Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs" (2020), section 5; github.com/novifinancial/ed25519-speccheck, cases.json, 0 to 9.
 */
const CASES = [
  [
    '8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000',
  ],
  [
    '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04',
  ],
  [
    'aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e',
  ],
  [
    '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
  ],
  [
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
  ],
  [
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405',
  ],
  [
    '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623',
    'e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514',
  ],
  [
    '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623',
    '8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22',
  ],
  [
    'fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607',
  ],
  [
    '84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09',
  ],
] as const

describe('a signature on which implementations differ', () => {
  test.each(CASES.map((one, at) => [at, ...one] as const))(
    'is not believed on the platform where the script refuses it: %i',
    async (_, message, signing, signature) => {
      const inScript = ed25519.verify(fromHex(signature), fromHex(message), fromHex(signing), {
        zip215: false,
      })
      const onPlatform = await isSignedOnPlatform(fromHex(signature), fromHex(message), signing)
      expect(onPlatform && !inScript).toBe(false)
    },
  )

  test.each([
    ['of small order', `01${'00'.repeat(31)}`],
    ['written in a second way', `ee${'ff'.repeat(30)}7f`],
  ])('never reaches the platform where its key is %s: some believe it there', async (_, signing) => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    // The neutral point and nothing: the equation holds for every message.
    const signature = fromHex(`01${'00'.repeat(63)}`)
    expect(await isSignedOnPlatform(signature, new Uint8Array(9), signing)).toBe(false)
    expect(verify).not.toHaveBeenCalled()
  })
})
