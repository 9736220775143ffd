import { useState } from 'react'
import { Button } from 'react-aria-components'
import { openByPassphrase, openByRecoveryKey, type WrappedKeys } from '@corroborate/vault/sealing'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { useKeyRing } from './key-ring.tsx'
import { SecretField } from './secret-field.tsx'
import { stretchInWorker } from './stretch-in-worker.ts'
import { useDoing } from './use-doing.ts'

/** A recovery key has eleven groups, a passphrase seven. */
const GROUPS_OF_RECOVERY_KEY = 11

/** Opens my keys in this window, by the passphrase or by the printed recovery key: whichever is typed. */
export function Unlock({ wrapped }: { readonly wrapped: WrappedKeys }) {
  const { say } = useTongue()
  const { hold } = useKeyRing()
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useDoing()
  const submit = async () => {
    const isRecoveryKey = typed.trim().split(/[\s-]+/).length === GROUPS_OF_RECOVERY_KEY
    const opened = await run(() =>
      isRecoveryKey
        ? openByRecoveryKey(wrapped, typed)
        : openByPassphrase(wrapped, typed.trim().toLowerCase(), stretchInWorker),
    )
    if (!opened.ok) return
    const { member, recipient, signing } = wrapped
    hold({ member, keys: opened.value, halves: { recipient, signing } })
  }
  return (
    <AskForm onAsk={submit}>
      <SecretField
        label={say('seal.unlock.passphrase')}
        help={say('seal.unlock.help')}
        look="hidden"
        value={typed}
        onChange={setTyped}
      />
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy || typed.trim() === ''}>
          {say(busy ? 'seal.unlock.busy' : 'seal.unlock')}
        </Button>
      </div>
    </AskForm>
  )
}
