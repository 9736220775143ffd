import { passkeysOf, passphraseOf, sessionsOf } from '@corroborate/store'
import type { AccountView } from '../shapes-of-account.ts'
import { instant } from '../time.ts'
import type { Reader } from './reader.ts'

/** How I come in, and where I am signed in. Null to who is not a member. */
export async function readAccount(reader: Reader): Promise<AccountView | null> {
  const { member } = reader
  if (member === null || member === 'operator') return null
  const { db } = reader.store
  const passkeys = await passkeysOf(db, member)
  const passphrase = await passphraseOf(db, member)
  return {
    passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({ id, name, madeAt, usedAt })),
    passphrase: passphrase && { name: passphrase.name, madeAt: passphrase.madeAt },
    sessions: await sessionsOf(db, { member, now: instant(reader.clock()) }),
  }
}
