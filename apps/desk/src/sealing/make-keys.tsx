import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ok, type Refusal } from '@corroborate/base'
import {
  makeCard,
  makeMemberKeys,
  publicHalvesOf,
  wrapKeys,
  type MemberCard,
  type MemberKeys,
  type ShownOnce,
  type SignedCard,
  type WrappedKeys,
} from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/sealing.module.css'
import { useKeyRing, type OpenKeys } from './key-ring.tsx'
import { PrintButton, PrintSheet, Secret } from './print-sheet.tsx'
import { SecretField } from './secret-field.tsx'
import { stretchInWorker } from './stretch-in-worker.ts'
import { Tick } from './tick.tsx'
import { useDoing } from './use-doing.ts'

interface MakeKeysProps {
  readonly me: { readonly id: string; readonly name: string }
  /** My card of now and, where they are still open, the keys behind it; null for the first. */
  readonly before: { readonly previous: MemberCard; readonly former: MemberKeys | null } | null
  readonly onDone: () => void
}

/** Keys that exist in this window alone until their owner has written down what opens them. */
interface Made {
  readonly own: OpenKeys
  readonly card: SignedCard
  readonly wrapped: WrappedKeys
  readonly shown: ShownOnce
}

/** Makes a member's keys in the browser, shows once what opens them, and only then enters the public halves into the directory. */
export function MakeKeys({ me, before, onDone }: MakeKeysProps) {
  const { say } = useTongue()
  const [made, setMade] = useState<Made | null>(null)
  const { busy, run } = useDoing()
  const make = async () => {
    const fresh = await run(async () => ok(await madeFor(me.id, before)))
    if (fresh.ok) setMade(fresh.value)
  }
  if (made) return <WriteDown {...{ made, name: me.name, onDone }} />
  return (
    <Page
      name={say(before ? 'seal.renew' : 'seal.keys')}
      lead={say(before ? 'seal.renew.note' : 'seal.make.note')}
    >
      <ul className={styles.lines}>
        {before ? <li>{say(before.former ? 'seal.renew.signed' : 'seal.renew.unsigned')}</li> : null}
        <li>{say('seal.make.shown-once')}</li>
        <li>{say('seal.make.lost')}</li>
      </ul>
      <div className={inputs.end}>
        <Button className="button" isDisabled={busy} onPress={() => void make()}>
          {say(busy ? 'seal.make.busy' : 'seal.make')}
        </Button>
        {before ? (
          <Button className="button" onPress={onDone}>
            {say('work.cancel')}
          </Button>
        ) : null}
      </div>
    </Page>
  )
}

async function madeFor(member: string, before: MakeKeysProps['before']): Promise<Made> {
  const keys = await makeMemberKeys()
  const { wrapped, shown } = await wrapKeys(member, keys, stretchInWorker)
  const card = await makeCard(keys, { member, time: new Date().toISOString() }, before)
  return { own: { member, keys, halves: await publicHalvesOf(keys) }, card, wrapped, shown }
}

interface WriteDownProps {
  readonly made: Made
  readonly name: string
  readonly onDone: () => void
}

/** The one moment in which passphrase and recovery key are seen; ended by showing that they were written down. */
function WriteDown({ made: { own, card, wrapped, shown }, name, onDone }: WriteDownProps) {
  const { say } = useTongue()
  const { hold } = useKeyRing()
  const [group, setGroup] = useState('')
  const [printed, setPrinted] = useState(false)
  const [fault, setFault] = useState<Refusal | undefined>(undefined)
  const { busy, refusal, run } = useDoing()
  const submit = async () => {
    const isWritten = shown.passphrase.endsWith(`-${group.trim().toLowerCase()}`)
    setFault(isWritten ? undefined : missing('last-group'))
    if (!isWritten || !printed) return
    const published = await run(() => send('/keys', { card, wrapped }))
    if (!published.ok) return
    hold(own)
    onDone()
  }
  return (
    <Page name={say('seal.once')}>
      <div className={styles.notPrinted}>
        <p>{say('seal.once.passphrase')}</p>
        <Secret text={shown.passphrase} />
        <p>{say('seal.once.recovery')}</p>
      </div>
      <PrintSheet
        title={say('seal.recovery-key')}
        of={
          <>
            <bdi>{name}</bdi> · <WhenText edtf={card.statement.time.slice(0, 10)} />
          </>
        }
        secret={shown.recoveryKey}
        note={say('seal.recovery-key.note')}
      />
      <div className={styles.notPrinted}>
        <AskForm onAsk={submit}>
          <div className={inputs.end}>
            <PrintButton />
          </div>
          <SecretField
            label={say('seal.once.last-group')}
            help={say('seal.once.last-group.help')}
            look="code"
            value={group}
            onChange={setGroup}
            fault={fault}
          />
          <Tick on={printed} onChange={setPrinted} isDisabled={false}>
            {say('seal.once.printed')}
          </Tick>
          <RefusalNote refusal={refusal} />
          <div className={inputs.end}>
            <Button type="submit" className="button" isDisabled={busy || !printed}>
              {say('seal.publish')}
            </Button>
          </div>
        </AskForm>
      </div>
    </Page>
  )
}
