import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { keysKept } from '../sealing/queries.ts'
import { Unlock } from '../sealing/unlock.tsx'
import styles from '../styles/sealing.module.css'
import type { Keeping } from './use-draft.ts'

/** Whether what is typed on this screen is kept; and what was kept before, to be taken up or thrown away. Stands before the form, not in it. */
export function DraftNote({ keeping }: { readonly keeping: Keeping }) {
  const { say } = useTongue()
  if (keeping.waits) return <Waiting keeping={keeping} />
  const { fault } = keeping
  if (fault === null) return <p className={styles.draft}>{say('draft.kept')}</p>
  return (
    <div className={styles.draft}>
      <p>
        {say('draft.not-kept')} <Link to="/keys">{say('seal.keys')}</Link>
      </p>
      {fault.reason === 'no-keys' ? null : <RefusalNote refusal={fault} />}
    </div>
  )
}

function Waiting({ keeping: { fault, takeUp, throwAway } }: { readonly keeping: Keeping }) {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(keysKept)
  return (
    <section className={styles.sheet} aria-label={say('draft.waits')}>
      <p>{say('draft.waits.words')}</p>
      <RefusalNote refusal={fault} />
      {takeUp === null && fault === null && data.wrapped ? <Unlock wrapped={data.wrapped} /> : null}
      <div className={styles.buttons}>
        {takeUp === null ? null : (
          <Button className="button" onPress={takeUp}>
            {say('draft.take-up')}
          </Button>
        )}
        <Button className="button" onPress={throwAway}>
          {say('draft.throw-away')}
        </Button>
      </div>
    </section>
  )
}
