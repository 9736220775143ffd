import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Outcome } from '@corroborate/base'
import type { MemberSeen } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds } from '../api.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import inputs from '../styles/ask.module.css'
import styles from '../styles/members.module.css'

/** Makes a link by which a member comes in, shows it this once, and says what it waits for. */
export function SendLink({ member: { id, name, canBeSentLink } }: { readonly member: MemberSeen }) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [token, setToken] = useState<string | null>(null)
  const make = async () => {
    const made: Outcome<unknown> = await run(() => send(`/members/${id}/sign-in-link`, {}))
    if (made.ok && isLink(made.value)) setToken(made.value.token)
  }
  return (
    <Section title={say('member.send')} note={say('member.send.note', { name })}>
      {canBeSentLink ? (
        <>
          {token === null ? null : <Made href={`${location.origin}/sign-in?token=${token}`} />}
          <div className={inputs.end}>
            <Button className="button" isDisabled={busy} onPress={() => void make()}>
              {say(token === null ? 'member.send.make' : 'member.send.again')}
            </Button>
          </div>
          <RefusalNote refusal={refusal} />
        </>
      ) : (
        <>
          <p>{say('member.send.nobody', { name })}</p>
          <p className={styles.typed} lang="en" dir="ltr" translate="no">
            corroborate members link {id}
          </p>
        </>
      )}
    </Section>
  )
}

function Made({ href }: { readonly href: string }) {
  const { say } = useTongue()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(href)
    setCopied(true)
  }
  return (
    <div className={styles.made}>
      <p>{say('member.send.once')}</p>
      <p className={styles.typed} lang="en" dir="ltr" translate="no">
        {href}
      </p>
      <div className={inputs.end} role="status">
        {/* Elsewhere no browser lets a page near its clipboard. */}
        {window.isSecureContext ? (
          <Button className="button" onPress={() => void copy()}>
            {say(copied ? 'member.send.copied' : 'member.send.copy')}
          </Button>
        ) : null}
      </div>
      <p>{say('member.send.waits')}</p>
    </div>
  )
}

function isLink(value: unknown): value is { readonly token: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    holds<{ readonly token: unknown }>(value, ['token']) &&
    typeof value.token === 'string'
  )
}
