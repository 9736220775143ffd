import type { Outcome } from '@corroborate/base'
import { digestOfSealed, type SealedStatement, type Signed } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { inNames } from './circle.ts'
import { sealNext, type AtSeal, type Field } from './sealed-values.ts'
import { placeOfValue } from './seen.ts'

/** Seals the next version of a value to the custodians, sends it, and remembers that this browser has seen it. */
export async function sendSealed(
  at: AtSeal,
  what: { readonly record: string; readonly field: Field; readonly value: string },
  before: Signed<SealedStatement> | null,
): Promise<Outcome<unknown>> {
  const sealed = await sealNext(at, { ...what, time: new Date().toISOString() }, before)
  if (!sealed.ok) return inNames(sealed, at.circle)
  const answer = await send(`/investigations/${at.investigation}/sealed`, { sealed: sealed.value })
  const { version } = sealed.value.statement
  const seen = { version, digest: digestOfSealed(sealed.value) }
  if (answer.ok) at.circle.seen.note(placeOfValue(what.record, what.field), seen)
  return answer
}
