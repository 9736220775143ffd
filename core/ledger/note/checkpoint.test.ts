import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { LARGEST_SIZE } from '../merkle/tree-size.ts'
import {
  cosign,
  originOf,
  readCheckpoint,
  signCheckpoint,
  writeCheckpoint,
  type Checkpoint,
} from './checkpoint.ts'
import { splitCosignature } from './cosigned-message.ts'
import { openNote, parseNote } from './signed-note.ts'
import { trustCheckpoint } from './trust-checkpoint.ts'
import { readTrustPolicy } from './trust-policy.ts'
import { readVerifierKey, signerFrom, writeVerifierKey, type KeyType } from './verifier-key.ts'

/** The example of C2SP tlog-cosignature v1.0.1 (01194db); the same checkpoint is that of tlog-checkpoint. */
const SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

/**
 * A checkpoint of a public log of Certificate Transparency, signed and cosigned by four public witnesses on 2026-05-23, as
 * tlog-scales has it in its tests; the keys as their operators publish them.
 */
const ARCHE = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`
const ARCHE_KEY =
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f'
const ARCHE_WITNESSES = `
log ${ARCHE_KEY}
witness garden   transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM
witness smartit  witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO https://witness1.smartit.nu
witness remora   remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2
witness stagemole witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv
witness navigli  witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G
`

const policyOf = (text: string) => valueOf(readTrustPolicy(text))

test('a checkpoint of a public log with four public witnesses is trusted under a quorum of four of five', () => {
  const policy = policyOf(
    `${ARCHE_WITNESSES}group all-of-them 4 garden smartit remora stagemole navigli\nquorum all-of-them\n`,
  )
  expect(valueOf(trustCheckpoint(ARCHE, policy))).toMatchObject({
    checkpoint: { origin: 'arche2025h1.staging.ct.transparency.dev', size: 1432088532n, extensions: [] },
    cosigned: [
      { name: 'garden', time: 1779573024n },
      { name: 'smartit', time: 1779573024n },
      { name: 'remora', time: 1779573024n },
      { name: 'stagemole', time: 1779573024n },
    ],
  })
})

test('under a quorum of all five it is not, and the sentence says who is there', () => {
  const policy = policyOf(`${ARCHE_WITNESSES}group g all garden smartit remora stagemole navigli\nquorum g\n`)
  expect(trustCheckpoint(ARCHE, policy)).toEqual({
    ok: false,
    reason: 'quorum-not-reached',
    detail:
      'cosigned by garden, smartit, remora, stagemole, and the policy asks for 5 of (garden, smartit, remora, stagemole, navigli)',
  })
})

test('with its size changed, or one witness’s time, no part of it is believed', () => {
  const policy = policyOf(`${ARCHE_WITNESSES}quorum none\n`)
  expect(trustCheckpoint(ARCHE, policy)).toMatchObject({ ok: true })
  expect(trustCheckpoint(ARCHE.replace('1432088532', '1432088533'), policy)).toMatchObject({
    reason: 'bad-signature',
  })
  expect(trustCheckpoint(ARCHE.replace('2net5wAAAABqEiEg', '2net5wAAAABqEiEh'), policy)).toMatchObject({
    reason: 'bad-signature',
    detail: expect.stringContaining('remora.n621.de+da77ade7') as string,
  })
})

test('witnesses alone do not make a checkpoint: its ledger must have signed', () => {
  const policy = policyOf(`${ARCHE_WITNESSES}quorum remora\n`)
  const unsigned = ARCHE.split('\n')
    .filter((line) => !line.includes(' ui8GwCF1'))
    .join('\n')
  expect(trustCheckpoint(unsigned, policy)).toMatchObject({ ok: false, reason: 'not-signed-by-log' })
  expect(
    trustCheckpoint(unsigned.replaceAll(/— .*(garden|smartit|remora|stagemole).*\n/g, ''), policy),
  ).toMatchObject({
    reason: 'no-known-signature',
  })
})

test('the example of the specification is read, its time and all', () => {
  const note = valueOf(parseNote(SOFA))
  expect(readCheckpoint(note.text)).toMatchObject({
    ok: true,
    value: { origin: 'example.com/behind-the-sofa', size: 20852163n },
  })
  // tlog-cosignature prints the time of this very line: "time 1679315147".
  expect(splitCosignature(note.signatures[1]?.bytes ?? new Uint8Array(0))?.time).toBe(1679315147n)
})

/** transparency-dev/formats, note/note_cosigv1_test.go (091ce41), Apache-2.0. */
test('reads the published times and keys of cosignatures', () => {
  const written =
    'ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA=='
  const bytes = new Uint8Array(Buffer.from(written, 'base64')).slice(4)
  expect(splitCosignature(bytes)?.time).toBe(1727964367n)
  expect(splitCosignature(bytes.slice(0, 8))).toBeNull()
  expect(splitCosignature(new Uint8Array(72).fill(0xff))).toBeNull()
  expect(readVerifierKey('TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6')).toMatchObject({
    value: { type: 'note' },
  })
})

const signer = (name: string, type: KeyType, fill: number) =>
  signerFrom({ name, type, seed: new Uint8Array(32).fill(fill) })
const origin = originOf('example.org/ledger', '018f3a5e-0000-7000-8000-000000000001')
const ours = signer(origin, 'note', 1)
const [one, two, three] = [2, 3, 4].map((fill) => signer(`w${fill}.example.org`, 'cosignature', fill)) as [
  typeof ours,
  typeof ours,
  typeof ours,
]
const checkpoint: Checkpoint = { origin, size: 12n, root: new Uint8Array(32).fill(7), extensions: [] }
const policy = policyOf(
  `log ${writeVerifierKey(ours.key)}\n` +
    [one, two, three].map(({ key }, i) => `witness w${i} ${writeVerifierKey(key)}\n`).join('') +
    'group two 2 w0 w1 w2\nquorum two\n',
)

test('two of three witnesses are enough, one is not, and one that signs twice is one', () => {
  const signed = signCheckpoint(checkpoint, ours)
  expect(trustCheckpoint(signed, policy)).toMatchObject({ reason: 'quorum-not-reached' })
  const once = valueOf(cosign(signed, one, 1_700_000_000n))
  expect(trustCheckpoint(once, policy)).toMatchObject({ reason: 'quorum-not-reached' })
  const again = valueOf(cosign(once, one, 1_700_000_060n))
  expect(valueOf(parseNote(again)).signatures).toHaveLength(2)
  const line = once.split('\n').at(-2) ?? ''
  expect(trustCheckpoint(`${again}${line}\n`, policy)).toMatchObject({ reason: 'quorum-not-reached' })
  const both = valueOf(cosign(again, three, 1_700_000_061n))
  expect(valueOf(trustCheckpoint(both, policy))).toEqual({
    checkpoint,
    cosigned: [
      { name: 'w0', time: 1_700_000_060n },
      { name: 'w2', time: 1_700_000_061n },
    ],
  })
})

test('the checkpoint of one investigation is none of another', () => {
  const other = signCheckpoint({ ...checkpoint, origin: originOf('example.org/ledger', 'house') }, ours)
  expect(trustCheckpoint(other, policy)).toMatchObject({
    ok: false,
    reason: 'unknown-log',
    detail: 'the checkpoint is of example.org/ledger/house, which the policy does not know',
  })
})

prop.prop([fc.bigInt({ min: 0n, max: LARGEST_SIZE }), fc.uint8Array({ minLength: 32, maxLength: 32 })], {
  numRuns: 20,
})('reads what it wrote', (size, root) => {
  const written = writeCheckpoint({ ...checkpoint, size, root })
  expect(readCheckpoint(written)).toEqual({ ok: true, value: { ...checkpoint, size, root } })
  const signed = signCheckpoint({ ...checkpoint, size, root }, ours)
  expect(openNote(valueOf(parseNote(signed)), [ours.key]).ok).toBe(true)
})

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
test('extension lines of other logs are kept, and signed with the rest', () => {
  const read = readCheckpoint(`o\n1\n${ROOT}\nfurther\nlines\n`)
  expect(read).toMatchObject({ ok: true, value: { extensions: ['further', 'lines'] } })
})

test.each([
  ['nothing', ''],
  ['two lines', 'o\n1\n'],
  ['no last newline', `o\n1\n${ROOT}`],
  ['an empty origin', `\n1\n${ROOT}\n`],
  ['an empty line', `o\n1\n${ROOT}\n\n`],
  ['a zero in front', `o\n01\n${ROOT}\n`],
  ['a size below nothing', `o\n-1\n${ROOT}\n`],
  ['a size of 2^63', `o\n9223372036854775808\n${ROOT}\n`],
  ['a root that is too short', `o\n1\n${ROOT.slice(0, 40)}\n`],
  ['a root without padding', `o\n1\n${ROOT.slice(0, -1)}\n`],
  ['carriage returns', `o\r\n1\r\n${ROOT}\r\n`],
])('refuses a checkpoint with %s', (_what, text) => {
  expect(readCheckpoint(text)).toMatchObject({ ok: false, reason: 'malformed-checkpoint' })
})

test('only a witness cosigns, only a ledger signs, and only checkpoints are cosigned', () => {
  const signed = signCheckpoint(checkpoint, ours)
  expect(() => cosign(signed, ours, 1n)).toThrow('does not cosign')
  expect(() => signCheckpoint(checkpoint, one)).toThrow('does not sign')
  expect(() => cosign(signed, one, -1n)).toThrow('not a time')
  expect(cosign('no note', one, 1n)).toMatchObject({ reason: 'malformed-note' })
  expect(cosign(FOREIGN, one, 1n)).toMatchObject({ reason: 'malformed-checkpoint' })
})
const FOREIGN = 'some text\n\n— somebody AAAAAAA=\n'
