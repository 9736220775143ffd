import { canonicalJson, digestOf, jsonOf, ok, refuse, type Outcome } from '@corroborate/base'
import { fromBase64 } from '@corroborate/ledger'
import { openWhole } from './age-file.ts'
import { checkRecipients, type HeaderFault } from './age-header.ts'
import type { MemberKeys } from './member-keys.ts'
import {
  contextOf,
  digestOfSealed,
  type Recipient,
  type SealedContent,
  type SealedPlace,
  type SealedRecord,
  type SealedStatement,
} from './sealed-record.ts'
import { isFoundSigned, isSigned, type Signed } from './signed-statement.ts'
import type { MemberCard } from './member-card.ts'
import type { Trusted } from './trusted.ts'

/** What the reader knows of a record before the server says anything. */
export interface Expected extends SealedPlace {
  /** The newest version that this reader or the ledger has seen: an older one is refused. Null when none was. */
  readonly seen: { readonly version: number; readonly digest: string } | null
  /** Whether a value of this place may be sealed to them. */
  readonly mayReceive: (recipient: Recipient) => boolean
}

export type OpenFault =
  | HeaderFault
  | 'unknown-author'
  | 'bad-signature'
  | 'wrong-context'
  | 'lower-version'
  | 'other-version'
  | 'changed-ciphertext'
  | 'does-not-open'

/**
 * Whether what was signed beside a sealed value is what its place should hold, told without the ciphertext and without any secret key: a
 * known author signed it, for this place, in no version below the one that was seen, sealed to nobody who may not receive it. Needed
 * before another version is put on top of it.
 */
export function checkStatement(
  sealed: Signed<SealedStatement>,
  expected: Expected,
  trusted: Trusted,
): Outcome<SealedStatement, OpenFault> {
  const card = cardOfAuthor(sealed, trusted)
  if (!card.ok) return card
  return isSigned('sealed record', sealed, card.value.signing)
    ? placed(sealed.statement, expected)
    : notSigned(sealed)
}

/** The bytes of a sealed value, where its statement holds (see `checkStatement`) and they are the ones that were signed. Needed before it is opened. */
export async function checkSealed(
  sealed: SealedRecord,
  expected: Expected,
  trusted: Trusted,
): Promise<Outcome<Uint8Array, OpenFault>> {
  const card = cardOfAuthor(sealed, trusted)
  if (!card.ok) return card
  if (!(await isFoundSigned('sealed record', sealed, card.value.signing))) return notSigned(sealed)
  const checked = placed(sealed.statement, expected)
  if (!checked.ok) return checked
  const statement = checked.value
  const file = fromBase64(sealed.file)
  if (!file || digestOf(file) !== statement.ciphertext)
    return refuse('changed-ciphertext', 'the ciphertext is another than the one that was signed')
  const recipients = checkRecipients(file, statement.recipients.length)
  return recipients.ok ? ok(file) : recipients
}

/** Opens a sealed value in the browser of whoever holds a key. Refuses all that `checkSealed` does, and content that says another context than its envelope. */
export async function openValue(
  sealed: SealedRecord,
  expected: Expected,
  { trusted, keys }: { readonly trusted: Trusted; readonly keys: Pick<MemberKeys, 'identity'> },
): Promise<Outcome<SealedContent, OpenFault>> {
  const checked = await checkSealed(sealed, expected, trusted)
  if (!checked.ok) return checked
  const content = contentOf(await decrypted(checked.value, keys))
  if (!content) return refuse('does-not-open', 'it is not sealed to this key, or holds nothing of ours')
  if (canonicalJson(jsonOf(contextOf(content))) !== canonicalJson(jsonOf(contextOf(sealed.statement))))
    return refuse('wrong-context', 'what is inside was sealed for another place or version')
  return ok(content)
}

function cardOfAuthor(
  { statement }: Signed<SealedStatement>,
  trusted: Trusted,
): Outcome<MemberCard, 'unknown-author'> {
  const card = trusted.byDigest.get(statement.authorCard)
  return card?.member === statement.author
    ? ok(card)
    : refuse(
        'unknown-author',
        `whoever sealed this as ${statement.author} is nobody whose safety number was compared`,
      )
}

function notSigned({ statement }: Signed<SealedStatement>) {
  return refuse(
    'bad-signature',
    `the signature is not that of ${statement.author}: something was changed or forged`,
  )
}

function placed(statement: SealedStatement, expected: Expected): Outcome<SealedStatement, OpenFault> {
  const misplaced = faultOfPlace(statement, expected)
  if (misplaced) return misplaced
  const stranger = statement.recipients.find((recipient) => !expected.mayReceive(recipient))
  return stranger
    ? refuse('unlisted-recipient', `it is sealed to ${stranger.name}, who may not receive it`)
    : ok(statement)
}

function faultOfPlace(
  statement: SealedStatement,
  expected: Expected,
): Outcome<never, 'wrong-context' | 'lower-version' | 'other-version'> | null {
  for (const name of ['investigation', 'record', 'field'] as const)
    if (statement[name] !== expected[name])
      return refuse(
        'wrong-context',
        `it was sealed for ${name} ${statement[name]}, expected ${expected[name]}`,
      )
  const { seen } = expected
  if (!seen) return null
  if (statement.version < seen.version)
    return refuse(
      'lower-version',
      `it is version ${statement.version}, and version ${seen.version} was seen before`,
    )
  if (statement.version === seen.version && digestOfSealed({ statement, signature: '' }) !== seen.digest)
    return refuse('other-version', `it is another version ${statement.version} than the one that was seen`)
  if (statement.version === seen.version + 1 && statement.previous !== seen.digest)
    return refuse('other-version', `it follows another version ${seen.version} than the one that was seen`)
  return null
}

async function decrypted(file: Uint8Array, keys: Pick<MemberKeys, 'identity'>): Promise<string | null> {
  try {
    return new TextDecoder().decode(await openWhole(file, keys))
  } catch {
    return null
  }
}

/** What is inside comes from whoever could seal to this key: it is read as from outside. */
function contentOf(json: string | null): SealedContent | null {
  const fields = fieldsOf(json ?? '')
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null)
  const place = allPresent({
    ...{ investigation: text('investigation'), record: text('record'), field: text('field') },
    ...{ author: text('author'), time: text('time'), salt: text('salt'), value: text('value') },
  })
  const { version, previous } = fields
  if (!place || typeof version !== 'number' || (previous !== null && typeof previous !== 'string'))
    return null
  return { ...place, version, previous }
}

function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function allPresent<Name extends string>(
  texts: Readonly<Record<Name, string | null>>,
): Readonly<Record<Name, string>> | null {
  const isWhole = (found: Readonly<Record<Name, string | null>>): found is Readonly<Record<Name, string>> =>
    Object.values(found).every((text) => text !== null)
  return isWhole(texts) ? texts : null
}
