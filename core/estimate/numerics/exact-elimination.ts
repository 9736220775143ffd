/**
 * Gauss-Jordan elimination of a whole-number matrix without rounding: the rank, and a whole-number basis of the vectors that every row
 * annihilates. Ordinary numbers are used as long as each product stays below 2^53; where one would not, the same work is done again with BigInt.
 */
export interface Elimination {
  readonly rank: number
  /** One vector for each column that no row determines; together they span the null space. */
  readonly nullSpace: readonly (readonly bigint[])[]
}

/** Two products of numbers below this bound, and their difference, are exact. */
const SAFE = 67_108_864

/**
 * @param entries row after row, whole numbers; not changed
 * @param columns how long a row is
 * @see Bareiss 1968 on elimination without fractions; here each row is divided by its common divisor instead
 */
export function eliminate(entries: Float64Array, columns: number): Elimination {
  const small = Float64Array.from(entries)
  const pivots = reduceSmall(small, columns)
  if (pivots === null) {
    const big = Array.from(entries, BigInt)
    return nullSpaceOf(big, columns, reduceBig(big, columns))
  }
  if (pivots.length === columns) return { rank: columns, nullSpace: [] }
  return nullSpaceOf(Array.from(small.subarray(0, pivots.length * columns), BigInt), columns, pivots)
}

/** The rank alone. */
export function rankOf(entries: Float64Array, columns: number): number {
  const pivots = reduceSmall(Float64Array.from(entries), columns)
  return (pivots ?? reduceBig(Array.from(entries, BigInt), columns)).length
}

/** Reduces in place; the pivot columns in the order of the rows, or null when a number grew too large. */
function reduceSmall(a: Float64Array, columns: number): number[] | null {
  const rows = a.length / columns
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < rows; column++) {
    const top = pivots.length
    const found = rowWithSmallest(a, columns, { column, from: top })
    if (found < 0) continue
    swapRows(a, columns, found, top)
    pivots.push(column)
    for (let row = 0; row < rows; row++)
      if (row !== top && a[row * columns + column] !== 0 && !clearSmall(a, columns, { row, top, column }))
        return null
  }
  return pivots
}

function rowWithSmallest(
  a: Float64Array,
  columns: number,
  { column, from }: { column: number; from: number },
): number {
  let found = -1
  let least = Infinity
  for (let row = from; row * columns < a.length; row++) {
    const size = Math.abs(a[row * columns + column] ?? NaN)
    if (size !== 0 && size < least) {
      found = row
      least = size
      if (size === 1) break
    }
  }
  return found
}

function swapRows(a: Float64Array, columns: number, one: number, other: number): void {
  if (one === other) return
  for (let at = 0; at < columns; at++) {
    const kept = a[one * columns + at] ?? NaN
    a[one * columns + at] = a[other * columns + at] ?? NaN
    a[other * columns + at] = kept
  }
}

interface Step {
  readonly row: number
  readonly top: number
  readonly column: number
}

/** Makes the row 0 in the pivot's column; false when a number grew too large to be exact. */
function clearSmall(a: Float64Array, columns: number, { row, top, column }: Step): boolean {
  const pivot = a[top * columns + column] ?? NaN
  const entry = a[row * columns + column] ?? NaN
  const shared = divisor(Math.abs(pivot), Math.abs(entry))
  const keep = pivot / shared
  const take = entry / shared
  let most = 0
  let common = 0
  for (let at = 0; at < columns; at++) {
    const value = (a[row * columns + at] ?? NaN) * keep - (a[top * columns + at] ?? NaN) * take
    a[row * columns + at] = value
    const size = Math.abs(value)
    if (size > most) most = size
    if (size !== 0 && common !== 1) common = divisor(common, size)
  }
  if (common > 1)
    for (let at = 0; at < columns; at++) a[row * columns + at] = (a[row * columns + at] ?? NaN) / common
  return most / Math.max(1, common) < SAFE
}

function divisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

function reduceBig(a: bigint[], columns: number): number[] {
  const rows = a.length / columns
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < rows; column++) {
    const top = pivots.length
    let found = top
    while (found < rows && a[found * columns + column] === 0n) found++
    if (found === rows) continue
    const moved = a.splice(found * columns, columns)
    a.splice(top * columns, 0, ...moved)
    pivots.push(column)
    for (let row = 0; row < rows; row++)
      if (row !== top && a[row * columns + column] !== 0n) clearBig(a, columns, { row, top, column })
  }
  return pivots
}

function clearBig(a: bigint[], columns: number, { row, top, column }: Step): void {
  const keep = a[top * columns + column] ?? 0n
  const take = a[row * columns + column] ?? 0n
  let common = 0n
  for (let at = 0; at < columns; at++) {
    const value = (a[row * columns + at] ?? 0n) * keep - (a[top * columns + at] ?? 0n) * take
    a[row * columns + at] = value
    common = bigDivisor(common, value < 0n ? -value : value)
  }
  if (common > 1n)
    for (let at = 0; at < columns; at++) a[row * columns + at] = (a[row * columns + at] ?? 0n) / common
}

function bigDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function nullSpaceOf(reduced: readonly bigint[], columns: number, pivots: readonly number[]): Elimination {
  const bound = new Set(pivots)
  const scale = pivots.reduce((product, column, row) => {
    const pivot = reduced[row * columns + column] ?? 1n
    const size = pivot < 0n ? -pivot : pivot
    return (product / bigDivisor(product, size)) * size
  }, 1n)
  const nullSpace: bigint[][] = []
  for (let free = 0; free < columns; free++) {
    if (bound.has(free)) continue
    const vector = Array.from({ length: columns }, () => 0n)
    vector[free] = scale
    pivots.forEach((column, row) => {
      const pivot = reduced[row * columns + column] ?? 1n
      vector[column] = (-(reduced[row * columns + free] ?? 0n) * scale) / pivot
    })
    nullSpace.push(vector)
  }
  return { rank: pivots.length, nullSpace }
}
