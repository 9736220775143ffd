import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse, type Outcome } from '@corroborate/base'
import { houseSecret, passphraseNamed, useTotpStep } from '@corroborate/store'
import { totpStepOf } from '@corroborate/vault'
import { act, done } from './act.ts'
import { beginSession, type SignedIn } from './begin-session.ts'
import type { Desk } from './desk.ts'
import { freshPass, hashOfPass } from './pass.ts'
import { signInName } from './sign-in-name.ts'
import { giveTurnsBack, takeTurn } from './sign-in-tries.ts'

export interface SignInByPassphrase {
  readonly name: string
  readonly verifier: string
  readonly code: string
  /** The session that the browser held before; null where it held none. */
  readonly before: string | null
}

const NOT_KNOWN = refuse('not-known', 'Nobody is signed in by this.')
/** Who is asked for in the place of somebody whom nobody knows, so that the answer takes the same way and the same time. */
const NOBODY = { verifierHash: hashOfPass(''), totpSecret: '00'.repeat(20) }

/** Signs a member in by a passphrase and a code. Which of the three was wrong is not said, nor whether there is such a name. */
export const signInByPassphrase = act(
  'member.signed-in-by-passphrase',
  'anyone',
  async (desk, { name, verifier, code, before }: SignInByPassphrase) => {
    const { db } = desk.store
    const known = await passphraseNamed(db, signInName(name))
    const { verifierHash, totpSecret } = known ?? NOBODY
    const fits = timingSafeEqual(Buffer.from(hashOfPass(verifier)), Buffer.from(verifierHash))
    const step = totpStepOf(Buffer.from(totpSecret, 'hex'), code, desk.clock())
    if (known === null || !fits || step === null) return NOT_KNOWN
    const { member } = known
    if (!(await useTotpStep(db, { member, step }))) return NOT_KNOWN
    const { value, expiresAt } = await beginSession(desk, { member, before })
    return done<SignedIn>(value, { subject: member, content: { member, expiresAt }, actor: member })
  },
)

/** Takes a turn at the name, signs in, and holds nothing against the name once somebody did. */
export async function comeInByPassphrase(
  desk: Desk,
  asked: SignInByPassphrase,
): Promise<Outcome<SignedIn, 'not-known' | 'too-soon'>> {
  const name = signInName(asked.name)
  const tooSoon = await takeTurn(desk, name)
  if (tooSoon) return tooSoon
  const signed = await signInByPassphrase(desk, asked)
  if (!signed.ok) return NOT_KNOWN
  await giveTurnsBack(desk, name)
  return signed
}

/** The salt of whoever signs in under this name; of a name that nobody has always the same one, which looks like any other. */
export async function saltFor(desk: Desk, typed: string): Promise<string> {
  const { db } = desk.store
  const name = signInName(typed)
  const secret = await houseSecret(db, { name: 'salts', offered: freshPass(desk).secret })
  const made = createHmac('sha256', secret).update(name).digest('hex').slice(0, 32)
  return (await passphraseNamed(db, name))?.salt ?? made
}
