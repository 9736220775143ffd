/**
 * Shares m of levels that make expected counts most likely while m / u never falls from one level to the next: agreeing better never
 * speaks against. Pool adjacent violators on the ratios count / u, weighted by u (Barlow, Bartholomew, Bremner and Brunk 1972, section 2.4).
 * @param counts expected matches per level, from the lowest level; not negative
 * @param u shares of the levels among different people; above 0
 * @returns shares per level that sum to 1
 */
export function monotoneShares(counts: readonly number[], u: readonly number[]): number[] {
  const blocks: { count: number; u: number; levels: number }[] = []
  for (let level = 0; level < counts.length; level++) {
    let block = { count: counts[level] ?? 0, u: u[level] ?? 0, levels: 1 }
    for (;;) {
      const before = blocks.at(-1)
      if (!before || before.count * block.u <= block.count * before.u) break
      blocks.pop()
      block = {
        count: before.count + block.count,
        u: before.u + block.u,
        levels: before.levels + block.levels,
      }
    }
    blocks.push(block)
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shares: number[] = []
  for (const block of blocks) {
    for (let n = 0; n < block.levels; n++) {
      shares.push(((u[shares.length] ?? 0) * block.count) / (block.u * total))
    }
  }
  return shares
}
