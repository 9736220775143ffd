import { GiveWorkOut } from '../exchanging/give-work-out.tsx'
import { TakeActsIn } from '../exchanging/take-acts-in.tsx'
import { TakeProjectIn } from '../exchanging/take-project-in.tsx'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'
import styles from '../styles/packages.module.css'

/** What comes from other programs, and what goes to them. */
export function Exchange() {
  const { say } = useTongue()
  const [mayTakeIn, mayGive] = [useMay('record'), useMay('package')]
  return (
    <Page name={say('exchange')} lead={say('exchange.note')}>
      <div className={styles.listed}>
        {mayTakeIn ? <TakeProjectIn /> : <p>{say('exchange.take.not-yours')}</p>}
        {mayTakeIn ? <TakeActsIn /> : null}
        <GiveWorkOut mayGive={mayGive} />
      </div>
    </Page>
  )
}
