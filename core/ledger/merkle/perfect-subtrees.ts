/** A node over 2^level leaves, the index-th of its level from the left; level 0 are the leaves. */
export interface NodePlace {
  readonly level: number
  readonly index: number
}

/**
 * The fewest perfect subtrees that cover the leaves from `start` to before `end`, from left to right. These are the nodes
 * whose hashes never change once they exist, and so the only ones that are kept.
 */
export function perfectSubtrees(start: number, end: number): readonly NodePlace[] {
  const places: NodePlace[] = []
  let at = start
  while (at < end) {
    let [level, leaves] = [0, 1]
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= end) {
      level++
      leaves *= 2
    }
    places.push({ level, index: at / leaves })
    at += leaves
  }
  return places
}

/** The largest power of two below a number of leaves (at least 2): where RFC 6962 splits a tree. */
export function splitOf(leaves: number): number {
  let power = 1
  while (power * 2 < leaves) power *= 2
  return power
}
