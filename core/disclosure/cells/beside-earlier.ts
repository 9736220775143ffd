import type { CountTable } from './count-table.ts'

/**
 * One table and its state in an earlier edition as a single table, for a reader who has both: what was added since is a count too, and a count
 * that is withheld in one may follow from the other. Keys say which: `now: …`, `then: …`, `added: …`.
 * Where a count shown has gone down, people were taken away as well as added, and only differences of shown counts can be reckoned.
 * Cells that only one of the two has are left out with the sums that need them.
 */
export function besideEarlier(now: CountTable, then: CountTable): CountTable {
  const earlier = new Map(then.cells.map(({ key, count }) => [key, count]))
  const shared = now.cells.flatMap(({ key, count }) => {
    const before = earlier.get(key)
    return before === undefined ? [] : [{ key, now: count, then: before }]
  })
  const added = shared.map((cell) => ({
    key: `added: ${cell.key}`,
    count: cell.now === null || cell.then === null ? null : cell.now - cell.then,
  }))
  if (added.some(({ count }) => count !== null && count < 0))
    return { cells: added.filter(({ count }) => count !== null), sums: [] }
  return {
    cells: [
      ...shared.map((cell) => ({ key: `now: ${cell.key}`, count: cell.now })),
      ...shared.map((cell) => ({ key: `then: ${cell.key}`, count: cell.then })),
      ...added,
    ],
    sums: [
      ...shared.map(({ key }) => ({ total: `now: ${key}`, of: [`then: ${key}`, `added: ${key}`] })),
      ...prefixed('now', now.sums, new Set(shared.map(({ key }) => key))),
      ...prefixed('then', then.sums, new Set(shared.map(({ key }) => key))),
    ],
  }
}

function prefixed(prefix: string, sums: CountTable['sums'], shared: ReadonlySet<string>): CountTable['sums'] {
  return sums
    .filter(({ total, of }) => [total, ...of].every((key) => shared.has(key)))
    .map(({ total, of }) => ({ total: `${prefix}: ${total}`, of: of.map((key) => `${prefix}: ${key}`) }))
}
