import { queryOptions } from '@tanstack/react-query'
import { ok, refuse, type Outcome } from '@corroborate/base'
import type { CustodiansView, KeysView, SealingView } from '@corroborate/server/api'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { holds, NoAnswer, one } from '../api.ts'

/** Asked anew wherever it is shown: what another member did a moment ago decides what one may do now. */
const FRESH = { staleTime: 0 } as const

/** My keys as I wrapped them, everybody's cards, and whom I compared. Nothing of it is believed before `circleOf` has verified it. */
export const keysKept = queryOptions({
  ...FRESH,
  queryKey: ['/keys'],
  queryFn: ({ signal }) => one<KeysView>('/keys', ['me', 'directory', 'comparisons'], signal),
})

export function custodiansOf(investigation: string) {
  const path = `/investigations/${investigation}/custodians`
  return queryOptions({
    ...FRESH,
    queryKey: [path],
    queryFn: ({ signal }) => one<CustodiansView>(path, ['lists', 'custodians', 'openings'], signal),
  })
}

/** What is sealed of one record: signed context without ciphertext, and every request to open. */
export function sealingOf(investigation: string, record: string) {
  const path = `/investigations/${investigation}/sealed/${record}`
  return queryOptions({
    ...FRESH,
    queryKey: [path],
    queryFn: ({ signal }) => one<SealingView>(path, ['lists', 'values', 'openings'], signal),
  })
}

const SEALED = ['statement', 'signature', 'file'] as const

/** Every sealed name and what the tokens of each text stand for, as they lie on the server, which writes into its ledger that they were handed over. */
export async function sealedToProtect(investigation: string): Promise<Outcome<readonly SealedRecord[]>> {
  return recordsIn(await send(`/investigations/${investigation}/sealed-names`, {}))
}

/** The sealed records of an answer. */
export function recordsIn(answer: Outcome<unknown>): Outcome<readonly SealedRecord[]> {
  if (!answer.ok) return answer
  return areSealed(answer.value)
    ? ok(answer.value)
    : refuse('unreadable', 'The answer is no list of sealed records.')
}

function areSealed(value: unknown): value is readonly SealedRecord[] {
  return Array.isArray(value) && value.every((one) => holds<SealedRecord>(one, SEALED))
}

/** The ciphertext of what somebody else asked to open. Not cached: it is needed once. */
export async function sealedAsked(investigation: string, opening: string): Promise<Outcome<SealedRecord>> {
  try {
    const path = `/investigations/${investigation}/openings/${opening}`
    return ok(await one<SealedRecord>(path, SEALED, new AbortController().signal))
  } catch (error) {
    return error instanceof NoAnswer ? refuse(error.why, error.message) : refuse('unreachable', opening)
  }
}

/** The copy that was released to me. The server writes into the ledger that I have it. */
export async function releasedCopy(investigation: string, opening: string): Promise<Outcome<SealedRecord>> {
  const answer = await send(`/investigations/${investigation}/openings/${opening}/opened`, {})
  if (!answer.ok) return answer
  return holds<SealedRecord>(answer.value, SEALED)
    ? ok(answer.value)
    : refuse('unreadable', 'The answer is no sealed record.')
}
