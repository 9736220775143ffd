import type { InvestigationId } from '@corroborate/base'
import { fieldsOf } from '@corroborate/ledger'
import { linesOfActs, members, type Db } from '@corroborate/store'
import type { Purpose, Recipient } from '@corroborate/testimony'
import { workOut } from '../exchange/work-out.ts'
import { WORK_GIVEN_OUT } from '../give-work-out.ts'
import { memberAtDesk } from '../member-keys.ts'
import type { ExchangeView, WorkGiven } from '../shapes-of-exchange.ts'
import { dayAt } from '../time.ts'
import { readingIn, type Reader } from './reader.ts'
import { textSaid } from './text-said.ts'

/** What would go out for this use, what is withheld and why, and what went out before? */
export function readExchange(
  reader: Reader,
  investigation: InvestigationId,
  { purpose, recipient }: { readonly purpose: Purpose; readonly recipient: Recipient },
): Promise<ExchangeView | null> {
  return readingIn(reader, investigation, async (db) => {
    const use = { purpose, recipient, on: dayAt(reader.clock()) }
    const out = await workOut(db, investigation, { use, member: memberAtDesk(reader) })
    if (out === null) return null
    const { texts, passages, codes, codings, claims } = out.work
    return {
      goes: {
        ...{ texts: texts.length, passages: passages.length, codes: codes.length },
        ...{ codings: codings.length, claims: claims.length },
      },
      withheld: out.withheld,
      given: await givenOut(db, investigation),
    }
  })
}

async function givenOut(db: Db, investigation: InvestigationId): Promise<readonly WorkGiven[]> {
  const names = new Map<string, string>((await members(db)).map(({ id, name }) => [id, name]))
  return (await linesOfActs(db, investigation, [WORK_GIVEN_OUT])).map(({ entry, content }) => {
    const { form, purpose, recipient, sha256 } = fieldsOf(content ?? undefined) ?? {}
    return {
      ...{ at: entry.time, by: names.get(entry.actor) ?? entry.actor, sequence: entry.sequence },
      ...{
        form: textSaid(form),
        purpose: textSaid(purpose),
        recipient: textSaid(recipient),
        sha256: textSaid(sha256),
      },
    }
  })
}
