import type { Claim, Resolution } from '@corroborate/claims'
import { ESCORT, GATE, REGISTRY } from './cast/others.ts'
import { claimOf } from './estimate.ts'

/** What the gate estimated was decided against; the slips against the report of Lantern Watch is left open. */
export function resolutionsOn(claims: readonly Claim[]): readonly Resolution[] {
  const guessed = claimOf(claims, GATE, 'group-size-P3')
  return [ESCORT, REGISTRY].map((source) => {
    const preferred = claimOf(claims, source, 'group-size-P3')
    return {
      claims: [preferred, guessed],
      prefers: preferred,
      by: 'reviewer V1',
      reason:
        'The guard on the stairs counted each group twice and the slips agree with him; the guard at the gate estimated in the dark from afar.',
    }
  })
}
