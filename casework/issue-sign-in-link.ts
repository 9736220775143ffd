import type { MemberId } from '@corroborate/base'
import { administrators, insertSignInLink, presentMember } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { freshPass } from './pass.ts'
import { instant } from './time.ts'

export const LINK_LASTS_MS = 15 * 60 * 1000
/** A link that others have to let go waits for them a day. */
const LINK_WAITS_MS = 24 * 60 * 60 * 1000
/** So many administrators let a link go, once there are so many. */
const RELEASES = 2

export interface SignInLink {
  /** What the link carries. It is shown once, good once, and kept only as a digest. */
  readonly token: string
  readonly expiresAt: string
  /** How many administrators have to let it go before it lets anybody in. */
  readonly releases: number
}

/**
 * Makes a link by which one member can sign in: once, within 15 minutes. Where there are two administrators, two of them let it go first,
 * within a day: then nobody at the terminal comes in as somebody else alone.
 */
export const issueSignInLink = act(
  'sign-in-link.issued',
  'operator',
  async (desk, { member }: { readonly member: MemberId }) => {
    const { db } = desk.store
    if ((await presentMember(db, member)) === null) return NOT_FOUND
    const releases = (await administrators(db, instant(desk.clock()))) < RELEASES ? 0 : RELEASES
    const { secret, hash } = freshPass(desk)
    const expiresAt = instant(desk.clock() + (releases === 0 ? LINK_LASTS_MS : LINK_WAITS_MS))
    await insertSignInLink(db, { hash, member, expiresAt, releases })
    const content = { member, expiresAt, releases }
    return done<SignInLink>({ token: secret, expiresAt, releases }, { subject: member, content })
  },
)
