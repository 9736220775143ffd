import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Outcome } from '@corroborate/base'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { SecretField } from '../sealing/secret-field.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import inputs from '../styles/ask.module.css'
import { passkeysWorkHere, signInByPasskey } from './passkey.ts'
import { signInByPassphrase, type Typed } from './passphrase-code.ts'

/** Whoever came in, by their id. */
export type OnIn = (member: unknown) => void

/** The ways in, the passkey first. */
export function ComeIn({ onIn }: { readonly onIn: OnIn }) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const come = async (way: () => Promise<Outcome<unknown>>) => {
    const came = await run(way)
    if (came.ok) onIn(came.value)
  }
  return (
    <>
      {passkeysWorkHere() ? (
        <div className={inputs.end}>
          <Button className="button" isDisabled={busy} onPress={() => void come(signInByPasskey)}>
            {say('sign-in.passkey')}
          </Button>
        </div>
      ) : (
        <p>{say('sign-in.passkey.not-here')}</p>
      )}
      <RefusalNote refusal={refusal} />
      <details className={styles.other}>
        <summary>{say('sign-in.passphrase.open')}</summary>
        <ByPassphrase busy={busy} onTyped={(typed) => come(() => signInByPassphrase(typed))} />
      </details>
    </>
  )
}

interface ByPassphraseProps {
  readonly busy: boolean
  readonly onTyped: (typed: Typed) => Promise<void>
}

function ByPassphrase({ busy, onTyped }: ByPassphraseProps) {
  const { say } = useTongue()
  const [typed, setTyped] = useState<Typed>({ name: '', passphrase: '', code: '' })
  const field = (part: keyof Typed) => ({
    value: typed[part],
    onChange: (value: string) => setTyped({ ...typed, [part]: value }),
  })
  const whole = typed.name.trim() !== '' && typed.passphrase.trim() !== '' && typed.code.trim() !== ''
  return (
    <AskForm onAsk={() => onTyped(typed)}>
      <SecretField label={say('sign-in.name')} look="line" {...field('name')} />
      <SecretField label={say('sign-in.passphrase')} look="hidden" {...field('passphrase')} />
      <SecretField label={say('sign-in.code')} look="code" {...field('code')} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy || !whole}>
          {say(busy ? 'sign-in.busy' : 'sign-in')}
        </Button>
      </div>
    </AskForm>
  )
}
