/** Places and weights that stand for all whole numbers of a stretch: Σ weights × f(places) = f(0) + f(1) + … + f(length - 1). */
export interface SumRule {
  readonly places: Float64Array
  readonly weights: Float64Array
}

const NODES = 16
/** Up to so many numbers each is taken itself. */
const FEW = 32
/** A length has one rule for ever, and every group of graphs asks for the same lengths: those of ranges up to four million are kept, a megabyte at most. */
const KEPT = 4096
const made = new Map<number, SumRule>()

/**
 * Gauss quadrature for a sum over every whole number from 0 to length - 1: 16 places, exact for polynomials up to degree 31. It is to sums
 * what Gauss–Legendre is to integrals; the places are the roots of the discrete Chebyshev polynomial of degree 16.
 * @see Nikiforov, Suslov & Uvarov 1991, section 2.4 (recurrence); Gautschi 2004, section 1.4 (Gauss rules from a recurrence)
 */
export function sumRule(length: number): SumRule {
  const known = made.get(length)
  if (known) return known
  const rule = ruleFor(length)
  if (length <= KEPT) made.set(length, rule)
  return rule
}

function ruleFor(length: number): SumRule {
  if (length <= FEW)
    return { places: Float64Array.from({ length }, (_, at) => at), weights: new Float64Array(length).fill(1) }
  // On [-1, 1]: number t stands at (t - (length - 1) / 2) / (length / 2).
  const square = Float64Array.from(
    { length: NODES },
    (_, n) => (n * n * (1 - (n * n) / (length * length))) / (4 * n * n - 1),
  )
  const norm = square.subarray(1).reduce((product, b) => product * b, length)
  const places = new Float64Array(NODES)
  const weights = new Float64Array(NODES)
  const middle = (length - 1) / 2
  const roots: number[] = []
  for (let found = 0; found < NODES / 2; found++) {
    const root = nextRoot(square, roots)
    roots.push(root)
    const { slope, before } = polynomialAt(root, square)
    const weight = norm / (slope * before)
    places[found] = middle - (root * length) / 2
    places[NODES - 1 - found] = middle + (root * length) / 2
    weights[found] = weight
    weights[NODES - 1 - found] = weight
  }
  return { places, weights }
}

/**
 * The largest root but those known: Newton from the right of all, with the known ones divided out, comes down to it from above (Maehly
 * 1954); the last steps are Newton's own, because the division loses digits.
 */
function nextRoot(square: Float64Array, known: readonly number[]): number {
  let at = 1
  for (let step = 0; step < 100; step++) {
    const { value, slope } = polynomialAt(at, square)
    let pull = 0
    for (const root of known) pull += 1 / (at - root)
    const move = value / (slope - value * pull)
    at -= move
    if (move < 1e-9) break
  }
  for (let step = 0; step < 2; step++) {
    const { value, slope } = polynomialAt(at, square)
    at -= value / slope
  }
  return at
}

/** The monic polynomial of degree 16, its derivative, and the one of degree 15, by their recurrence. */
function polynomialAt(at: number, square: Float64Array) {
  let [before, value, slopeBefore, slope] = [0, 1, 0, 0]
  for (let n = 0; n < NODES; n++) {
    const b = n === 0 ? 0 : (square[n] ?? NaN)
    const next = at * value - b * before
    const slopeNext = value + at * slope - b * slopeBefore
    before = value
    value = next
    slopeBefore = slope
    slope = slopeNext
  }
  return { value, slope, before }
}
