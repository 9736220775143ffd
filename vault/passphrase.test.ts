import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { bytesOfPassphrase, generatePassphrase, PASSPHRASE_BYTES } from './passphrase.ts'

const random = fc.uint8Array({ minLength: PASSPHRASE_BYTES, maxLength: PASSPHRASE_BYTES })

test('writes 16 bits as the proposal for proquints does', () => {
  // Wilkerson's own examples are addresses: 127.0.0.1 is lusab-babad, 63.84.220.193 is gutih-tugad.
  const bytes = [127, 0, 0, 1, 63, 84, 220, 193, 0, 0, 255, 255, 127, 0]
  expect(generatePassphrase(Uint8Array.from(bytes))).toBe('lusab-babad-gutih-tugad-babab-zuzuz-lusab')
})

prop.prop([random])('can be read out: seven groups of five letters, consonant and vowel in turn', (bytes) => {
  expect(generatePassphrase(bytes)).toMatch(
    /^([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz](-|$)){7}$/,
  )
})

prop.prop([random, random])('keeps all 112 bits: other bytes, another passphrase', (one, other) => {
  const same = one.every((byte, i) => byte === other[i])
  expect(generatePassphrase(one) === generatePassphrase(other)).toBe(same)
})

prop.prop([random, fc.nat({ max: PASSPHRASE_BYTES * 8 - 1 })])(
  'changes with every single bit',
  (bytes, bit) => {
    const flipped = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    expect(generatePassphrase(flipped)).not.toBe(generatePassphrase(bytes))
  },
)

test('throws when it is not given enough to be hard to guess', () => {
  expect(() => generatePassphrase(new Uint8Array(8))).toThrow('14 random bytes')
})

test('is the same whichever keyboard composed its letters, and whatever spaces came along', () => {
  expect(bytesOfPassphrase(' cafe\u0301 آ\n')).toEqual(bytesOfPassphrase('caf\u00e9 \u0627\u0653'))
  expect(bytesOfPassphrase('Word')).not.toEqual(bytesOfPassphrase('word'))
})
