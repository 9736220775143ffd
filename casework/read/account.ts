import type { MemberId } from '@corroborate/base'
import { fieldsOf } from '@corroborate/ledger'
import { linesOn, passkeysOf, passphraseOf, sessionsOf } from '@corroborate/store'
import { hashOfPass } from '../pass.ts'
import { firstSpanFrom, lastSeen } from '../session.ts'
import type { AccountView, BrowserView } from '../shapes-of-account.ts'
import { signInByPasskey } from '../sign-in-by-passkey.ts'
import { signInByPassphrase } from '../sign-in-by-passphrase.ts'
import { signIn } from '../sign-in.ts'
import { instant } from '../time.ts'
import type { Reader } from './reader.ts'

/**
 * How I come in, and where I am signed in. Null to who is not a member.
 * @param session what the browser shows that asks; null where none asks
 */
export async function readAccount(reader: Reader, session: string | null): Promise<AccountView | null> {
  const { member } = reader
  if (member === null || member === 'operator') return null
  const { db } = reader.store
  const passkeys = await passkeysOf(db, member)
  const passphrase = await passphraseOf(db, member)
  const names = new Map(passkeys.map(({ id, name }) => [id, name]))
  return {
    passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({ id, name, madeAt, usedAt })),
    passphrase: passphrase && { name: passphrase.name, madeAt: passphrase.madeAt },
    sessions: await browsersOf(reader, { member, names, here: session && hashOfPass(session) }),
  }
}

interface AskedOfBrowsers {
  readonly member: MemberId
  /** What each passkey is called. */
  readonly names: ReadonlyMap<string, string>
  readonly here: string | null
}

/** Nobody keeps what a browser says that it is: the ledger tells by what somebody came in there, and a passkey has the name that they gave it. */
async function browsersOf(
  { store: { db }, clock }: Reader,
  { member, names, here }: AskedOfBrowsers,
): Promise<readonly BrowserView[]> {
  const sessions = await sessionsOf(db, { member, now: instant(clock()) })
  const since = sessions.at(-1)?.createdAt ?? instant(clock())
  const begun = (await linesOn(db, 'house', { subject: member, since })).map(({ entry, content }) => ({
    way: WAYS[entry.act] ?? null,
    fields: fieldsOf(content ?? undefined) ?? {},
  }))
  return sessions.map(({ hash, createdAt, expiresAt }) => {
    const first = firstSpanFrom(Date.parse(createdAt))
    const came = begun.find(({ way, fields }) => way !== null && fields.expiresAt === first.expiresAt)
    const passkey = came?.fields.passkey
    return {
      ...{ id: hash, since: createdAt, seen: lastSeen({ createdAt, expiresAt }), isThis: hash === here },
      way: came?.way ?? null,
      passkey: typeof passkey === 'string' ? (names.get(passkey) ?? null) : null,
    }
  })
}

const WAYS: Readonly<Record<string, BrowserView['way']>> = {
  [signIn.actName]: 'link',
  [signInByPasskey.actName]: 'passkey',
  [signInByPassphrase.actName]: 'passphrase',
}
