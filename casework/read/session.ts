import { countsOf, investigationsOf, memberById, type Db } from '@corroborate/store'
import type { InvestigationCard, SessionView } from '../shapes.ts'
import { readsContent } from '../permission.ts'
import type { Reader } from './reader.ts'
import { instant } from '../time.ts'

type Entered = Awaited<ReturnType<typeof investigationsOf>>[number]

/** Who am I, and which investigations do I read in? Null to who is not a member. */
export async function readSession(reader: Reader): Promise<SessionView | null> {
  if (reader.member === null || reader.member === 'operator') return null
  const { db } = reader.store
  const member = await memberById(db, reader.member)
  if (member === null) return null
  const entered = await investigationsOf(db, { member: member.id, now: instant(reader.clock()) })
  const investigations: InvestigationCard[] = []
  for (const one of entered.filter(({ roles }) => readsContent(roles)))
    investigations.push(await cardOf(db, one))
  return { member, investigations, administers: entered.some(({ roles }) => roles.includes('administrator')) }
}

/** The face of an investigation: what it is, what I am in it, and how much is in it. */
export async function cardOf(
  db: Db,
  { id, code, title, notice, nature, roles }: Entered,
): Promise<InvestigationCard> {
  const counts = await countsOf(db, id)
  if (counts === null) throw new Error('an investigation that was just read is gone')
  return { id, code, title, notice, nature, roles, counts }
}
