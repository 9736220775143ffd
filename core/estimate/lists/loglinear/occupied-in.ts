/** Masks of the cells with people in them. */
export function occupiedIn(counts: Float64Array): readonly number[] {
  const occupied: number[] = []
  for (let mask = 1; mask < counts.length; mask++) if ((counts[mask] ?? 0) > 0) occupied.push(mask)
  return occupied
}
