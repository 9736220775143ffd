import { fc, test as prop } from '@fast-check/vitest'
import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { stanzasOf } from './age-header.ts'
import { openWhole, sealWhole } from './age-file.ts'
import { person, type Person } from './testing/team.ts'

let people: readonly Person[] = []
beforeAll(async () => {
  people = await Promise.all(['amal', 'basma', 'chidi'].map(person))
})
afterEach(() => vi.restoreAllMocks())

function sealedToAll(plain: Uint8Array): Promise<Uint8Array> {
  return sealWhole(
    plain,
    people.map(({ recipient }) => recipient),
  )
}

/** By the library alone: its header, its lines of recipients, its stream. */
function openedByLibrary(file: Uint8Array, { keys }: Person): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(keys.identity)
  return decrypter.decrypt(file)
}

describe('an age file that is made here', () => {
  prop.prop([fc.uint8Array({ maxLength: 3000 })], { numRuns: 10 })(
    'opens for each of its recipients, with the library alone and here',
    async (plain) => {
      const file = await sealedToAll(plain)
      for (const one of people) {
        expect(await openedByLibrary(file, one)).toEqual(plain)
        expect(await openWhole(file, one.keys)).toEqual(plain)
      }
    },
  )

  test('has another ephemeral share in every line and every file, as C2SP age.md has it', async () => {
    const files = await Promise.all(Array.from({ length: 4 }, () => sealedToAll(new Uint8Array(3))))
    const shares = files.flatMap((file) => {
      const stanzas = stanzasOf(file)
      return stanzas.ok ? stanzas.value.map(([, share]) => share) : []
    })
    expect(new Set(shares).size).toBe(4 * people.length)
  })

  test('is the same where the platform has no X25519, and a script exchanges the keys', async () => {
    const lacking = await person('lacking')
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
    const file = await sealWhole(Uint8Array.of(1, 2, 3), [lacking.recipient])
    expect(await openWhole(file, lacking.keys)).toEqual(Uint8Array.of(1, 2, 3))
    vi.restoreAllMocks()
    expect(await openedByLibrary(file, lacking)).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('is made to no text that is no recipient, or one of another kind', async () => {
    const [one] = people
    const recipient = one?.recipient ?? ''
    const hybrid = await identityToRecipient(await generateHybridIdentity())
    for (const wrong of ['', 'age1', recipient.toUpperCase(), `${recipient.slice(0, -1)}q`, hybrid])
      await expect(sealWhole(new Uint8Array(1), [wrong])).rejects.toThrow()
  })

  test('is made to no key of small order, with which everybody has the same secret', async () => {
    // The point 0, in Bech32.
    const zero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z'
    await expect(sealWhole(new Uint8Array(1), [zero])).rejects.toThrow()
  })
})
