import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { appendTo, hashOf, type Entry } from '../entry.ts'
import { rootOf } from '../merkle/compact-range.ts'
import { inclusionProof } from '../merkle/prove.ts'
import { keptTree } from '../merkle/testing/kept-tree.ts'
import { cosign, originOf, signCheckpoint } from '../note/checkpoint.ts'
import { readTrustPolicy } from '../note/trust-policy.ts'
import { signerFrom, writeVerifierKey } from '../note/verifier-key.ts'
import { readTlogProof, verifyTlogProof, writeTlogProof, type TlogProof } from './tlog-proof.ts'

/** The example of C2SP tlog-proof v1 (0065ea5). Its signatures are elided there; what follows the empty line is not read for that. */
const EXAMPLE = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw[...]1roloI=
`

test('reads the example of the specification, and writes it back', () => {
  const read = valueOf(readTlogProof(EXAMPLE))
  expect(read.index).toBe(73894n)
  expect(new TextDecoder().decode(read.extra ?? undefined)).toMatch(/^age-v1\.2\.1-darwin-arm64\.tar\.gz/)
  expect(read.proof).toHaveLength(5)
  expect(read.checkpoint).toMatch(/^example\.com\/fancylog\n109482\n/)
  expect(writeTlogProof(read)).toBe(EXAMPLE)
  // Its elided signatures are no signatures: nothing of it is believed.
  const policy = valueOf(readTrustPolicy('quorum none\n'))
  expect(verifyTlogProof(EXAMPLE, { leaf: new Uint8Array(32), policy })).toMatchObject({
    reason: 'malformed-note',
  })
})

const origin = originOf('example.org/ledger', '018f3a5e-0000-7000-8000-000000000001')
const ours = signerFrom({ name: origin, type: 'note', seed: new Uint8Array(32).fill(1) })
const witness = signerFrom({ name: 'w.example.org', type: 'cosignature', seed: new Uint8Array(32).fill(2) })
const policy = valueOf(
  readTrustPolicy(
    `log ${writeVerifierKey(ours.key)}\nwitness w ${writeVerifierKey(witness.key)}\nquorum w\n`,
  ),
)

const entries: Entry[] = []
for (let i = 0; i < 21; i++) {
  const time = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString()
  entries.push(
    appendTo(entries.at(-1) ?? null, {
      time,
      actor: 'a',
      act: 'claim.stated',
      subject: `c-${i}`,
      commitment: 'c0'.repeat(32),
    }),
  )
}
const leafHash = (entry: Entry) => Uint8Array.from(Buffer.from(hashOf(entry), 'hex'))
const tree = keptTree(entries.map(leafHash))
const head = { origin, size: 21n, root: rootOf(tree.range), extensions: [] }
const checkpoint = valueOf(cosign(signCheckpoint(head, ours), witness, 1_767_225_600n))
const fileOf = (index: number): TlogProof => ({
  index: BigInt(index),
  proof: valueOf(inclusionProof({ index, size: 21 }, tree.hashAt)),
  checkpoint,
  extra: null,
})

test('the file of every entry proves it, and the hash of the entry is all that is asked', () => {
  for (const [index, entry] of entries.entries()) {
    const written = writeTlogProof(fileOf(index))
    const proven = { index: BigInt(index), checkpoint: head, cosigned: [{ name: 'w', time: 1_767_225_600n }] }
    expect(verifyTlogProof(written, { leaf: leafHash(entry), policy })).toEqual({ ok: true, value: proven })
    const other = entries[(index + 1) % 21] ?? entry
    expect(verifyTlogProof(written, { leaf: leafHash(other), policy })).toMatchObject({
      ok: false,
      reason: 'wrong-root',
    })
    expect(verifyTlogProof(written, { leaf: leafHash({ ...entry, actor: 'b' }), policy })).toMatchObject({
      reason: 'wrong-root',
    })
  }
})

test('a tree of one leaf has a proof without hashes', () => {
  const only = keptTree(tree.leaves.slice(0, 1))
  const signed = valueOf(
    cosign(signCheckpoint({ ...head, size: 1n, root: rootOf(only.range) }, ours), witness, 1n),
  )
  const written = writeTlogProof({ index: 0n, proof: [], checkpoint: signed, extra: null })
  expect(written.startsWith('c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org/')).toBe(true)
  expect(verifyTlogProof(written, { leaf: only.leaves[0] ?? new Uint8Array(0), policy }).ok).toBe(true)
})

prop.prop([fc.nat({ max: 20 }), fc.nat(), fc.integer({ min: 1, max: 127 })])(
  'whatever letter of the file is changed, another entry is never proven',
  (index, at, by) => {
    const written = writeTlogProof(fileOf(index))
    const i = at % written.length
    const changed = `${written.slice(0, i)}${String.fromCharCode(written.charCodeAt(i) ^ by)}${written.slice(i + 1)}`
    const [entry] = entries.slice(index)
    if (!entry) return
    const proven = verifyTlogProof(changed, { leaf: leafHash(entry), policy })
    expect(proven.ok).toBe(false)
  },
)

prop.prop([fc.nat({ max: 20 }), fc.uint8Array({ maxLength: 50 })])(
  'reads what it wrote, with whatever the application adds',
  (index, extra) => {
    const file = { ...fileOf(index), extra: extra.length > 0 ? extra : null }
    expect(readTlogProof(writeTlogProof(file))).toEqual({ ok: true, value: file })
  },
)

const written = writeTlogProof(fileOf(4))
test.each([
  ['nothing', '', 'no empty line'],
  ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 4\n', 'no empty line'],
  ['another version', written.replace('@v1', '@v2'), 'line 1 is not'],
  ['carriage returns', written.replaceAll('\n', '\r\n'), 'no empty line'],
  ['a carriage return in one line', written.replace('\n', '\r\n'), 'line 1 is not'],
  ['a byte order mark', `\ufeff${written}`, 'line 1 is not'],
  ['no index', written.replace('index 4\n', ''), 'line 2 is not "index"'],
  ['the index alone', written.replace('index 4', '4'), 'line 2 is not "index"'],
  ['a zero in front', written.replace('index 4', 'index 04'), 'line 2 is not "index"'],
  ['an index below nothing', written.replace('index 4', 'index -4'), 'line 2 is not "index"'],
  ['an index of 2^63', written.replace('index 4', 'index 9223372036854775808'), 'line 2 is not "index"'],
  ['two spaces', written.replace('index 4', 'index  4'), 'line 2 is not "index"'],
  ['extra that is not Base 64', written.replace('index', 'extra ?\nindex'), 'line 2: what follows "extra"'],
  ['extra twice', written.replace('index', 'extra AAAA\nextra AAAA\nindex'), 'line 3 is not "index"'],
  ['extra after the index', written.replace('index 4', 'index 4\nextra AAAA'), 'line 3 is not a hash'],
  ['a hash without padding', written.replace('=\n', '\n'), 'line 3 is not a hash'],
  ['a hash that is cut', written.replace(/\n(.{40}).{4}\n/, '\n$1\n'), 'line 3 is not a hash'],
  ['64 hashes', written.replace(/\n(.{43}=)\n/, `\n${'$1\n'.repeat(64)}`), 'no tree has more than 63 levels'],
])('refuses a proof with %s', (_what, text, sentence) => {
  const read = readTlogProof(text)
  expect(read).toMatchObject({ ok: false, reason: 'malformed-proof' })
  if (!read.ok) expect(read.detail).toContain(sentence)
  expect(verifyTlogProof(text, { leaf: tree.leaves[4] ?? new Uint8Array(0), policy }).ok).toBe(false)
})

test('a checkpoint without its witness, or of a ledger that nobody knows, proves nothing', () => {
  const leaf = tree.leaves[4] ?? new Uint8Array(0)
  const alone = writeTlogProof({ ...fileOf(4), checkpoint: signCheckpoint(head, ours) })
  expect(verifyTlogProof(alone, { leaf, policy })).toMatchObject({ reason: 'quorum-not-reached' })
  const stranger = valueOf(readTrustPolicy('quorum none\n'))
  expect(verifyTlogProof(written, { leaf, policy: stranger })).toMatchObject({ reason: 'unknown-log' })
})

test('a bug of the caller throws', () => {
  expect(() => writeTlogProof({ ...fileOf(4), index: -1n })).toThrow('line 2')
  expect(() => writeTlogProof({ ...fileOf(4), proof: [new Uint8Array(31)] })).toThrow('line 3')
})
