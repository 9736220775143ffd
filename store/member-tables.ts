import type { InvestigationId, MemberId } from '@corroborate/base'
import type { JsonText } from './json.ts'

export interface MemberTable {
  readonly id: MemberId
  readonly name: string
  readonly created_at: string
  /** Since when they are a member no more. */
  readonly ended_at: string | null
}

export interface MembershipTable {
  readonly investigation: InvestigationId
  readonly member: MemberId
  readonly role: string
  /** When the role ends by itself; null where it does not. */
  readonly ends_at: string | null
}

/** A signed-in browser. Only the SHA-256 of what it holds is kept. */
export interface SessionTable {
  readonly hash: string
  readonly member: MemberId
  readonly created_at: string
  readonly expires_at: string
}

/** A sign-in link, good once. Only the SHA-256 of its secret is kept. */
export interface SignInLinkTable {
  readonly hash: string
  readonly member: MemberId
  readonly expires_at: string
  readonly used_at: string | null
  /** By how many administrators it has to be let go before it lets anybody in. */
  readonly releases: number
}

export interface LinkReleaseTable {
  readonly link: string
  readonly member: MemberId
}

/** A key pair in somebody's device, of which only the public half is known here. */
export interface PasskeyTable {
  /** The credential's id, base64url. */
  readonly id: string
  readonly member: MemberId
  readonly name: string
  /** COSE, base64url. */
  readonly public_key: string
  /** How often the device says that it signed; 0 where it does not count. */
  readonly counter: number
  readonly transports: JsonText<readonly string[]>
  readonly made_at: string
  readonly used_at: string | null
}

/** What a passkey is asked to sign, good once. Only the SHA-256 is kept. */
export interface ChallengeTable {
  readonly hash: string
  /** Who adds a passkey; null where somebody signs in, who is not known yet. */
  readonly member: MemberId | null
  readonly expires_at: string
}

/** A passphrase by which a member signs in, as far as it is known here. */
export interface PassphraseTable {
  readonly member: MemberId
  /** What the member types to say who they are. */
  readonly name: string
  readonly salt: string
  /** The SHA-256 of what the browser derives. */
  readonly verifier_hash: string
  /** Hexadecimal. */
  readonly totp_secret: string
  /** The last code that was taken: none before it is taken again. */
  readonly totp_step: number
  readonly made_at: string
}

/** How often somebody tried under a name, be there one or not, and when they may again. */
export interface SignInTryTable {
  readonly name_hash: string
  readonly tries: number
  readonly next_at: string
}

/** What this house alone knows, such as what answers about names that nobody has are made from. */
export interface HouseSecretTable {
  readonly name: string
  readonly secret: string
}
