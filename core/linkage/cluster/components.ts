/** Sets of rows that hang together, by union of the smaller number. */
export interface Components {
  readonly join: (a: number, b: number) => void
  /** The least row of the set. */
  readonly rootOf: (row: number) => number
}

export function components(rows: number): Components {
  const parent = new Int32Array(rows)
  for (let row = 0; row < rows; row++) parent[row] = row
  const rootOf = (row: number) => {
    let at = row
    for (;;) {
      const above = parent[at] ?? at
      if (above === at) return at
      // Halving the path keeps later walks short.
      const next = parent[above] ?? above
      parent[at] = next
      at = next
    }
  }
  return {
    rootOf,
    join(a, b) {
      const rootA = rootOf(a)
      const rootB = rootOf(b)
      if (rootA < rootB) parent[rootB] = rootA
      else parent[rootA] = rootB
    },
  }
}
