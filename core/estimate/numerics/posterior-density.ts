import { exp, log } from './elementary.ts'
import { quantileOfSorted } from './convergence.ts'

/** A curve of density per person, and where it has its tops. */
export interface PosteriorDensity {
  readonly points: readonly { readonly people: number; readonly density: number }[]
  /** Tops that stand out: one for a posterior with one mode; in people, from the left. */
  readonly modes: readonly number[]
}

const POINTS = 128
/** A top counts if the valley before it lies under this share of the lower of the two tops… */
const VALLEY = 0.75
/** …and if at least this share of the draws is under it: less is noise of the chains. */
const LEAST_MASS = 0.05

/**
 * The density of a number of people from draws of it, by a normal kernel on the logarithm of the unlisted, where posteriors of a population are
 * nearest to symmetric; each draw is spread over its whole number, so that small numbers leave no comb.
 * @param draws whole people, listed and unlisted
 * @param observed the listed, below which nothing lies
 * @see Silverman, "Density estimation" (1986), section 3.4, equation 3.31 for the width
 */
export function posteriorDensity(draws: Float64Array, observed: number): PosteriorDensity {
  const places = draws.map((draw, at) => log(draw - observed + spread(at) + 0.5)).sort()
  const low = quantileOfSorted(places, 0.001)
  const high = quantileOfSorted(places, 0.999)
  const width = kernelWidth(places)
  const from = Math.max(low - width, log(0.5))
  const step = (high + width - from) / (POINTS - 1)
  const onLog = kernelSums(places, { from, step, width })
  const points = Array.from(onLog, (value, at) => {
    const unlisted = exp(from + at * step)
    return { people: observed + unlisted - 0.5, density: value / unlisted }
  })
  return { points, modes: modesOf(points) }
}

/** In [0, 1), evenly filled by successive draws: multiples of the golden section. */
function spread(at: number): number {
  const turns = at * 0.6180339887498949
  return turns - Math.floor(turns)
}

function kernelWidth(sorted: Float64Array): number {
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length
  const spreadOf = Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / sorted.length)
  const middle = (quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / 1.34
  const scale = Math.min(spreadOf, middle > 0 ? middle : spreadOf)
  return Math.max(0.9 * scale * exp(-0.2 * log(sorted.length)), 1e-6)
}

function kernelSums(
  sorted: Float64Array,
  { from, step, width }: { readonly from: number; readonly step: number; readonly width: number },
): Float64Array {
  const sums = new Float64Array(POINTS)
  const scale = 1 / (sorted.length * width * Math.sqrt(2 * Math.PI))
  for (const place of sorted) {
    const first = Math.max(0, Math.ceil((place - 5 * width - from) / step))
    const last = Math.min(POINTS - 1, Math.floor((place + 5 * width - from) / step))
    for (let at = first; at <= last; at++) {
      const z = (from + at * step - place) / width
      sums[at] = (sums[at] ?? NaN) + scale * exp(-0.5 * z * z)
    }
  }
  return sums
}

type Points = PosteriorDensity['points']

function modesOf(points: Points): readonly number[] {
  const kept: { at: number; valley: number }[] = []
  let valley = 0
  points.forEach(({ density }, at) => {
    const last = kept[kept.length - 1]
    const lastTop = last === undefined ? 0 : heightAt(points, last.at)
    valley = Math.min(valley, density)
    const isTop = density > heightAt(points, at - 1) && density >= heightAt(points, at + 1)
    if (!isTop) return
    if (last === undefined || valley < VALLEY * Math.min(lastTop, density)) kept.push({ at, valley })
    else if (density > lastTop) kept[kept.length - 1] = { at, valley: last.valley }
    if (kept[kept.length - 1]?.at === at) valley = density
  })
  return kept
    .filter((top, i) => massBetween(points, top, kept, i) >= LEAST_MASS)
    .map((top) => peopleAt(points, top.at))
}

/** Share of the probability from the valley before this top to the valley before the next. */
function massBetween(
  points: Points,
  top: { readonly at: number },
  tops: readonly { readonly at: number }[],
  index: number,
): number {
  const from = lowestBetween(points, tops[index - 1]?.at ?? 0, top.at, index === 0)
  const to = lowestBetween(
    points,
    top.at,
    tops[index + 1]?.at ?? points.length - 1,
    index + 1 === tops.length,
  )
  return areaUnder(points, index === 0 ? 0 : from, index + 1 === tops.length ? points.length - 1 : to)
}

function lowestBetween(points: Points, from: number, to: number, atEnd: boolean): number {
  if (atEnd) return from
  let lowest = from
  for (let at = from; at <= to; at++) if (heightAt(points, at) < heightAt(points, lowest)) lowest = at
  return lowest
}

function areaUnder(points: Points, from: number, to: number): number {
  let area = 0
  for (let at = from; at < to; at++)
    area +=
      0.5 *
      (heightAt(points, at) + heightAt(points, at + 1)) *
      (peopleAt(points, at + 1) - peopleAt(points, at))
  return area
}

function heightAt(points: Points, at: number): number {
  return points[at]?.density ?? 0
}

function peopleAt(points: Points, at: number): number {
  return points[at]?.people ?? 0
}
