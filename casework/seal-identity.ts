import { digestOf, parseId, refuse, type Refusal } from '@corroborate/base'
import { fromBase64 } from '@corroborate/ledger'
import {
  custodianLists,
  exhibitById,
  insertSealed,
  sealedAt,
  sourceById,
  textById,
  type Db,
} from '@corroborate/store'
import {
  checkRecipients,
  digestOfSealed,
  IDENTITY_KEY,
  type Custodians,
  type SealedRecord,
} from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { faultOfAuthor } from './member-keys.ts'

export interface SealIdentity extends InInvestigation {
  readonly sealed: SealedRecord
}

/**
 * Keeps a sealed value of a source, an exhibit or a text: its ciphertext and its signed context. Two who seal at one moment are told: the second reads what the
 * first sealed and decides.
 */
export const sealIdentity = act(
  'identity.sealed',
  ['researcher', 'identity-custodian'],
  async (desk, { investigation, sealed }: SealIdentity) => {
    const { db } = desk.store
    const { statement } = sealed
    if (!(await isThere(db, investigation, statement.record))) return NOT_FOUND
    const fault =
      (await faultOfSealed(desk, investigation, sealed)) ??
      (await faultOfRecipients(desk, investigation, sealed))
    if (fault) return fault
    const before = await sealedAt(db, investigation, statement)
    if (
      statement.version !== (before?.statement.version ?? 0) + 1 ||
      statement.previous !== (before ? digestOfSealed(before) : null)
    )
      return refuse('version-taken', 'somebody else sealed this meanwhile: nothing was written over')
    await insertSealed(db, investigation, sealed)
    return done<string>(statement.record, { subject: statement.record, content: statement })
  },
)

/** Values are sealed of a source; of an exhibit, of which its file's header is signed in one; of a text, what its tokens stand for. */
async function isThere(
  db: Db,
  investigation: InInvestigation['investigation'],
  record: string,
): Promise<boolean> {
  const [source, exhibit] = [parseId<'source'>(record), parseId<'exhibit'>(record)]
  const text = parseId<'text'>(record)
  return (
    (source !== null && (await sourceById(db, investigation, source)) !== null) ||
    (exhibit !== null && (await exhibitById(db, investigation, exhibit)) !== null) ||
    (text !== null && (await textById(db, investigation, text)) !== null)
  )
}

/** What the server can see to be wrong in a sealed record of whoever is at the desk. */
export async function faultOfSealed(
  desk: Desk,
  investigation: InInvestigation['investigation'],
  { statement, signature, file }: SealedRecord,
): Promise<Refusal<
  'no-keys' | 'another-author' | 'bad-signature' | 'changed-ciphertext' | 'wrong-context'
> | null> {
  if (statement.investigation !== investigation)
    return refuse('wrong-context', 'it was sealed for another investigation')
  const fault = await faultOfAuthor(desk, 'sealed record', { statement, signature })
  if (fault) return fault
  const bytes = fromBase64(file)
  if (
    !bytes ||
    digestOf(bytes) !== statement.ciphertext ||
    !checkRecipients(bytes, statement.recipients.length).ok
  )
    return refuse(
      'changed-ciphertext',
      'the ciphertext is not the one that was signed, or is sealed to others',
    )
  return null
}

async function faultOfRecipients(
  { store: { db } }: Desk,
  investigation: InInvestigation['investigation'],
  { statement }: SealedRecord,
): Promise<Refusal<'no-custodian' | 'unlisted-recipient'> | null> {
  const list = (await custodianLists(db, investigation)).at(-1)?.statement
  if (!list) return refuse('no-custodian', 'no custodian was named yet: there is nobody to seal it to')
  const expected = namesIn(list).join(' ')
  const found = statement.recipients.map(({ name }) => name).join(' ')
  return found === expected
    ? null
    : refuse('unlisted-recipient', 'it is sealed to others than the present custodians')
}

function namesIn({ custodians }: Custodians): readonly string[] {
  return [IDENTITY_KEY, ...custodians.map(({ member }) => member)]
}
