import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ok, type Refusal } from '@corroborate/base'
import type { AccountView } from '@corroborate/server/api'
import { KDF, makeSignInPassphrase } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { QrPicture } from '../qr/qr-picture.tsx'
import { Secret } from '../sealing/print-sheet.tsx'
import { SecretField } from '../sealing/secret-field.tsx'
import { stretchInWorker } from '../sealing/stretch-in-worker.ts'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import inputs from '../styles/ask.module.css'
import { base32Of, freshTotpSecret, hexOf, otpauthHref } from './passphrase-code.ts'

/** A passphrase that exists in this window alone until its owner has it on paper, and codes on a device. */
type Made = Awaited<ReturnType<typeof makeSignInPassphrase>> & { readonly totpSecret: Uint8Array }

/** The passphrase by which I sign in where there is no passkey. */
export function Passphrase({ passphrase }: Pick<AccountView, 'passphrase'>) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [made, setMade] = useState<Made | null>(null)
  const make = async () => {
    const fresh = await run(async () => ok(await makeSignInPassphrase(stretchInWorker)))
    if (fresh.ok) setMade({ ...fresh.value, totpSecret: freshTotpSecret() })
  }
  const remove = () => void run(() => send('/account/passphrase/removed', {}))
  return (
    <Section title={say('account.passphrase')} note={say('account.passphrase.note')}>
      {passphrase === null || made ? null : (
        <p>
          <bdi>{passphrase.name}</bdi> · {say('account.passkey.made')} <MomentText time={passphrase.madeAt} />
        </p>
      )}
      {made ? (
        <WriteDown made={made} onDone={() => setMade(null)} />
      ) : (
        <div className={inputs.end}>
          <Button className="button" isDisabled={busy} onPress={() => void make()}>
            {say(
              busy
                ? 'sign-in.busy'
                : passphrase === null
                  ? 'account.passphrase.make'
                  : 'account.passphrase.renew',
            )}
          </Button>
          {passphrase === null ? null : (
            <Button className="button" isDisabled={busy} onPress={remove}>
              {say('account.passphrase.remove')}
            </Button>
          )}
        </div>
      )}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

interface WriteDownProps {
  readonly made: Made
  readonly onDone: () => void
}

/** The one moment in which the passphrase is seen; ended by showing that it was written down, and that a device makes codes. */
function WriteDown({ made: { passphrase, salt, verifier, totpSecret }, onDone }: WriteDownProps) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [name, setName] = useState('')
  const [group, setGroup] = useState('')
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<Refusal | undefined>(undefined)
  const secret = base32Of(totpSecret)
  const submit = async () => {
    const isWritten = passphrase.endsWith(`-${group.trim().toLowerCase()}`)
    setFault(isWritten ? undefined : missing('last-group'))
    if (!isWritten) return
    const body = {
      name,
      salt,
      verifier,
      kdf: KDF,
      totpSecret: hexOf(totpSecret),
      code: code.replaceAll(/\s/g, ''),
    }
    const set = await run(() => send('/account/passphrase', body))
    if (set.ok) onDone()
  }
  return (
    <AskForm onAsk={submit}>
      <p>{say('seal.once.passphrase')}</p>
      <Secret text={passphrase} />
      <p>{say('account.codes')}</p>
      <QrPicture
        texts={[otpauthHref(name, secret), otpauthHref('', secret)]}
        label={say('account.codes.picture')}
      />
      <Secret text={secret.replaceAll(/(.{4})(?=.)/g, '$1 ')} />
      <p>
        <a className={styles.otpauth} href={otpauthHref(name, secret)}>
          {say('account.codes.link')}
        </a>
      </p>
      <SecretField
        label={say('sign-in.name')}
        help={say('account.name.help')}
        look="line"
        value={name}
        onChange={setName}
      />
      <SecretField
        label={say('seal.once.last-group')}
        help={say('seal.once.last-group.help')}
        look="code"
        value={group}
        onChange={setGroup}
        fault={fault}
      />
      <SecretField label={say('sign-in.code')} look="code" value={code} onChange={setCode} />
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button
          type="submit"
          className="button"
          isDisabled={busy || name.trim() === '' || code.trim() === ''}
        >
          {say('account.passphrase.use')}
        </Button>
        <Button className="button" onPress={onDone}>
          {say('work.cancel')}
        </Button>
      </div>
    </AskForm>
  )
}
