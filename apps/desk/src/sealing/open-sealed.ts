import { openValue, type Expected, type SealedRecord } from '@corroborate/vault/sealing'
import type { AtSeal } from './sealed-values.ts'
import { placeOfValue } from './seen.ts'

/** What could be opened here, and of how many nothing could. */
export interface Opened {
  readonly values: readonly { readonly record: string; readonly field: string; readonly value: string }[]
  readonly refused: number
}

/** Opens what a custodian was handed. What cannot be believed (another author, another place, an older version than was seen) is not opened. */
export async function openSealed(
  { investigation, circle, custodians }: AtSeal,
  sealed: readonly SealedRecord[],
): Promise<Opened> {
  const values: Opened['values'][number][] = []
  for (const one of sealed) {
    const { record, field } = one.statement
    const seen = circle.seen.of(placeOfValue(record, field))
    const expected: Expected = { investigation, record, field, seen, mayReceive: custodians.mayReceive }
    const opened = await openValue(one, expected, { trusted: circle.trusted, keys: circle.own.keys })
    if (opened.ok) values.push({ record, field, value: opened.value.value })
  }
  return { values, refused: sealed.length - values.length }
}
