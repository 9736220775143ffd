import { useTongue } from '../locale.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useMay } from '../parts/may.ts'
import { Section } from '../parts/page.tsx'
import { CustodiansLink } from '../sealing/custodians-link.tsx'
import { RecipientNames } from '../sealing/recipient-names.tsx'
import { Tick } from '../sealing/tick.tsx'
import { WithKeys } from '../sealing/with-keys.tsx'
import styles from '../styles/sealing.module.css'
import { KnownTokens } from './known-tokens.tsx'
import type { Batch } from './use-batch.ts'

/** Where what is replaced goes: sealed to the custodians with its text, unless somebody says that it is kept nowhere; and who is known from before. */
export function KeepOriginals({ batch }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const isCustodian = useMay('release')
  const { nowhere, keepNowhere, at } = batch.keeping
  return (
    <Section title={say('desk.texts.keep')} note={say('desk.texts.keep.note')}>
      {nowhere ? null : <ToWhom batch={batch} />}
      {isCustodian && at !== null ? (
        <KnownTokens {...{ batch, at }} />
      ) : (
        <p className={styles.lines}>
          {say(isCustodian ? 'desk.texts.known.locked' : 'desk.texts.known.custodian')}
        </p>
      )}
      <div className={styles.lines}>
        <Tick on={nowhere} onChange={keepNowhere} isDisabled={batch.sending.busy}>
          {say('desk.texts.keep.nowhere')}
        </Tick>
      </div>
    </Section>
  )
}

function ToWhom({ batch }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const { sealing } = batch.keeping
  if (sealing === null) return <WithKeys>{() => null}</WithKeys>
  if (!sealing.ok)
    return (
      <>
        <RefusalNote refusal={sealing} />
        <p className={styles.lines}>
          <CustodiansLink />
        </p>
      </>
    )
  const { circle, recipients } = sealing.value
  return (
    <p className={styles.lines}>
      <span>
        {say('seal.value.to')} <RecipientNames {...{ circle, recipients }} />
      </span>
    </p>
  )
}
