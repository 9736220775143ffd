import type { PersonId, PlaceId, UnitId, When, Words } from '@corroborate/base'

/** An entry of the register of places; `within` makes the tree: country > region > settlement > facility > building > room. */
export interface Place {
  readonly id: PlaceId
  readonly code: string
  readonly name: Words
  readonly kind: 'country' | 'region' | 'settlement' | 'facility' | 'building' | 'floor' | 'room'
  readonly within: PlaceId | null
  readonly aliases: readonly string[]
}

/** A person of the investigation who is not a witness: under a public role or a token, never assumed dead. */
export interface Person {
  readonly id: PersonId
  readonly code: string
  readonly name: Words
  readonly part: 'alleged-perpetrator' | 'official' | 'victim' | 'missing' | 'other'
}

/** A body: a unit, a court, a ministry. */
export interface Unit {
  readonly id: UnitId
  readonly code: string
  readonly name: Words
  readonly active: When | null
}
