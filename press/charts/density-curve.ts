import type { Range } from '@corroborate/base'

/** A density as it was computed: at points, or as shares of bins. */
export type DensityCurve =
  | { readonly kind: 'points'; readonly points: readonly DensityPoint[] }
  | { readonly kind: 'bins'; readonly bins: readonly DensityBin[] }

export interface DensityPoint {
  readonly people: number
  /** Per person. */
  readonly density: number
}

export interface DensityBin {
  readonly from: number
  readonly to: number
  /** The probability in the bin. */
  readonly share: number
}

function binsOf({ bins }: Extract<DensityCurve, { kind: 'bins' }>): readonly DensityBin[] {
  return bins.filter((bin) => bin.to > bin.from).toSorted((a, b) => a.from - b.from)
}

export interface Height {
  readonly people: number
  readonly height: number
}

/** A curve as points by rising number of people: bins become steps. Bins without width are left out. */
export function curvePoints(curve: DensityCurve): readonly DensityPoint[] {
  if (curve.kind === 'points') return curve.points.toSorted((a, b) => a.people - b.people)
  return binsOf(curve).flatMap(({ from, to, share }) => {
    const density = share / (to - from)
    return [
      { people: from, density },
      { people: to, density },
    ]
  })
}

/**
 * Heights that make equal grounds equal probabilities: on an axis of ratios a density is per ratio, not per person, and
 * a bin is level on it.
 */
export function heightsOn(scale: 'linear' | 'log', curve: DensityCurve): readonly Height[] {
  const points = curvePoints(curve)
  if (scale === 'linear') return points.map(({ people, density }) => ({ people, height: density }))
  if (curve.kind === 'points')
    return points.map(({ people, density }) => ({ people, height: density * people }))
  return binsOf(curve).flatMap(({ from, to, share }) => {
    const height = share / Math.log(to / from)
    return [
      { people: from, height },
      { people: to, height },
    ]
  })
}

/** The part of a curve inside a range, cut exactly at its ends. */
export function grounded(heights: readonly Height[], { min, max }: Range): readonly Height[] {
  const inside = heights.filter(({ people }) => people > min && people < max)
  const ends = [min, max].map((people) => heightAt(heights, people))
  const [first, last] = ends
  return [...(first ? [first] : []), ...inside, ...(last ? [last] : [])]
}

/** Straight between its neighbours; none outside the curve. */
function heightAt(heights: readonly Height[], people: number): Height | null {
  const after = heights.findIndex((height) => height.people >= people)
  const [from, to] = [heights[Math.max(0, after - 1)], heights[after]]
  if (from === undefined || to === undefined || from.people > people) return null
  const part = to.people === from.people ? 1 : (people - from.people) / (to.people - from.people)
  return { people, height: from.height + part * (to.height - from.height) }
}
