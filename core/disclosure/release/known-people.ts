import type { Claim } from '@corroborate/claims'
import type { Source } from '@corroborate/testimony'
import type { KnownPerson } from './known-person.ts'

/** The witnesses of an investigation, with when and where they were by what they say themselves, and what they speak of. */
export function knownPeople(among: {
  readonly sources: readonly Source[]
  readonly claims: readonly Claim[]
}): readonly KnownPerson[] {
  const said = Map.groupBy(among.claims, ({ source }) => source)
  return among.sources.flatMap(({ id, kind, role }): readonly KnownPerson[] => {
    if (kind !== 'witness') return []
    const claims = said.get(id) ?? []
    const stays = claims.map(({ when, place }) => ({ when, where: place }))
    return [{ witness: id, role, stays, topics: [...new Set(claims.map(({ topic }) => topic))] }]
  })
}
