import { ok, refuse, type Outcome } from '@corroborate/base'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { MemberKeys } from './member-keys.ts'
import type { Recipient } from './sealed-record.ts'
import { digestOfStatement, isSigned, signStatement, type Signed } from './signed-statement.ts'
import type { SplitCheck } from './split-key.ts'
import type { Trusted } from './trusted.ts'

/** Whose name the investigation's own key has in a list of recipients. */
export const IDENTITY_KEY = 'identity key'

/** A new identity key. Its secret half is printed or split, and kept nowhere by the program. */
export async function makeIdentityKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** One version of the list of those to whom an investigation's identities are sealed. A change of people is a new version with a new identity key. */
export interface Custodians {
  readonly investigation: string
  /** From 1, without gaps. */
  readonly version: number
  readonly previous: string | null
  readonly author: string
  readonly authorCard: string
  readonly time: string
  readonly custodians: readonly Custodian[]
  /** The investigation's own key, kept on paper or split among custodians: it survives them all. */
  readonly identityKey: { readonly recipient: string; readonly split: SplitCheck | null }
}

export interface Custodian {
  readonly member: string
  /** The digest of the card that is meant: another key is another custodian. */
  readonly card: string
}

export type CustodiansFault =
  'wrong-investigation' | 'broken-chain' | 'unknown-author' | 'bad-signature' | 'no-custodian'

export function signCustodians(custodians: Custodians, keys: MemberKeys): Signed<Custodians> {
  return signStatement('custodians', custodians, keys.seed)
}

export function digestOfCustodians(custodians: Custodians): string {
  return digestOfStatement('custodians', custodians)
}

/**
 * Verifies every version of the list of custodians, as they came from the server; the last one holds. Each was signed by somebody whose
 * safety number was compared, each but the first by a custodian of the version before.
 * @param seen the newest version that this browser has seen: a server that shows fewer hides a removal
 */
export function currentCustodians(
  investigation: string,
  versions: readonly Signed<Custodians>[],
  { trusted, seen }: { readonly trusted: Trusted; readonly seen: number },
): Outcome<Custodians, CustodiansFault | 'lower-version'> {
  let last: Custodians | null = null
  for (const signed of versions) {
    const wrong = faultOf(investigation, signed, last, trusted)
    if (wrong) return wrong
    last = signed.statement
  }
  if (!last) return refuse('no-custodian', 'no custodian was named yet')
  if (last.version < seen)
    return refuse(
      'lower-version',
      `the list of custodians has version ${last.version}, and version ${seen} was seen before`,
    )
  return ok(last)
}

function faultOf(
  investigation: string,
  signed: Signed<Custodians>,
  last: Custodians | null,
  trusted: Trusted,
): Outcome<never, CustodiansFault> | null {
  const { statement } = signed
  const place = `version ${statement.version} of the list of custodians`
  if (statement.investigation !== investigation)
    return refuse('wrong-investigation', `${place} is another investigation's`)
  if (
    statement.version !== (last?.version ?? 0) + 1 ||
    statement.previous !== (last ? digestOfCustodians(last) : null)
  )
    return refuse('broken-chain', `${place} does not follow the one before`)
  const card = trusted.byDigest.get(statement.authorCard)
  if (card?.member !== statement.author)
    return refuse(
      'unknown-author',
      `${place} comes from ${statement.author}, whose safety number was not compared`,
    )
  if (last && !last.custodians.some(({ member }) => member === statement.author))
    return refuse('unknown-author', `${place} comes from ${statement.author}, who was no custodian`)
  return isSigned('custodians', signed, card.signing)
    ? null
    : refuse('bad-signature', `${place} was changed or forged`)
}

/**
 * Everybody a new value is sealed to: all custodians with the very cards that were meant, and the investigation's own key.
 * `unknown-author` names the custodian whose key is not, or no longer, the one that was compared.
 */
export function recipientsOf(
  custodians: Custodians,
  trusted: Trusted,
): Outcome<readonly Recipient[], 'unknown-author'> {
  const recipients: Recipient[] = [{ name: IDENTITY_KEY, recipient: custodians.identityKey.recipient }]
  for (const { member, card } of custodians.custodians) {
    const known = trusted.newest(member)
    if (!known || trusted.byDigest.get(card) !== known)
      return refuse('unknown-author', `the key of ${member} is not the one whose safety number was compared`)
    recipients.push({ name: member, recipient: known.recipient })
  }
  return ok(recipients)
}
