import type { Range } from '@corroborate/base'
import type { Pattern } from '../pattern.ts'
import type { Proposal } from './proposal.ts'

/**
 * A pattern from the proposals that a person took: the first of each kind. How it was observed nobody can read in a
 * sentence, so it is told. Null where neither how often nor on which days is among them: then nothing recurs.
 * @param said the exact words of the passage
 */
export function patternFrom(
  taken: readonly Proposal[],
  { observed, said }: Pick<Pattern, 'observed' | 'said'>,
): Pattern | null {
  const rate = taken.find((one) => one.kind === 'rate')?.value ?? null
  const days = taken.find((one) => one.kind === 'weekdays')?.value ?? null
  if (rate === null && days === null) return null
  return {
    rate,
    ...(days ?? { weekdays: [], weekdayConfidence: null }),
    partOfDay: taken.find((one) => one.kind === 'part-of-day')?.value ?? null,
    window: taken.find((one) => one.kind === 'window')?.value ?? null,
    size: sizeIn(taken),
    exceptions: null,
    observed,
    said,
  }
}

/** How many each time. */
function sizeIn(taken: readonly Proposal[]): Range | null {
  for (const one of taken)
    if (one.kind === 'quantity' && one.value?.per === 'occasion')
      return { min: one.value.min, max: one.value.max }
  return null
}
