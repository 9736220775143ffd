import { valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import { rangeAt, rootOf } from './compact-range.ts'
import { mayBeSigned } from './may-be-signed.ts'
import { consistencyProof } from './prove.ts'
import { keptTree, numberedLeaves } from './testing/kept-tree.ts'
import { RFC_6962 } from './tree-hasher.ts'

const tree = keptTree(numberedLeaves(40))
const forged = keptTree(numberedLeaves(41).toSpliced(7, 1))
const headOf = (size: number, { hashAt } = tree) => ({
  size: BigInt(size),
  root: rootOf(valueOf(rangeAt(size, hashAt))),
})
const proofOf = (earlier: number, later: number, { hashAt } = tree) =>
  valueOf(consistencyProof({ earlier, later }, hashAt))

test('the first tree may be signed, empty or not', () => {
  expect(mayBeSigned({ last: null, next: headOf(12), proof: [] }).ok).toBe(true)
  expect(mayBeSigned({ last: null, next: headOf(0), proof: [] }).ok).toBe(true)
  expect(mayBeSigned({ last: headOf(0), next: headOf(12), proof: [] }).ok).toBe(true)
})

test('a tree that grew may be signed, and the same tree again', () => {
  expect(mayBeSigned({ last: headOf(12), next: headOf(40), proof: proofOf(12, 40) }).ok).toBe(true)
  expect(mayBeSigned({ last: headOf(12), next: headOf(12), proof: [] }).ok).toBe(true)
})

test('a smaller tree is not signed: last week’s backup was restored', () => {
  expect(mayBeSigned({ last: headOf(40), next: headOf(12), proof: [] })).toEqual({
    ok: false,
    reason: 'smaller',
    detail: 'a tree of 12 leaves does not continue one of 40: something was taken away',
  })
  expect(mayBeSigned({ last: headOf(40), next: headOf(0), proof: [] })).toMatchObject({ reason: 'smaller' })
})

test('a tree from which a leaf was taken is not signed, whatever its proof', () => {
  const next = headOf(40, forged)
  expect(mayBeSigned({ last: headOf(40), next, proof: [] })).toMatchObject({ ok: false, reason: 'fork' })
  expect(mayBeSigned({ last: headOf(12), next, proof: proofOf(12, 40, forged) })).toMatchObject({
    ok: false,
    reason: 'wrong-earlier-root',
  })
  expect(mayBeSigned({ last: headOf(12), next, proof: proofOf(12, 40) })).toMatchObject({
    ok: false,
    reason: 'wrong-later-root',
  })
  expect(mayBeSigned({ last: headOf(12), next, proof: [] })).toMatchObject({
    ok: false,
    reason: 'proof-too-short',
  })
})

test('an empty tree has one root, before and after', () => {
  const wrong = { size: 0n, root: RFC_6962.leaf(new Uint8Array(0)) }
  expect(mayBeSigned({ last: null, next: wrong, proof: [] })).toMatchObject({
    ok: false,
    reason: 'wrong-empty-root',
  })
  expect(mayBeSigned({ last: wrong, next: headOf(3), proof: [] })).toMatchObject({
    ok: false,
    reason: 'wrong-empty-root',
  })
})

test('a proof where none is due, and a size below nothing, are refused', () => {
  expect(mayBeSigned({ last: null, next: headOf(3), proof: proofOf(2, 3) })).toMatchObject({
    reason: 'proof-too-long',
  })
  expect(mayBeSigned({ last: null, next: { ...headOf(3), size: -3n }, proof: [] })).toMatchObject({
    reason: 'size-out-of-range',
  })
})
