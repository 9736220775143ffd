import type { InvestigationId, MemberId, Words } from '@corroborate/base'
import type { MemberRole } from './permission.ts'

/** The members of the house, as whoever administers sees them: nothing that any of them works on but where they themselves administer. */
export interface MembersView {
  readonly me: MemberId
  readonly members: readonly MemberSeen[]
  /** Where I administer: who is what elsewhere is not shown. */
  readonly investigations: readonly InvestigationNamed[]
  /** The roles that there are, in the order in which tables print them. */
  readonly roles: readonly MemberRole[]
  /** The sign-in links that wait for administrators. */
  readonly links: readonly LinkToRelease[]
}

export interface InvestigationNamed {
  readonly id: InvestigationId
  readonly code: string
  readonly title: Words
}

export interface MemberSeen {
  readonly id: MemberId
  readonly name: string
  /** Days: at what hour somebody works is nobody's matter. */
  readonly enrolledOn: string
  readonly endedOn: string | null
  /** Null where they never came in. */
  readonly cameInOn: string | null
  readonly waysIn: readonly WayIn[]
  /** In how many browsers they are signed in. */
  readonly sessions: number
  /** Whether they administer anywhere, and so let links go. */
  readonly administers: boolean
  /** Whether there are two administrators who could let a link to them go. */
  readonly canBeSentLink: boolean
  readonly roles: readonly RoleSeen[]
}

export type WayIn = 'passkey' | 'passphrase'

/** A role where I administer. */
export interface RoleSeen extends RoleHeld {
  readonly investigation: InvestigationId
}

export interface RoleHeld {
  readonly role: MemberRole
  readonly endsAt: string | null
}

/** A sign-in link that waits for administrators to let it go. */
export interface LinkToRelease {
  /** Its digest: the link itself is seen by nobody but its bearer. */
  readonly link: string
  /** Whom it would let in. */
  readonly member: MemberId
  readonly name: string
  readonly expiresAt: string
  readonly releases: number
  readonly released: number
  /** What I can do about it: let it go, or nothing, because I did or it is for me, or because it has what it needs. */
  readonly stand: 'mine-to-release' | 'released-by-me' | 'for-me' | 'let-go'
}

/** Who is of an investigation, as those who read in it see one another. */
export interface TeamView {
  readonly members: readonly TeamMember[]
}

export interface TeamMember {
  readonly id: MemberId
  readonly name: string
  readonly roles: readonly RoleHeld[]
}
