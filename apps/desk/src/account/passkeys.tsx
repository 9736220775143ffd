import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { AccountView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import inputs from '../styles/ask.module.css'
import { makePasskeyHere, passkeysWorkHere } from './passkey.ts'

type Passkey = AccountView['passkeys'][number]

/** My passkeys, each by the name that I gave it. */
export function Passkeys({ passkeys }: Pick<AccountView, 'passkeys'>) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [name, setName] = useState('')
  const add = async () => {
    const made = await run(() => makePasskeyHere(name))
    if (made.ok) setName('')
  }
  const remove = (passkey: string) => void run(() => send('/account/passkeys/removed', { passkey }))
  return (
    <Section title={say('account.passkeys')} note={say('account.passkeys.note')}>
      <ul className={styles.rows}>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <PasskeyRow passkey={passkey} />
            <Button
              className="button"
              aria-label={say('account.passkey.remove.which', { name: passkey.name })}
              isDisabled={busy}
              onPress={() => remove(passkey.id)}
            >
              {say('account.passkey.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {passkeysWorkHere() ? (
        <AskForm onAsk={add}>
          <Field
            label={say('account.passkey.name')}
            help={say('account.passkey.name.help')}
            look="short"
            value={name}
            onChange={setName}
          />
          <div className={inputs.end}>
            <Button type="submit" className="button" isDisabled={busy || name.trim() === ''}>
              {say(busy && name !== '' ? 'sign-in.passkey.busy' : 'account.passkey.add')}
            </Button>
          </div>
        </AskForm>
      ) : (
        <p>{say('sign-in.passkey.not-here')}</p>
      )}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

function PasskeyRow({ passkey: { name, madeAt, usedAt } }: { readonly passkey: Passkey }) {
  const { say } = useTongue()
  return (
    <span>
      <bdi>{name}</bdi>
      <small>
        {say('account.passkey.made')} <MomentText time={madeAt} />
      </small>
      {usedAt === null ? null : (
        <small>
          {say('account.passkey.used')} <MomentText time={usedAt} />
        </small>
      )}
    </span>
  )
}
