import { overlaps, type PlaceId, type SourceId, type When } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { SourceRole } from '@corroborate/testimony'
import type { Account } from './release-output.ts'

/** What the investigation knows of one witness, cited or not: who else could be meant. */
export interface KnownPerson {
  readonly witness: SourceId
  readonly role: SourceRole
  readonly stays: readonly Stay[]
  /** Everything they speak of, as terms of the investigation. */
  readonly topics: readonly string[]
}

export interface Stay {
  readonly when: When | null
  readonly where: PlaceId | null
}

export type Within = (place: PlaceId, of: PlaceId) => boolean

/** Whether a place is another, or lies in it. */
export function withinOf(places: readonly Place[]): Within {
  const above = new Map(places.map(({ id, within }) => [id, within]))
  return (place, of) => {
    const seen = new Set<PlaceId>()
    for (let at: PlaceId | null = place; at !== null && !seen.has(at); at = above.get(at) ?? null) {
      if (at === of) return true
      seen.add(at)
    }
    return false
  }
}

/**
 * Whether somebody fits all that an account tells of its witness. Of whom it is not known where they were at that time is no cover: somebody who knows
 * more would not take them for the witness.
 */
export function couldBeMeant(person: KnownPerson, told: Account, within: Within): boolean {
  if (told.role !== null && person.role !== told.role) return false
  if (told.when === null && told.where === null) return true
  return person.stays.some(
    ({ when, where }) =>
      (told.when === null || (when !== null && overlaps(when, told.when))) &&
      (told.where === null || (where !== null && within(where, told.where))),
  )
}
