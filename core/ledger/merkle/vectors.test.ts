import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RFC_6962 } from './tree-hasher.ts'
import { treeHash } from './compact-range.ts'
import { keptTree } from './testing/kept-tree.ts'
import { verifyConsistency } from './verify-consistency.ts'
import { verifyInclusion } from './verify-inclusion.ts'

/** transparency-dev/merkle, testdata (417fb0c), Apache-2.0. */
const VECTORS = new URL('../../../../shared/vectors/merkle/', import.meta.url)
const absent = !existsSync(VECTORS)
if (absent) console.warn('skipped: the Merkle vectors are not beside this project (../shared/vectors/merkle)')

interface InclusionVector {
  readonly leafIdx: bigint
  readonly treeSize: bigint
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}
interface ConsistencyVector {
  readonly size1: bigint
  readonly size2: bigint
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

/** Numbers as bigint, from their digits: 2^64 - 1 is among them. */
function vectorsOf(file: string): readonly (readonly [string, unknown])[] {
  if (absent) return []
  const read = JSON.parse(
    readFileSync(new URL(file, VECTORS), 'utf8'),
    (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? BigInt(context?.source ?? value) : value,
  ) as Record<string, unknown>
  return Object.entries(read)
}

const INCLUSION = vectorsOf('inclusion.json') as readonly (readonly [string, InclusionVector])[]
const CONSISTENCY = vectorsOf('consistency.json') as readonly (readonly [string, ConsistencyVector])[]

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const hashes = (texts: readonly string[] | null) => (texts ?? []).map(bytes)

test.skipIf(absent)('there are 73 vectors of inclusion and 71 of consistency, good and bad', () => {
  expect([INCLUSION.length, CONSISTENCY.length]).toEqual([73, 71])
  expect(INCLUSION.some(([, { leafIdx }]) => leafIdx === 2n ** 64n - 1n)).toBe(true)
  expect(INCLUSION.filter(([, vector]) => !vector.wantErr).length).toBeGreaterThan(3)
  expect(CONSISTENCY.filter(([, vector]) => !vector.wantErr).length).toBeGreaterThan(3)
})

test.skipIf(absent).each(INCLUSION)('agrees with %s', (_name, vector) => {
  const { leafIdx: index, treeSize: size } = vector
  const claimed = {
    index,
    size,
    leaf: bytes(vector.leafHash),
    root: bytes(vector.root),
    proof: hashes(vector.proof),
  }
  expect(verifyInclusion(claimed).ok).toBe(!vector.wantErr)
})

test.skipIf(absent).each(CONSISTENCY)('agrees with %s', (_name, vector) => {
  const earlier = { size: vector.size1, root: bytes(vector.root1) }
  const later = { size: vector.size2, root: bytes(vector.root2) }
  expect(verifyConsistency({ earlier, later, proof: hashes(vector.proof) }).ok).toBe(!vector.wantErr)
})

/** transparency-dev/merkle, testonly/constants.go (582a6ad), Apache-2.0: the same eight leaves as the tests of Certificate Transparency. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = INPUTS.map((input) => RFC_6962.leaf(new Uint8Array(Buffer.from(input, 'hex'))))
const hex = (hash: Uint8Array | null) => hash && Buffer.from(hash).toString('hex')

test.each(ROOTS.map((root, size) => [size, root] as const))(
  'the tree of the first %i published leaves has its published root',
  (size, root) => {
    expect(hex(treeHash(leaves.slice(0, size)))).toBe(root)
  },
)

test('keeps the published nodes of the tree of eight', () => {
  const { hashAt } = keptTree(leaves)
  expect(hex(hashAt(0, 5))).toBe('4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658')
  expect(hex(hashAt(1, 3))).toBe('ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0')
  expect(hex(hashAt(2, 1))).toBe('6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4')
  expect(hex(hashAt(3, 0))).toBe(ROOTS[8])
})
