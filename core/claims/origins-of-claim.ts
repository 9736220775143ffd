import type { OriginId } from '@corroborate/base'
import { isPrimary } from './basis.ts'
import type { Claim } from './claim.ts'
import { disjoint, type Lineage } from './lineage.ts'

/**
 * Whom one claim goes back to. A source that saw one thing and was told another has different origins for the two:
 * - known at first hand: the source, and whatever it was copied or derived from;
 * - told, along a chain of known informants: the last of them, who stands nearest to the event;
 * - told by somebody unnamed, inferred, read, or known as an expert: whatever the source depends on, or the source.
 */
export function originsOfClaim(
  { source, basis }: Pick<Claim, 'source' | 'basis'>,
  lineage: Lineage,
): readonly OriginId[] {
  if (isPrimary(basis)) return lineage.firstHandOriginsOf(source)
  const last = basis.chain.at(-1)
  return last === undefined ? lineage.originsOf(source) : lineage.hearsayOriginsOf(last)
}

/** Whether two claims share no origin, so that each can bear the other out. */
export function independentClaims(
  a: Pick<Claim, 'source' | 'basis'>,
  b: Pick<Claim, 'source' | 'basis'>,
  lineage: Lineage,
): boolean {
  return disjoint(originsOfClaim(a, lineage), originsOfClaim(b, lineage))
}
