import { refuse, type MemberId, type Refusal } from '@corroborate/base'
import { administrators, insertLinkRelease, insertSignInLink, presentMember } from '@corroborate/store'
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
  /** How many administrators have to let it go before it lets anybody in; an administrator who makes it is the first of them. */
  readonly releases: number
}

/**
 * Makes a link by which one member can sign in: once, within 15 minutes. Where there are two administrators, two of them let it go first,
 * within a day: then nobody at the terminal comes in as somebody else alone. An administrator's link always waits for a second one, so
 * that who reads nothing does not come in as somebody who reads.
 */
export const issueSignInLink = act(
  'sign-in-link.issued',
  'administrator-anywhere',
  async (desk, { member }: { readonly member: MemberId }) => {
    const { db } = desk.store
    if ((await presentMember(db, member)) === null) return NOT_FOUND
    const administering = await administrators(db, instant(desk.clock()))
    const by = desk.member === 'operator' ? null : desk.member
    const refused = by === null ? null : unfit(member, { by, administering })
    if (refused) return refused
    const releases = administering.length < RELEASES ? 0 : RELEASES
    const { secret, hash } = freshPass(desk)
    const expiresAt = instant(desk.clock() + (releases === 0 ? LINK_LASTS_MS : LINK_WAITS_MS))
    await insertSignInLink(db, { hash, member, expiresAt, releases })
    if (by !== null) await insertLinkRelease(db, { link: hash, member: by })
    const content = { member, expiresAt, releases }
    return done<SignInLink>({ token: secret, expiresAt, releases }, { subject: member, content })
  },
)

/** Are there two administrators who could let a link to this member go? Nobody does for themselves. */
export function canBeLetGo(administering: readonly MemberId[], member: MemberId): boolean {
  return administering.filter((one) => one !== member).length >= RELEASES
}

function unfit(
  member: MemberId,
  { by, administering }: { readonly by: MemberId; readonly administering: readonly MemberId[] },
): Refusal<'for-oneself' | 'nobody-to-let-go'> | null {
  if (member === by) return refuse('for-oneself', 'the link is for whoever would let it go')
  return canBeLetGo(administering, member)
    ? null
    : refuse(
        'nobody-to-let-go',
        'two administrators let a link go, other than whom it is for; while there are not so many, it is made at the terminal',
      )
}
