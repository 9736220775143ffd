import { refuse, type Refusal } from '@corroborate/base'
import type { OriginLink } from '@corroborate/testimony'
import { insertOriginLinks, sourceById, updateOriginLink } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { restand } from './restand.ts'

export type LinkOrigins = InInvestigation & OriginLink

/**
 * Says that one source depends on another, or decides about two that may. Said again of the same two, it takes the place of
 * what was said before. Every standing that rests on either may move.
 */
export const linkOrigins = act(
  'origins.linked',
  ['researcher', 'reviewer'],
  async (desk, { investigation, ...link }: LinkOrigins) => {
    const { db } = desk.store
    for (const end of [link.from, link.to])
      if ((await sourceById(db, investigation, end)) === null) return NOT_FOUND
    const refused = unsayable(link)
    if (refused) return refused
    if (!(await updateOriginLink(db, investigation, link))) await insertOriginLinks(db, investigation, [link])
    const fallen = await restand(desk, { investigation, moved: { kind: 'everything' } })
    return done(fallen, { subject: link.from, content: { link, fallen } })
  },
)

function unsayable({
  from,
  to,
  kind,
  decision,
  reason,
}: OriginLink): Refusal<'itself' | 'not-for-a-person' | 'no-reason'> | null {
  if (from === to) return refuse('itself', 'a source does not depend on itself')
  const forAPerson = kind === 'same-household' || kind === 'joint-interview'
  if (!forAPerson && decision !== 'dependent')
    return refuse('not-for-a-person', `${kind} makes two sources dependent; there is nothing to decide`)
  if (decision === 'independent' && (reason ?? '').trim() === '')
    return refuse('no-reason', 'who holds two close sources to be independent says why')
  return null
}
