/**
 * A distribution on equally spaced points, from which sums of very many independent sizes are built.
 * `mass[i]` is the probability of `from + i × step`.
 */
export interface Grid {
  readonly from: number
  readonly step: number
  readonly mass: Float64Array
}

/** More points than these are halved: two neighbours become one. */
const MOST_POINTS = 1024
/** Less probability than this at an end is moved to the next point: far below what a double of the sum can see. */
const NOTHING = 1e-18

/** Tables are drawn from a million times in no order: so few points stay in the processor's cache. */
const MOST_POINTS_DRAWN = 256
/** Strips for each point, so that most draws find their point at once. */
const STRIPS_A_POINT = 4

/** For drawing from a grid by inversion. */
export interface GridSampler {
  readonly from: number
  readonly step: number
  readonly cumulative: Float64Array
  /** Where to begin looking, for each of equally wide strips of [0, 1). */
  readonly guide: Uint16Array
}

/**
 * A distribution on a grid of so many steps: each of many equally likely values is shared between its two neighbours so
 * that their mean is the value. The mean is kept; the variance grows by at most step² ÷ 4.
 */
export function gridOf(at: (u: number) => number, range: { min: number; max: number }, steps: number): Grid {
  const step = (range.max - range.min) / steps
  if (step === 0) return { from: range.min, step: 0, mass: Float64Array.of(1) }
  const mass = new Float64Array(steps + 1)
  const values = steps * 64
  for (let i = 0; i < values; i++) {
    const position = (at((i + 0.5) / values) - range.min) / step
    const below = Math.min(steps - 1, Math.floor(position))
    const share = position - below
    mass[below] = (mass[below] ?? 0) + (1 - share) / values
    mass[below + 1] = (mass[below + 1] ?? 0) + share / values
  }
  return { from: range.min, step, mass }
}

/** The distribution of the sum of two independent numbers; exact on the grid, until there are more than 1,024 points. */
export function sumOfGrids(a: Grid, b: Grid): Grid {
  let [first, second] = [a, b]
  while (first.step < second.step && first.mass.length > 1) first = halved(first)
  while (second.step < first.step && second.mass.length > 1) second = halved(second)
  let sum = trimmed({
    from: first.from + second.from,
    step: Math.max(first.step, second.step),
    mass: convolved(first.mass, second.mass),
  })
  while (sum.mass.length > MOST_POINTS) sum = halved(sum)
  return sum
}

/**
 * Four sums at a time, each in the order in which one alone would be added up (the zeros around change nothing): they wait
 * neither for each other nor for memory. Most of what is spent before the first draw is spent here.
 */
function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const length = a.length + b.length - 1
  const padded = new Float64Array(b.length + 6)
  padded.set(b, 3)
  const mass = new Float64Array((length + 3) & ~3)
  for (let at = 0; at < length; at += 4) {
    const first = Math.max(0, at - b.length + 1)
    const last = Math.min(a.length - 1, at + 3)
    let [m0, m1, m2, m3] = [0, 0, 0, 0]
    let b1 = padded[at - first + 4] ?? NaN
    let b2 = padded[at - first + 5] ?? NaN
    let b3 = padded[at - first + 6] ?? NaN
    for (let i = first; i <= last; i++) {
      const weight = a[i] ?? NaN
      const b0 = padded[at - i + 3] ?? NaN
      m0 += weight * b0
      m1 += weight * b1
      m2 += weight * b2
      m3 += weight * b3
      b3 = b2
      b2 = b1
      b1 = b0
    }
    mass[at] = m0
    mass[at + 1] = m1
    mass[at + 2] = m2
    mass[at + 3] = m3
  }
  return mass.subarray(0, length)
}

/** The sum of `count` independent numbers of one distribution, by doubling; `doubles[k]` is the sum of 2^k, and is filled. */
export function sumOfMany(count: number, doubles: Grid[]): Grid {
  let sum: Grid = { from: 0, step: 0, mass: Float64Array.of(1) }
  for (let k = 0, left = count; left > 0; k++, left = Math.floor(left / 2))
    if (left % 2 === 1) sum = sumOfGrids(sum, doubled(doubles, k))
  return sum
}

