import type { ClaimRow } from '@corroborate/server/api'

/** Every claim that an answer read, by its id. */
export type ClaimsById = Readonly<Record<string, ClaimRow>>
