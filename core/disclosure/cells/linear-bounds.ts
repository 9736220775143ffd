/** `terms · x = value`, over unknowns by their number, none of which is below nought. */
export interface Equation {
  readonly terms: ReadonlyMap<number, bigint>
  readonly value: bigint
}

/** The least and the most that an unknown can be; `max` null where nothing bounds it. */
export interface Bound {
  readonly min: bigint
  readonly max: bigint | null
}

/**
 * What a reader can work out of each unknown from the equations alone: its least and its greatest value over all solutions, exactly, rounded
 * inward to whole numbers. For tables of two ways the ends are reached by whole numbers; for others they may be a little too wide.
 * Simplex in whole numbers without rounding (Edmonds' pivoting), Bland's rule against going in circles.
 * @returns null when no solution has every unknown at nought or above
 * @see Schrijver, Theory of Linear and Integer Programming (1986), sections 3.3, 11.3 and 19.3
 */
export function linearBounds(unknowns: number, equations: readonly Equation[]): readonly Bound[] | null {
  const tableau = feasible(unknowns, equations)
  if (tableau === null) return null
  return Array.from({ length: unknowns }, (_, unknown) => ({
    min: extreme(tableau, unknown, -1n) ?? 0n,
    max: extreme(tableau, unknown, 1n),
  }))
}

/** All entries have the common denominator `scale`, which is above nought. The last of each row is its right-hand side. */
interface Tableau {
  rows: bigint[][]
  /** The unknown that each row gives; at or past `unknowns` for a stand-in of the first phase. */
  basis: number[]
  goal: bigint[]
  scale: bigint
  readonly unknowns: number
}

/** First phase: stand-ins carry every equation, and are driven to nought. They never come back, so that they need no columns. */
function feasible(unknowns: number, equations: readonly Equation[]): Tableau | null {
  const rows = equations.map(({ terms, value }) => {
    const sign = value < 0n ? -1n : 1n
    return [...Array.from({ length: unknowns }, (_, k) => sign * (terms.get(k) ?? 0n)), sign * value]
  })
  const goal = Array.from(
    { length: unknowns + 1 },
    (_, k) => -rows.reduce((sum, row) => sum + at(row, k), 0n),
  )
  const tableau: Tableau = { rows, basis: rows.map((_, i) => unknowns + i), goal, scale: 1n, unknowns }
  climb(tableau)
  if (at(tableau.goal, unknowns) !== 0n) return null
  return withoutStandIns(tableau)
}

function withoutStandIns(tableau: Tableau): Tableau {
  tableau.basis.forEach((unknown, r) => {
    if (unknown < tableau.unknowns) return
    const column = (tableau.rows[r] ?? []).findIndex((entry, k) => k < tableau.unknowns && entry !== 0n)
    if (column !== -1) pivot(tableau, r, column)
  })
  // What still stands in carries an equation that the others imply.
  const kept = tableau.basis.map((unknown) => unknown < tableau.unknowns)
  tableau.rows = tableau.rows.filter((_, r) => kept[r])
  tableau.basis = tableau.basis.filter((_, r) => kept[r])
  return tableau
}

/** The greatest value of an unknown (`sign` 1) or its least (`sign` -1); null where there is none. */
function extreme(tableau: Tableau, unknown: number, sign: 1n | -1n): bigint | null {
  const row = tableau.rows[tableau.basis.indexOf(unknown)]
  tableau.goal = Array.from({ length: tableau.unknowns + 1 }, (_, k) => {
    if (k === unknown) return row === undefined ? -sign * tableau.scale : 0n
    return row === undefined ? 0n : sign * at(row, k)
  })
  if (!climb(tableau)) return null
  const reached = sign * at(tableau.goal, tableau.unknowns)
  return sign === 1n ? reached / tableau.scale : (reached + tableau.scale - 1n) / tableau.scale
}

/** Raises the goal as far as it goes; false when it goes on without end. */
function climb(tableau: Tableau): boolean {
  for (;;) {
    const column = tableau.goal.findIndex((entry, k) => k < tableau.unknowns && entry < 0n)
    if (column === -1) return true
    const row = leaving(tableau, column)
    if (row === -1) return false
    pivot(tableau, row, column)
  }
}

/** The row that is first at nought when the column's unknown grows; of several, the one of the lowest unknown. */
function leaving({ rows, basis, unknowns }: Tableau, column: number): number {
  let best = -1
  rows.forEach((row, r) => {
    if (at(row, column) <= 0n) return
    const held = rows[best]
    const order =
      held === undefined ? -1n : at(row, unknowns) * at(held, column) - at(held, unknowns) * at(row, column)
    if (order < 0n || (order === 0n && (basis[r] ?? 0) < (basis[best] ?? 0))) best = r
  })
  return best
}

function pivot(tableau: Tableau, r: number, column: number): void {
  const turning = tableau.rows[r] ?? []
  const by = at(turning, column)
  const sign = by < 0n ? -1n : 1n
  for (const row of [...tableau.rows, tableau.goal]) {
    if (row === turning) continue
    const factor = at(row, column)
    // The division has no remainder: every entry is a minor of the equations (Edmonds 1967).
    turning.forEach((entry, k) => {
      row[k] = (sign * (at(row, k) * by - factor * entry)) / tableau.scale
    })
  }
  if (sign === -1n) turning.forEach((entry, k) => (turning[k] = -entry))
  tableau.scale = sign * by
  tableau.basis[r] = column
}

function at(row: readonly bigint[], k: number): bigint {
  return row[k] ?? 0n
}
