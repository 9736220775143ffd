import { digestOf, type Locale } from '@corroborate/base'
import type { Purpose, Recipient } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { workOut, writtenOut } from './exchange/work-out.ts'
import { memberAtDesk } from './member-keys.ts'
import type { ExchangeForm } from './shapes-of-exchange.ts'
import { dayAt } from './time.ts'

export interface GiveWorkOut extends InInvestigation {
  readonly form: ExchangeForm
  /** For what, and to whom: each witness is asked by their consent. */
  readonly purpose: Purpose
  readonly recipient: Recipient
  readonly locale: Locale
  /** Where the desk is, for links to records; null where they go by their ids. */
  readonly desk: string | null
}

/** A file that is entered in the ledger and may leave. */
export interface WorkGivenOut {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export const WORK_GIVEN_OUT = 'work.given-out'

/**
 * Writes work for another program, without what witnesses have not let out for that use. Whose words are in it is entered, so that a withdrawal
 * finds it again; a code book holds nobody's words.
 * @see docs/decisions/0094-work-that-comes-back.md
 */
export const giveWorkOut = act(
  WORK_GIVEN_OUT,
  ['publisher'],
  async (desk, { investigation, form, purpose, recipient, ...how }: GiveWorkOut) => {
    const use = { purpose, recipient, on: dayAt(desk.clock()) }
    const out = await workOut(desk.store.db, investigation, { use, member: memberAtDesk(desk) })
    if (out === null) return NOT_FOUND
    const { work, withheld } = out
    const written = writtenOut(work, { form, ...how })
    if (!written.ok) return written
    const sha256 = digestOf(written.value)
    const isBook = form === 'qdc'
    const counts = { texts: work.texts.length, passages: work.passages.length, codings: work.codings.length }
    const given = { ...(isBook ? {} : { ...counts, claims: work.claims.length }), codes: work.codes.length }
    return done<WorkGivenOut>(
      { name: `${work.code}-${sha256.slice(0, 8)}.${form}`, bytes: written.value },
      {
        subject: investigation,
        content: {
          ...{ form, purpose, recipient, sha256, given, withheld: isBook ? null : withheld },
          sources: isBook ? [] : out.speaking,
        },
      },
    )
  },
)