export function doubled(doubles: Grid[], k: number): Grid {
  const known = doubles[k]
  if (known !== undefined) return known
  const half = doubled(doubles, k - 1)
  const grid = sumOfGrids(half, half)
  doubles[k] = grid
  return grid
}

/** Every second point goes half to the point before it and half to the one after: the mean is kept. */
function halved({ from, step, mass }: Grid): Grid {
  const coarse = new Float64Array((mass.length >> 1) + 1)
  for (let i = 0; i < mass.length; i++) {
    const weight = mass[i] ?? 0
    const at = i >> 1
    if ((i & 1) === 0) coarse[at] = (coarse[at] ?? 0) + weight
    else {
      coarse[at] = (coarse[at] ?? 0) + weight / 2
      coarse[at + 1] = (coarse[at + 1] ?? 0) + weight / 2
    }
  }
  // An odd last point would leave a step outside of what can be: it stays on the point before.
  const end = (mass.length - 1) & 1 ? mass.length >> 1 : -1
  if (end > 0) {
    coarse[end - 1] = (coarse[end - 1] ?? 0) + (coarse[end] ?? 0)
    return { from, step: step * 2, mass: coarse.subarray(0, end) }
  }
  return { from, step: step * 2, mass: coarse.subarray(0, (mass.length + 1) >> 1) }
}

function trimmed({ from, step, mass }: Grid): Grid {
  let [low, high] = [0, mass.length - 1]
  let [before, after] = [0, 0]
  while (low < high && before + (mass[low] ?? 0) < NOTHING) before += mass[low++] ?? 0
  while (high > low && after + (mass[high] ?? 0) < NOTHING) after += mass[high--] ?? 0
  const kept = mass.slice(low, high + 1)
  kept[0] = (kept[0] ?? 0) + before
  kept[kept.length - 1] = (kept[kept.length - 1] ?? 0) + after
  return { from: from + low * step, step, mass: kept }
}

/** A grid of at most 256 points with the same mean, for drawing from: its variance is at most a quarter of a step's square more. */
export function thinned(grid: Grid): Grid {
  let thin = grid
  while (thin.mass.length > MOST_POINTS_DRAWN) thin = halved(thin)
  return thin
}

/** Assumes at most 65,536 points. */
export function samplerOf({ from, step, mass }: Grid): GridSampler {
  const cumulative = new Float64Array(mass.length)
  let sum = 0
  for (let i = 0; i < mass.length; i++) {
    sum += mass[i] ?? 0
    cumulative[i] = sum
  }
  // Whatever rounding left over belongs to the last point, so that every number below 1 finds one.
  cumulative[mass.length - 1] = 1
  const guide = new Uint16Array(mass.length * STRIPS_A_POINT)
  let at = 0
  for (let strip = 0; strip < guide.length; strip++) {
    while ((cumulative[at] ?? 1) <= strip / guide.length) at++
    guide[strip] = at
  }
  return { from, step, cumulative, guide }
}

/** One of the points, from a uniform number of [0, 1). */
export function drawFrom({ from, step, cumulative, guide }: GridSampler, u: number): number {
  let at = guide[Math.floor(u * guide.length)] ?? 0
  while ((cumulative[at] ?? 1) <= u) at++
  return from + at * step
}

/** A number near one of the points, anywhere up to half a step from it, and never beyond the first or the last. */
export function drawNear({ from, step, cumulative, guide }: GridSampler, u: number): number {
  let at = guide[Math.floor(u * guide.length)] ?? 0
  while ((cumulative[at] ?? 1) <= u) at++
  const before = at === 0 ? 0 : (cumulative[at - 1] ?? 0)
  const within = (u - before) / ((cumulative[at] ?? 1) - before) - 0.5
  return from + step * Math.min(cumulative.length - 1, Math.max(0, at + within))
}
