import { createPublicKey, verify } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { openNote, parseNote, signNote, textOf, withSignature, writeNote } from './signed-note.ts'
import { readVerifierKey, signerFrom, verifierKey, writeVerifierKey } from './verifier-key.ts'

/** golang.org/x/mod/sumdb/note/note_test.go (02c9913), BSD-3-Clause. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const PETER_SEED = 'gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM='
const TEXT = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n`
const BY_PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const BY_ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

/** C2SP signed-note, the key and note of its example.com/foo, as quoted by two other implementations. */
const FOO = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const FOO_NOTE =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

/** The example of the specification itself (C2SP/C2SP signed-note.md, 0552876); its key is not given. */
const QUASIMODO =
  'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
  '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'

const peter = valueOf(readVerifierKey(PETER))
const enoch = valueOf(readVerifierKey(ENOCH))
const signer = signerFrom({
  name: 'PeterNeumann',
  type: 'note',
  seed: new Uint8Array(Buffer.from(PETER_SEED, 'base64')),
})

const open = (written: string, keys = [peter]) => {
  const note = parseNote(written)
  return note.ok ? openNote(note.value, keys) : note
}

test.each([PETER, ENOCH, FOO])('reads the published key %s and writes it back', (text) => {
  expect(writeVerifierKey(valueOf(readVerifierKey(text)))).toBe(text)
})

test('signs as Go signs, with the published key', () => {
  expect(writeVerifierKey(signer.key)).toBe(PETER)
  expect(writeNote(signNote(TEXT, signer))).toBe(`${TEXT}\n${BY_PETER}`)
})

test('opens the published notes', () => {
  expect(open(`${TEXT}\n${BY_PETER}`)).toMatchObject({ ok: true, value: { text: TEXT, unknown: 0 } })
  expect(open(`${TEXT}\n${BY_PETER}${BY_ENOCH}`, [peter, enoch])).toMatchObject({
    ok: true,
    value: {
      signed: [
        { key: peter, time: null },
        { key: enoch, time: null },
      ],
    },
  })
  expect(open(FOO_NOTE, [valueOf(readVerifierKey(FOO))])).toMatchObject({
    ok: true,
    value: { text: 'This is an example message.\n' },
  })
})

