import { inflateSync } from 'node:zlib'
import { digestOf } from '@corroborate/base'
import { armor, Decrypter } from 'age-encryption'
import * as vectors from 'cctv-age'
import { describe, expect, test } from 'vitest'
import { openWhole } from './age-file.ts'

interface Vector {
  readonly expect: string
  readonly payload: string | undefined
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
  readonly isArmored: boolean
  readonly file: Uint8Array
}

/** The textual head of a vector, an empty line, the file. @see C2SP/CCTV, age/README.md, "Test file format" */
function read(bytes: Uint8Array): Vector {
  const text = new TextDecoder('latin1').decode(bytes)
  const split = text.indexOf('\n\n')
  const lines = text
    .slice(0, split)
    .split('\n')
    .map((line) => line.split(': '))
  const all = (name: string) => lines.filter(([key]) => key === name).map(([, value = '']) => value)
  const file = bytes.subarray(split + 2)
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    isArmored: all('armored')[0] === 'yes',
    file: all('compressed')[0] === 'zlib' ? inflateSync(file) : file,
  }
}

async function opened({ identities, passphrases, isArmored, file }: Vector): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter()
    for (const identity of identities) decrypter.addIdentity(identity)
    for (const passphrase of passphrases) decrypter.addPassphrase(passphrase)
    return await decrypter.decrypt(isArmored ? armor.decode(new TextDecoder('latin1').decode(file)) : file)
  } catch {
    return null
  }
}

/** As we open: the header by the library, with the key of an identity that was read once; the payload by ourselves. */
async function openedHere({
  identities: [identity = ''],
  isArmored,
  file,
}: Vector): Promise<Uint8Array | null> {
  try {
    const bytes = isArmored ? armor.decode(new TextDecoder('latin1').decode(file)) : file
    return await openWhole(bytes, { identity })
  } catch {
    return null
  }
}

/** What we seal and open with is held against the format's own vectors (C2SP/CCTV, npm `cctv-age`), all of them. */
describe('the age library that seals', () => {
  const all = Object.entries(vectors)
  test('is held against all 143 vectors', () => expect(all).toHaveLength(143))

  test.each(all)('agrees with %s', async (_, bytes) => {
    const vector = read(bytes)
    const plain = await opened(vector)
    expect(plain !== null).toBe(vector.expect === 'success')
    if (plain) expect(digestOf(plain)).toBe(vector.payload)
  })

  const ours = all.filter(([, bytes]) => {
    const { identities, passphrases } = read(bytes)
    return (
      passphrases.length === 0 &&
      identities.length === 1 &&
      (identities[0] ?? '').startsWith('AGE-SECRET-KEY-1')
    )
  })
  test.each(ours)('opens here as it says: %s', async (_, bytes) => {
    const vector = read(bytes)
    const plain = await openedHere(vector)
    expect(plain !== null).toBe(vector.expect === 'success')
    if (plain) expect(digestOf(plain)).toBe(vector.payload)
  })
})
