import { createHash, hash } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { commit, SALT_BYTES } from './commitment.ts'
import { appendTo, hashOf, leafOf, type Entry } from './entry.ts'
import { rangeAt, rootOf } from './merkle/compact-range.ts'
import { inclusionProof } from './merkle/prove.ts'
import { keptTree } from './merkle/testing/kept-tree.ts'
import { RFC_6962, treeHasher } from './merkle/tree-hasher.ts'
import { verifyInclusion } from './merkle/verify-inclusion.ts'
import { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'
import type { HeldContent } from './verify-chain.ts'
import { verifyLedger } from './verify-ledger.ts'

/** A ledger of invented acts. */
function ledgerOf(count: number) {
  const entries: Entry[] = []
  const contents: HeldContent[] = []
  for (let i = 0; i < count; i++) {
    const content = { said: `statement ${i}` }
    const salt = new Uint8Array(SALT_BYTES).fill(i)
    const time = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString()
    const commitment = commit(content, salt)
    entries.push(
      appendTo(entries.at(-1) ?? null, {
        time,
        actor: 'a',
        act: 'claim.stated',
        subject: `c-${i}`,
        commitment,
      }),
    )
    contents.push({ sequence: i + 1, content, salt })
  }
  const tree = keptTree(entries.map((entry) => Uint8Array.from(Buffer.from(entry.hash, 'hex'))))
  const head = (size: number) => ({ size: BigInt(size), root: rootOf(valueOf(rangeAt(size, tree.hashAt))) })
  return { entries, contents, tree, head }
}

const { entries, contents, tree, head } = ledgerOf(50)

/** The machine's own: what a program on Node passes. */
const OF_NODE: Sha256 = {
  ofBytes: (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1'),
  ofText: (text) => hash('sha256', text, 'hex'),
}

test('the hash of an entry is its leaf hash: the tree is built from the hashes of the chain', () => {
  for (const entry of entries)
    expect(entry.hash).toBe(
      Buffer.from(RFC_6962.leaf(new TextEncoder().encode(leafOf(entry)))).toString('hex'),
    )
})

test('a ledger verifies against every head that was signed of it', async () => {
  const heads = [head(0), head(1), head(7), head(7), head(32), head(50)]
  expect(await verifyLedger(entries, { heads, contents })).toMatchObject({
    ok: true,
    value: { count: 50, contents: 50, root: head(50).root },
  })
  expect(await verifyLedger(entries, { heads: [], contents: null })).toMatchObject({
    ok: true,
    value: { contents: 0 },
  })
  expect(await verifyLedger([], { heads: [], contents: null })).toMatchObject({
    ok: true,
    value: { root: RFC_6962.empty },
  })
})

test('entries may come one by one, later', async () => {
  async function* slowly() {
    for (const entry of entries) yield await Promise.resolve(entry)
  }
  expect(await verifyLedger(slowly(), { heads: [head(50)], contents })).toMatchObject({ ok: true })
})

test('a tail that was cut is found, which a chain alone cannot show', async () => {
  expect(await verifyLedger(entries.slice(0, 40), { heads: [head(7), head(50)], contents: null })).toEqual({
    ok: false,
    reason: 'cut',
    detail: 'the ledger ends at entry 40, and 50 were signed',
  })
})

test('a whole chain written anew is found, which a chain alone cannot show', async () => {
  const anew: Entry[] = []
  for (const { time, actor, act, subject, commitment } of entries.toSpliced(20, 1))
    anew.push(appendTo(anew.at(-1) ?? null, { time, actor, act, subject, commitment }))
  expect(await verifyLedger(anew, { heads: [head(7), head(32)], contents: null })).toMatchObject({
    ok: false,
    reason: 'fork',
    detail: 'the first 32 entries are not those that were signed: their root is another',
  })
})

test('an entry that was changed, and one that was left out, are named', async () => {
  const changed = entries.map((entry) => (entry.sequence === 9 ? { ...entry, actor: 'b' } : entry))
  expect(await verifyLedger(changed, { heads: [head(50)], contents: null })).toMatchObject({
    reason: 'wrong-hash',
  })
  expect(await verifyLedger(entries.toSpliced(8, 1), { heads: [head(50)], contents: null })).toMatchObject({
    reason: 'gap',
  })
})

test('heads that are not in order are refused before anything is read', async () => {
  expect(await verifyLedger(entries, { heads: [head(32), head(7)], contents: null })).toMatchObject({
    reason: 'heads-out-of-order',
  })
})

test('when content and salt are erased, tree, chain and every proof still verify, and the entry says nothing', async () => {
  const kept = contents.filter(({ sequence }) => sequence !== 20)
  expect(await verifyLedger(entries, { heads: [head(50)], contents: kept })).toMatchObject({
    ok: true,
    value: { contents: 49 },
  })
  const erased = entries[19]
  if (!erased) throw new Error('there are 50 entries')
  const leaf = Uint8Array.from(Buffer.from(hashOf(erased), 'hex'))
  const proof = valueOf(inclusionProof({ index: 19, size: 50 }, tree.hashAt))
  expect(verifyInclusion({ leaf, index: 19n, size: 50n, proof, root: head(50).root }).ok).toBe(true)
  // Who guesses the words but has not the salt learns nothing; with both, the guess is proven.
  expect(JSON.stringify(erased)).not.toContain('statement 19')
  expect(commit({ said: 'statement 19' }, new Uint8Array(SALT_BYTES).fill(99))).not.toBe(erased.commitment)
  expect(commit({ said: 'statement 19' }, new Uint8Array(SALT_BYTES).fill(19))).toBe(erased.commitment)
})

test('a content that was changed is found before it is believed', async () => {
  const forged = contents.map((held) =>
    held.sequence === 3 ? { ...held, content: { said: 'other' } } : held,
  )
  expect(await verifyLedger(entries, { heads: [head(50)], contents: forged })).toMatchObject({
    reason: 'wrong-commitment',
  })
})

prop.prop([fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' })])(
  'SHA-256 in script and the machine’s own give the same digests',
  (bytes, text) => {
    expect(SHA_256_IN_SCRIPT.ofBytes(bytes)).toEqual(Uint8Array.from(OF_NODE.ofBytes(bytes)))
    expect(SHA_256_IN_SCRIPT.ofText(text)).toBe(OF_NODE.ofText(text))
    expect(SHA_256_IN_SCRIPT.ofText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  },
)

test('both verify one ledger to one root', async () => {
  const hasher = treeHasher(OF_NODE)
  expect(rootOf(tree.range, hasher)).toEqual(Buffer.from(rootOf(tree.range)))
  const asked = { heads: [head(13), head(50)], contents, sha256: OF_NODE }
  expect(await verifyLedger(entries, asked)).toMatchObject({ ok: true, value: { count: 50, contents: 50 } })
})
