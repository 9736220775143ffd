import { ok, refuse, type Outcome } from '@corroborate/base'

/** A stretch to which one coder gave one value; the end is excluded. */
export interface Unit<Value = string> {
  readonly start: number
  readonly end: number
  readonly value: Value
}

/** 1: all agree; 0: as chance would; below: worse. Refused where everything has one value, so that chance would agree as well. */
export type Coefficient = Outcome<number, 'nothing-to-agree-on'>

export interface UnitizedAgreement {
  /** Where the units lie and which value they have, at once: uα. */
  readonly all: Coefficient
  /** Where anything was coded at all, whatever its value: |uα. */
  readonly where: Coefficient
  /** Which value, where both coded something: cuα, and what share of the continuum that is. */
  readonly which: { readonly alpha: Coefficient; readonly coverage: number }
  /** One value against the others, where both coded something: (k)uα. */
  readonly each: readonly { readonly value: string; readonly alpha: Coefficient; readonly coverage: number }[]
}

/**
 * Krippendorff's family of α for unitised continua: how far coders agree who chose both the stretches and their values.
 *
 * Coincidences are lengths of intersections of the segments of two coders, gaps among them (value null). What is expected by
 * chance leaves out the coincidence of a unit with itself: its length squared; gaps have no structure of their own and leave out
 * their length. Values are nominal.
 * Assumes that the coders worked apart, and that each gave one value to a place: codes that may stand together are measured one by one.
 *
 * @param length of the continuum, here code points
 * @returns `one-coder` below two coders; `overlap` when a coder gave two values to one place; `out-of-range` for units outside the text
 * @see Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua: further developments",
 *   Quality & Quantity 50, equations 1, 4 to 6, 10, 11 and 13
 */
export function unitizedAlpha(continuum: {
  readonly length: number
  readonly coders: readonly (readonly Unit[])[]
}): Outcome<UnitizedAgreement, 'one-coder' | 'overlap' | 'out-of-range'> {
  if (continuum.coders.length < 2) return refuse('one-coder', 'agreement needs two coders at least')
  const coders: (readonly Unit<string | null>[])[] = []
  for (const units of continuum.coders) {
    const segments = segmentsOf(units, continuum.length)
    if (!segments.ok) return segments
    coders.push(segments.value)
  }
  const observed = coincidences(coders)
  const expected = expectedOf(coders, observed)
  const which = whichAgreement(coders, observed)
  return ok({
    all: alphaOf(offDiagonal(observed), offDiagonal(expected)),
    where: alphaOf(
      observed.margin(null) - observed.of(null, null),
      expected.margin(null) - expected.of(null, null),
    ),
    which: { alpha: which.alpha, coverage: which.coverage },
    each: which.each,
  })
}

/** The units with the gaps between them. */
function segmentsOf(
  units: readonly Unit[],
  length: number,
): Outcome<readonly Unit<string | null>[], 'overlap' | 'out-of-range'> {
  const segments: Unit<string | null>[] = []
  let end = 0
  for (const unit of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (unit.start < 0 || unit.end > length || unit.start >= unit.end)
      return refuse(
        'out-of-range',
        `a unit from ${unit.start} to ${unit.end} does not lie in a text of ${length}`,
      )
    if (unit.start < end)
      return refuse(
        'overlap',
        `two values stand at ${unit.start}: measure codes that may stand together one by one`,
      )
    if (unit.start > end) segments.push({ start: end, end: unit.start, value: null })
    segments.push(unit)
    end = unit.end
  }
  if (end < length) segments.push({ start: end, end: length, value: null })
  return ok(segments)
}

type Value = string | null

/** Lengths by two values. */
interface Matrix {
  readonly values: readonly Value[]
  readonly of: (a: Value, b: Value) => number
  readonly margin: (value: Value) => number
  readonly total: number
}

function matrixOf(values: readonly Value[], of: Matrix['of']): Matrix {
  const margin = (value: Value) => values.reduce((sum, other) => sum + of(value, other), 0)
  return { values, of, margin, total: values.reduce((sum, value) => sum + margin(value), 0) }
}

function keyOf(a: Value, b: Value): string {
  return JSON.stringify([a, b])
}

