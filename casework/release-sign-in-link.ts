import { refuse } from '@corroborate/base'
import { insertLinkRelease, linksToRelease } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'

export interface ReleaseSignInLink {
  /** By its digest: who lets a link go does not see it. */
  readonly link: string
}

/**
 * Lets a sign-in link go, as one of the two administrators whom it waits for: whose it is was shown to them. Nobody lets a link go that is
 * for themselves, nor one link twice.
 */
export const releaseSignInLink = act(
  'sign-in-link.released',
  'administrator-anywhere',
  async (desk, { link }: ReleaseSignInLink) => {
    const { db } = desk.store
    if (desk.member === 'operator') return NOT_FOUND
    const member = memberAtDesk(desk)
    const waiting = (await linksToRelease(db, instant(desk.clock()))).find(({ hash }) => hash === link)
    if (!waiting) return NOT_FOUND
    if (waiting.member === member) return refuse('for-oneself', 'the link is for whoever would let it go')
    if (!(await insertLinkRelease(db, { link, member })))
      return refuse('released-before', 'the same administrator let it go before')
    return done<null>(null, { subject: waiting.member, content: { member: waiting.member, by: member } })
  },
)
