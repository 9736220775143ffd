import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { canonicalJson, digestOf, type Json } from './digest.ts'

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('agrees with the example of FIPS 180 for "%s"', (text, digest) => {
  expect(digestOf(text)).toBe(digest)
})

test('a text and its UTF-8 bytes have one digest', () => {
  expect(digestOf('سجن 🕊')).toBe(digestOf(new TextEncoder().encode('سجن 🕊')))
})

test('agrees with the sample object of RFC 8785, section 3.2.2', () => {
  const sample = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('sorts the keys of RFC 8785, section 3.2.3, by UTF-16 code units', () => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  const values = Array.from(canonicalJson(sample).matchAll(/:"([^"]+)"/g), (match) => match[1])
  expect(values).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [1e21, '1e+21'],
  [1e23, '1e+23'],
  [0.000001, '0.000001'],
  [333333333.3333332, '333333333.3333332'],
  [-0.0000033333333333333333, '-0.0000033333333333333333'],
])('writes the number %d as RFC 8785, appendix B, does', (number, text) => {
  expect(canonicalJson(number)).toBe(text)
})

test('a key without a value is left out, as JSON leaves it out', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}')
})

test.each([Number.NaN, Infinity])('throws on %d, which JSON cannot hold', (number) => {
  expect(() => canonicalJson(number)).toThrow('not a JSON number')
})

test('throws on half a character, in a value and in a key', () => {
  expect(() => canonicalJson('\ud800')).toThrow('surrogate')
  expect(() => canonicalJson({ '\udc00': 1 })).toThrow('surrogate')
})

const values = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>

prop.prop([values])('says what JSON says, whatever the order of the keys', (value) => {
  expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
  expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
})

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner ?? null)]),
  )
}