/** Equation 1: every ordered pair of coders, each segment of the one with each of the other. */
function coincidences(coders: readonly (readonly Unit<Value>[])[]): Matrix {
  const lengths = new Map<string, number>()
  const values = new Set<Value>()
  for (const [i, first] of coders.entries())
    for (const [j, second] of coders.entries()) {
      if (i === j) continue
      for (const [a, b, length] of intersections(first, second)) {
        values.add(a.value)
        const key = keyOf(a.value, b.value)
        lengths.set(key, (lengths.get(key) ?? 0) + length / (coders.length - 1))
      }
    }
  const sorted = [...values].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  return matrixOf(sorted, (a, b) => lengths.get(keyOf(a, b)) ?? 0)
}

type Intersection = readonly [Unit<Value>, Unit<Value>, number]

/** The segments of two coders that meet, in one pass: both cover the whole continuum. */
function intersections(
  first: readonly Unit<Value>[],
  second: readonly Unit<Value>[],
): readonly Intersection[] {
  const met: Intersection[] = []
  for (let i = 0, j = 0; i < first.length && j < second.length;) {
    const [a, b] = [first[i], second[j]]
    if (a === undefined || b === undefined) break
    met.push([a, b, Math.min(a.end, b.end) - Math.max(a.start, b.start)])
    if (a.end <= b.end) i++
    if (b.end <= a.end) j++
  }
  return met
}

/** Equation 4. */
function expectedOf(coders: readonly (readonly Unit<Value>[])[], observed: Matrix): Matrix {
  const own = new Map<Value, number>()
  for (const { start, end, value } of coders.flat()) {
    const length = end - start
    own.set(value, (own.get(value) ?? 0) + (value === null ? length : length * length))
  }
  const all = [...own.values()].reduce((sum, one) => sum + one, 0)
  const total = observed.total
  const rest = total * total - all
  return matrixOf(observed.values, (a, b) => {
    const pairs = observed.margin(a) * observed.margin(b) - (a === b ? (own.get(a) ?? 0) : 0)
    return rest === 0 ? 0 : (total * pairs) / rest
  })
}

function offDiagonal(matrix: Matrix): number {
  return matrix.total - matrix.values.reduce<number>((sum, value) => sum + matrix.of(value, value), 0)
}

function alphaOf(observed: number, expected: number): Coefficient {
  return expected > 1e-12
    ? ok(1 - observed / expected)
    : refuse('nothing-to-agree-on', 'everything has one value; chance would agree as well')
}

/** Equations 10, 11 and 13: the intersections of units alone, gaps left out. */
function whichAgreement(coders: readonly (readonly Unit<Value>[])[], observed: Matrix) {
  const values = observed.values.filter((value) => value !== null)
  const met = matrixOf(values, observed.of)
  const own = ownIntersections(coders)
  const squares = [...own.values()].reduce((sum, one) => sum + one, 0)
  const rest = met.total === 0 ? 0 : met.total - squares / met.total
  const expected = matrixOf(values, (a, b) =>
    rest <= 1e-12 ? 0 : (met.margin(a) * met.margin(b) - (a === b ? (own.get(a) ?? 0) : 0)) / rest,
  )
  return {
    alpha: alphaOf(offDiagonal(met), offDiagonal(expected)),
    coverage: met.total / observed.total,
    each: values.map((value) => ({
      value,
      alpha: alphaOf(
        expected.margin(value) * (met.margin(value) - met.of(value, value)),
        met.margin(value) * (expected.margin(value) - expected.of(value, value)),
      ),
      coverage: met.margin(value) / observed.margin(value),
    })),
  }
}

/** For each unit and each other coder, what they share, squared: pairs that are one unit with itself. */
function ownIntersections(coders: readonly (readonly Unit<Value>[])[]): ReadonlyMap<Value, number> {
  const own = new Map<Value, number>()
  for (const [i, first] of coders.entries())
    for (const [j, second] of coders.entries()) {
      if (i === j) continue
      const shared = new Map<Unit<Value>, number>()
      for (const [a, b, length] of intersections(first, second))
        if (a.value !== null && b.value !== null) shared.set(a, (shared.get(a) ?? 0) + length)
      for (const [{ value }, length] of shared)
        own.set(value, (own.get(value) ?? 0) + (length * length) / (coders.length - 1))
    }
  return own
}
