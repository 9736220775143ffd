import type { Json } from '@corroborate/base'
import type { LinkageSummary } from './shapes.ts'

/** What a run that is done says of itself; null of one that an earlier version made, which kept less. */
export function summaryKept(summary: Json): LinkageSummary | null {
  const kept: unknown = summary
  return isSummary(kept) ? kept : null
}

const KEPT = [
  'rows',
  'lists',
  'model',
  'values',
  'scores',
  'reversed',
] as const satisfies readonly (keyof LinkageSummary)[]

function isSummary(kept: unknown): kept is LinkageSummary {
  return typeof kept === 'object' && kept !== null && KEPT.every((key) => key in kept)
}
