import { ok, refuse, type InvestigationId, type Outcome } from '@corroborate/base'
import { custodianLists, type Store } from '@corroborate/store'
import { checkRecipients, type HeaderFault } from '@corroborate/vault/sealing'

/** The header of an age file for a thousand recipients fits in it. */
const HEAD = 128 * 1024

export type NotSealed = 'no-custodian' | HeaderFault

/**
 * A file that is said to be sealed, from its beginning again, once its header was seen to name as many recipients as are custodians now with
 * the identity key, and no passphrase. That they are those, and that it opens, the browser of a custodian sees: here nobody can.
 */
export async function seenToBeSealed(
  { store: { db } }: { readonly store: Pick<Store, 'db'> },
  {
    investigation,
    bytes,
  }: { readonly investigation: InvestigationId; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<AsyncIterable<Uint8Array>, NotSealed>> {
  const list = (await custodianLists(db, investigation)).at(-1)?.statement
  if (!list) return refuse('no-custodian', 'no custodian was named yet: there is nobody to seal it to')
  const pieces = bytes[Symbol.asyncIterator]()
  const head = await headOf(pieces)
  const checked = checkRecipients(head, list.custodians.length + 1)
  if (checked.ok) return ok(joined(head, pieces))
  await pieces.return?.()
  return checked
}

async function headOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = []
  for (let length = 0; length < HEAD;) {
    const piece = await pieces.next()
    if (piece.done === true) break
    head.push(piece.value)
    length += piece.value.length
  }
  return Buffer.concat(head)
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* { [Symbol.asyncIterator]: () => rest }
}
