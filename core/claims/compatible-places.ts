import type { PlaceId } from '@corroborate/base'
import type { Place } from './register.ts'

/** Each place of the register with everything it lies within, itself first. */
export type PlaceTree = ReadonlyMap<PlaceId, readonly PlaceId[]>

/** A register that runs in a circle by mistake ends where it would begin again. */
export function placeTreeOf(places: readonly Place[]): PlaceTree {
  const within = new Map(places.map((place) => [place.id, place.within]))
  return new Map(places.map((place) => [place.id, pathOf(place.id, within)]))
}

function pathOf(place: PlaceId, within: ReadonlyMap<PlaceId, PlaceId | null>): readonly PlaceId[] {
  const path = new Set<PlaceId>()
  for (let at: PlaceId | null = place; at !== null && !path.has(at); at = within.get(at) ?? null) path.add(at)
  return [...path]
}

/** Whether two claims may speak of one place: one lies in the other, they are the same, or one of them is not said. */
export function isCompatiblePlace(tree: PlaceTree, a: PlaceId | null, b: PlaceId | null): boolean {
  if (a === null || b === null || a === b) return true
  return (tree.get(a)?.includes(b) ?? false) || (tree.get(b)?.includes(a) ?? false)
}
