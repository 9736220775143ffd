import { Button } from 'react-aria-components'
import type { AccountView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import inputs from '../styles/ask.module.css'

/** Where I am signed in, and the way out of all of it. */
export function Sessions({ sessions }: Pick<AccountView, 'sessions'>) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const endAll = async () => {
    const ended = await run(() => send('/account/sessions/ended', {}))
    if (ended.ok) location.assign('/')
  }
  return (
    <Section title={say('account.sessions')} note={say('account.sessions.note')}>
      <ul className={styles.rows}>
        {sessions.map((since, at) => (
          <li key={`${since} ${at}`}>
            <span>
              {say('account.session.since')} <MomentText time={since} />
            </span>
          </li>
        ))}
      </ul>
      <div className={inputs.end}>
        <form method="post" action="/sign-out">
          <Button type="submit" className="button">
            {say('account.sign-out')}
          </Button>
        </form>
        <Button className="button" isDisabled={busy} onPress={() => void endAll()}>
          {say('account.sessions.end')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </Section>
  )
}
