import { atOnce } from '@corroborate/base'
import { openValue, type Expected, type SealedRecord } from '@corroborate/vault/sealing'
import type { AtSeal } from './sealed-values.ts'
import { placeOfValue } from './seen.ts'

/** What could be opened here, and of how many nothing could. */
export interface Opened {
  readonly values: readonly { readonly record: string; readonly field: string; readonly value: string }[]
  readonly refused: number
}

/** While the browser's ciphers work on some, the script goes on with others. */
const AT_ONCE = 16

/** Opens what a custodian was handed. What cannot be believed (another author, another place, an older version than was seen) is not opened. */
export async function openSealed(
  { investigation, circle, custodians }: AtSeal,
  sealed: readonly SealedRecord[],
): Promise<Opened> {
  const open = async (one: SealedRecord): Promise<Opened['values']> => {
    const { record, field } = one.statement
    const seen = circle.seen.of(placeOfValue(record, field))
    const expected: Expected = { investigation, record, field, seen, mayReceive: custodians.mayReceive }
    const opened = await openValue(one, expected, { trusted: circle.trusted, keys: circle.own.keys })
    return opened.ok ? [{ record, field, value: opened.value.value }] : []
  }
  const values = (await atOnce(AT_ONCE, sealed, open)).flat()
  return { values, refused: sealed.length - values.length }
}
