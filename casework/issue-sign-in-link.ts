import type { MemberId } from '@corroborate/base'
import { insertSignInLink, memberById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { freshPass } from './pass.ts'
import { instant } from './time.ts'

export const LINK_LASTS_MS = 15 * 60 * 1000

export interface SignInLink {
  /** What the link carries. It is shown once, good once, and kept only as a digest. */
  readonly token: string
  readonly expiresAt: string
}

/** Makes a link by which one member can sign in: once, within 15 minutes. */
export const issueSignInLink = act(
  'sign-in-link.issued',
  'operator',
  async (desk, { member }: { readonly member: MemberId }) => {
    if ((await memberById(desk.store.db, member)) === null) return NOT_FOUND
    const { secret, hash } = freshPass(desk)
    const expiresAt = instant(desk.clock() + LINK_LASTS_MS)
    await insertSignInLink(desk.store.db, { hash, member, expiresAt })
    return done<SignInLink>({ token: secret, expiresAt }, { subject: member, content: { member, expiresAt } })
  },
)
