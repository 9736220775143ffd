/**
 * Whether some weights, every one above 0, make these vectors cancel: y > 0 with Σ y_i v_i = 0. By Stiemke's lemma the answer is no exactly when
 * some direction has an inner product of at least 0 with every vector, and above 0 with one of them.
 * A linear programme in whole numbers: y = 1 + z, z ≥ 0, and the first phase of the simplex method with Bland's rule, which cannot cycle, on a tableau
 * of determinants (Edmonds 1967), so that nothing is rounded and no tolerance decides.
 * @param vectors whole numbers, all of one length
 * @returns true for no vectors at all
 * @see Schrijver 1986, Theory of Linear and Integer Programming, sections 7.8 and 11
 */
export function canCancel(vectors: readonly (readonly bigint[])[]): boolean {
  const different = distinctDirections(vectors)
  const rows = different[0]?.length ?? 0
  if (rows === 0) return true
  if (rows === 1)
    return (
      different.some(([x]) => x !== undefined && x > 0n) && different.some(([x]) => x !== undefined && x < 0n)
    )
  const tableau = tableauOf(different, rows)
  for (;;) {
    if (isZero(tableau.cost[tableau.columns])) return true
    if (!pivot(tableau)) return false
  }
}

interface Tableau {
  /** One line for each condition: the variables, then the right-hand side; all over the common denominator. */
  readonly lines: bigint[][]
  /** What each variable would take off the sum of the unmet conditions, and that sum. */
  cost: bigint[]
  /** Which variable each line determines; -1 while its condition is unmet. */
  readonly basis: number[]
  readonly columns: number
  denominator: bigint
}

/** Vectors without those of length 0 and without multiples of another: a positive multiple asks for nothing new. */
function distinctDirections(vectors: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] {
  const seen = new Map<string, readonly bigint[]>()
  for (const vector of vectors) {
    const common = vector.reduce(commonDivisor, 0n)
    if (common === 0n) continue
    const direction = common === 1n ? vector : vector.map((x) => x / common)
    seen.set(direction.join(), direction)
  }
  return [...seen.values()]
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function tableauOf(vectors: readonly (readonly bigint[])[], rows: number): Tableau {
  const lines = Array.from({ length: rows }, (_, row) => {
    const entries = vectors.map((vector) => vector[row] ?? 0n)
    const right = -entries.reduce((sum, x) => sum + x, 0n)
    return right < 0n ? [...entries, right].map((x) => -x) : [...entries, right]
  })
  const cost = Array.from({ length: vectors.length + 1 }, (_, at) =>
    lines.reduce((sum, line) => sum + (line[at] ?? 0n), 0n),
  )
  return { lines, cost, basis: lines.map(() => -1), columns: vectors.length, denominator: 1n }
}

/** One step of the simplex method; false when no variable lessens what is unmet. */
function pivot(tableau: Tableau): boolean {
  const { lines, columns } = tableau
  const entering = firstGaining(tableau)
  if (entering < 0) return false
  const leaving = lineThatLimits(tableau, entering)
  const line = lines[leaving]
  const by = line?.[entering]
  // The sum of unmet conditions is bounded below by 0, so some line limits every variable that lessens it.
  if (line === undefined || by === undefined) throw new Error('an unbounded sum of unmet conditions')
  const before = tableau.denominator
  const cleared = (other: readonly bigint[]): bigint[] => {
    const factor = other[entering] ?? 0n
    return Array.from(
      { length: columns + 1 },
      (_, at) => ((other[at] ?? 0n) * by - (line[at] ?? 0n) * factor) / before,
    )
  }
  lines.forEach((other, row) => {
    if (row !== leaving) lines[row] = cleared(other)
  })
  tableau.cost = cleared(tableau.cost)
  tableau.basis[leaving] = entering
  tableau.denominator = by
  return true
}

/** Bland's rule: of the variables that lessen what is unmet, the first. */
function firstGaining({ cost, columns }: Tableau): number {
  for (let at = 0; at < columns; at++) if ((cost[at] ?? 0n) > 0n) return at
  return -1
}

/** The line whose ratio is smallest; among equals the one whose variable comes first, unmet conditions before all. */
function lineThatLimits({ lines, basis, columns }: Tableau, entering: number): number {
  let found = -1
  let top = 0n
  let bottom = 1n
  lines.forEach((line, row) => {
    const entry = line[entering] ?? 0n
    if (entry <= 0n) return
    const right = line[columns] ?? 0n
    const less = found < 0 ? -1n : right * bottom - top * entry
    if (less < 0n || (less === 0n && (basis[row] ?? 0) < (basis[found] ?? 0))) {
      found = row
      top = right
      bottom = entry
    }
  })
  return found
}

function isZero(x: bigint | undefined): boolean {
  return x === undefined || x === 0n
}
