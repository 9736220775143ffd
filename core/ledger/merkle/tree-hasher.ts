import { SHA_256_IN_SCRIPT, type Sha256 } from '../sha256.ts'

/** 32 bytes. */
export type Hash = Uint8Array

export const HASH_BYTES = 32
const LEAF = 0x00
const NODE = 0x01

/** How leaves and nodes of a tree are hashed. */
export interface TreeHasher {
  /** SHA-256(0x00 ‖ data). */
  readonly leaf: (data: Uint8Array) => Hash
  /** SHA-256(0x01 ‖ left ‖ right). Throws unless both have 32 bytes: whoever reads hashes from outside looks first. */
  readonly node: (left: Hash, right: Hash) => Hash
  /** The root of a tree without leaves: SHA-256 of nothing. */
  readonly empty: Hash
}

/**
 * The hashes of RFC 6962 (section 2.1) and RFC 9162 (section 2.1.1). The two prefixes keep a node from passing for a leaf,
 * which would let somebody prove entries that were never written.
 */
export function treeHasher(sha256: Sha256): TreeHasher {
  // One buffer for all nodes: a tree has as many nodes as leaves, and each would otherwise leave 65 bytes behind.
  const pair = new Uint8Array(1 + 2 * HASH_BYTES)
  pair[0] = NODE
  return {
    empty: sha256.ofBytes(new Uint8Array(0)),
    leaf(data) {
      const bytes = new Uint8Array(data.length + 1)
      bytes[0] = LEAF
      bytes.set(data, 1)
      return sha256.ofBytes(bytes)
    },
    node(left, right) {
      if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
        throw new Error(`a node is hashed from two hashes of ${HASH_BYTES} bytes`)
      pair.set(left, 1)
      pair.set(right, 1 + HASH_BYTES)
      return sha256.ofBytes(pair)
    },
  }
}

/** The hashes of RFC 6962, in script. */
export const RFC_6962: TreeHasher = treeHasher(SHA_256_IN_SCRIPT)

export function sameHash(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}