test('a text may have empty lines: signatures begin after the last', () => {
  const note = valueOf(parseNote(QUASIMODO))
  expect(note.text).toMatch(/sole:\n\ned è subito sera\.\n$/)
  expect(note.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', id: 0x367ba04b }])
  expect(writeNote(note)).toBe(QUASIMODO)
})

test('signatures of unknown keys are passed over, also with a known name or a known id', () => {
  const otherId = BY_PETER.replace('x08go', 'x08gp')
  const otherName = BY_PETER.replace('PeterNeumann', 'CarmenSandiego')
  expect(open(`${TEXT}\n${BY_ENOCH}${otherId}${otherName}${BY_PETER}`)).toMatchObject({
    ok: true,
    value: { unknown: 3 },
  })
  expect(open(`${TEXT}\n${BY_ENOCH}`)).toEqual({
    ok: false,
    reason: 'no-known-signature',
    detail: 'no key that is known here has signed this note',
  })
})

test('one bad signature of a known key refuses the whole note, good ones beside it or not', () => {
  const bad = BY_PETER.replace('ZJku', 'ZJkv')
  expect(open(`${TEXT}\n${BY_ENOCH}${bad}`, [peter, enoch])).toEqual({
    ok: false,
    reason: 'bad-signature',
    detail: 'the signature of PeterNeumann+c74f20a3 is wrong: text or signature was changed',
  })
  expect(open(`${TEXT}\n${BY_PETER}${bad}`)).toMatchObject({ reason: 'bad-signature' })
  expect(open(`${TEXT}\n— PeterNeumann x08go/ZJkuBS\n`)).toMatchObject({ reason: 'bad-signature' })
})

prop.prop([fc.nat(), fc.integer({ min: 1, max: 127 })])(
  'any changed letter of the text is found',
  (at, by) => {
    const i = at % TEXT.length
    const changed = `${TEXT.slice(0, i)}${String.fromCharCode(TEXT.charCodeAt(i) ^ by)}${TEXT.slice(i + 1)}`
    expect(['bad-signature', 'malformed-note']).toContain(
      (open(`${changed}\n${BY_PETER}`) as { reason?: string }).reason,
    )
  },
)

test('two known keys of one name and id are a matter for a person', () => {
  expect(open(`${TEXT}\n${BY_PETER}`, [peter, { ...peter, publicKey: enoch.publicKey }])).toMatchObject({
    reason: 'ambiguous-key',
  })
})

test('sixteen signatures and more are read; a hundred and one are not', () => {
  expect(open(`${TEXT}\n${BY_ENOCH.repeat(15)}${BY_PETER}`)).toMatchObject({ ok: true })
  expect(open(`${TEXT}\n${BY_ENOCH.repeat(99)}${BY_PETER}`)).toMatchObject({ ok: true })
  expect(open(`${TEXT}\n${BY_ENOCH.repeat(100)}${BY_PETER}`)).toMatchObject({
    ok: false,
    reason: 'too-many-signatures',
  })
})

/** The bad messages of Go's test, and more. */
test.each([
  ['no signatures', TEXT],
  ['an empty line at the end', `${TEXT}\n`],
  ['no newline at the end', `${TEXT}\n${BY_PETER.slice(0, -1)}`],
  ['a control character', `\u0001${TEXT}\n${BY_PETER}`],
  ['carriage returns', `${TEXT}\n${BY_PETER}`.replaceAll('\n', '\r\n')],
  ['half a character', `\ud800${TEXT}\n${BY_PETER}`],
  ['a name with a space', `${TEXT}\n${BY_PETER.replace('PeterNeumann', 'Bad Name')}`],
  ['a name with a no-break space', `${TEXT}\n${BY_PETER.replace('PeterNeumann', 'Bad\u00a0Name')}`],
  ['a name with a plus sign', `${TEXT}\n${BY_PETER.replace('PeterNeumann', 'Bad+Name')}`],
  ['a hyphen for the dash', `${TEXT}\n${BY_PETER.replace('—', '-')}`],
  ['a line that is no signature', `${TEXT}\n${BY_PETER}Unexpected line.\n`],
  ['Base 64 without padding', `${TEXT}\n${BY_PETER.replace('=', '')}`],
  ['a signature of four bytes', `${TEXT}\n— PeterNeumann x08gow==\n`],
  ['nothing', ''],
])('refuses a note with %s', (_what, written) => {
  expect(parseNote(written)).toMatchObject({ ok: false, reason: 'malformed-note' })
})

test('a key in which any letter was changed is refused', () => {
  for (let i = 0; i < PETER.length; i++) {
    const changed = `${PETER.slice(0, i)}${String.fromCharCode(PETER.charCodeAt(i) + 1)}${PETER.slice(i + 1)}`
    expect(readVerifierKey(changed).ok, changed).toBe(false)
    expect(readVerifierKey(PETER.slice(0, i)).ok).toBe(false)
    expect(i > 0 && readVerifierKey(PETER.slice(i)).ok).toBe(false)
  }
})

/** The first two from Go's test, with their ids put right; the third as quoted for plus signs inside Base 64. */
test.each([
  ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'malformed-key'],
  ['PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'unknown-key-type'],
  ['example.com/foo+00000000+++++++++++++++++++++++++++++++++++++++++++++', 'unknown-key-type'],
  [PETER.replace('c74f20a3', 'c74f20a4'), 'wrong-key-id'],
  [PETER.replace('c74f20a3', 'C74F20A3'), 'malformed-key'],
  ['', 'malformed-key'],
])('refuses the key %s as %s', (text, reason) => {
  expect(readVerifierKey(text)).toMatchObject({ ok: false, reason })
})

test('what we sign, OpenSSL’s Ed25519 verifies', () => {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), peter.publicKey])
  const note = signNote('a line\n', signer)
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from(note.text), key, note.signatures[0]?.bytes ?? new Uint8Array(0))).toBe(true)
})

test('a newer signature of a key takes the place of its older one', () => {
  const note = signNote(TEXT, signer)
  expect(withSignature(note, signer, new Uint8Array(64)).signatures).toHaveLength(1)
})

test('a bug of the caller throws', () => {
  expect(() => signNote('no newline', signer)).not.toThrow()
  expect(() => writeNote(signNote('no newline', signer))).toThrow('not a text')
  expect(() => verifierKey({ name: 'a name', type: 'note', publicKey: peter.publicKey })).toThrow(
    'not a name',
  )
  expect(() => verifierKey({ name: 'name', type: 'note', publicKey: new Uint8Array(31) })).toThrow('32 bytes')
})

test('a file that is no UTF-8 is refused, and a byte order mark is not swallowed', () => {
  expect(textOf(Uint8Array.of(0xff, 0xfe, 0x41))).toMatchObject({ ok: false, reason: 'not-utf-8' })
  expect(valueOf(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)))).toBe('\ufeffA')
})
