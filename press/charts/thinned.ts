export interface Thinned {
  readonly index: number
  readonly value: number
}

/**
 * A long series as at most so many points: of each stretch the smallest and the largest value, in the order in which they
 * came, so that no excursion is lost, as it would be if every so many-th value were taken.
 */
export function thinned(series: readonly number[], most: number): readonly Thinned[] {
  const all = series.map((value, index) => ({ index, value }))
  if (all.length <= most) return all
  const stretch = Math.ceil(all.length / Math.max(1, Math.floor(most / 2)))
  return Array.from({ length: Math.ceil(all.length / stretch) }, (_, at) =>
    extremes(all.slice(at * stretch, (at + 1) * stretch)),
  ).flat()
}

function extremes(stretch: readonly Thinned[]): readonly Thinned[] {
  const sorted = stretch.toSorted((a, b) => a.value - b.value || a.index - b.index)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) return []
  if (least.index === most.index) return [least]
  return least.index < most.index ? [least, most] : [most, least]
}
